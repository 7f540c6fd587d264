"""Articles from a seed: well-formed, varied, of no meaning. Every sentence ends; every quotation
closes."""
FIRST = "Ada Piet Maren Tobias Ilse Samir Ngozi Lars Wen Callum Priya José".split()
LAST = "Quill Vos Oldcastle Merrow Haddad Okafor Lindqvist Threlfall O'Neill van der Berg Osei-Ward Tan".split(" ")
TITLES = ["", "", "", "Mayor ", "Dr. ", "Prof. ", "Capt. ", "Mrs. ", "Lt. Gov. "]
WHO = ["the council", "the board", "a spokeswoman", "the Harbour Office", "police", "two residents"]
VERBS = ["said", "told reporters", "added", "warned", "argued", "recalled", "insisted"]
CLAUSES = ["the bridge would stay closed", "no boat had left since dawn", "it cost $4.5 million in 2019", "repairs took 3 1/2 years",
           "a third of the seats were empty", "prices rose 3.7% in the U.S. and 12% elsewhere", "the No. 7 ferry left at 10:30 a.m.",
           "nobody had asked the fishermen", "the lamp burned from 1889 to 1953", "the crew of 14 slept ashore",
           "St. Orran lies 45 km north of the fjord", "the e-mail never came", "they met on Nov. 3 and again on 4 May",
           "the score was 21-19", "water stood 6 ft. deep", "£386,500 is not a small sum", "temperatures fell to -12 °C",
           "Acme Inc. declined to comment", "the 2nd and 3rd floors burned", "section 4(b) says otherwise"]
QUOTED = ["We are not done", "Ask me in spring", "I saw it with my own eyes", "It was 9 a.m. and nobody was there", "No, and no again",
          "That is a matter for the courts, not for us", "Who would pay for it", "You look up, and there it is"]


def name(rng):
    return rng.choice(FIRST) + " " + rng.choice(LAST)


def upper(text):
    return text[0].upper() + text[1:]


def sentence(rng, marks):
    clause, other, quote = rng.choice(CLAUSES), rng.choice(CLAUSES), rng.choice(QUOTED)
    who = rng.choice([rng.choice(TITLES) + name(rng), rng.choice(LAST), "he", "she", rng.choice(WHO)])
    verb = rng.choice(VERBS)
    left, right = marks
    return rng.choice([
        upper(clause) + ".",
        upper(clause) + ", and " + other + ".",
        upper(clause) + "; " + other + " – or so it seemed.",
        left + quote + "," + right + " " + who + " " + verb + ".",
        left + quote + "," + right + " " + verb + " " + name(rng) + ", " + str(rng.randrange(19, 90)) + ".",
        left + quote + "," + right + " " + who + " " + verb + ". " + left + rng.choice(QUOTED) + "." + right,
        upper(who) + " " + verb + " that " + clause + " and was " + left + quote[0].lower() + quote[1:] + right + ".",
        upper(who) + " " + verb + ": " + left + quote + "." + right,
        left + quote + "?" + right + " " + who + " asked.",
        "According to " + rng.choice(WHO) + ", " + clause + ".",
    ])


def article(rng):
    marks = rng.choice([("“", "”"), ('"', '"')])
    parts = [upper(" ".join(rng.choice(CLAUSES).split()[:8])) if rng.random() < 0.5 else "A quiet week in " + rng.choice(LAST)]
    if rng.random() < 0.7:
        parts.append("By " + name(rng))
    for _ in range(rng.randrange(3, 12)):
        parts.append(" ".join(sentence(rng, marks) for _ in range(rng.randrange(1, 5))))
    return "\n\n".join(parts) + "\n"
