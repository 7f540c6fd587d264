#!/usr/bin/env python3
"""Who is cast how far from whom, over whole articles and the voices that the program comes with."""
import itertools, os, random, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import generate
from kit import ROOT, expect, run_tests, script, test

GENERATED = 120
CROWD = range(3, 9)  # speakers of an article that is measured
LEAST = 1.45         # between any two of an article
MEAN = 1.85          # of the least of each article; 1.56 where each name had its own voice
SAME = 0.35          # of the pairs of articles that have a name in common


def distances():
    with open(os.path.join(ROOT, "voices", "distance.tsv"), encoding="utf-8") as f:
        head, *rows = [line.rstrip("\n").split("\t") for line in f]
    return {(row[0], name): float(cell) for row in rows for name, cell in zip(head[1:], row[1:])}


def texts():
    heard = os.path.join(os.path.dirname(HERE), "heard")
    for name in sorted(os.listdir(heard)):
        with open(os.path.join(heard, name), encoding="utf-8") as f:
            yield name, f.read()
    for seed in range(GENERATED):
        yield "generated.txt", generate.article(random.Random(seed))


def heard_of(said):
    "Bytes that are heard, by speaker."
    size = [0] * len(said["speakers"])
    for u in said["utterances"]:
        size[u["speaker"]] += u["end"] - u["start"]
    return size


def people(said):
    "Voices by name of who is heard."
    return {s["name"]: s["voice"] for s, size in zip(said["speakers"], heard_of(said)) if size}


ARTICLES = [(name, text, script(text, name=name)) for name, text in texts()]


@test
def no_two_of_an_article_sound_alike():
    between, least = distances(), []
    for name, text, said in ARTICLES:
        voices = people(said).values()
        if len(voices) - 1 in CROWD:
            least.append(min(0 if a == b else between[a, b] for a, b in itertools.combinations(voices, 2)))
    expect(len(least) >= 30, "only %d articles have so many speakers" % len(least))
    expect(min(least) >= LEAST, "two are %.2f apart" % min(least))
    expect(sum(least) / len(least) >= MEAN, "mean %.2f" % (sum(least) / len(least)))


@test
def a_name_tends_to_one_voice():
    by_name, same, pairs = {}, 0, 0
    for name, text, said in ARTICLES:
        for person, voice in list(people(said).items())[1:]:
            by_name.setdefault(person, []).append(voice)
    for voices in by_name.values():
        for a, b in itertools.combinations(voices, 2):
            pairs, same = pairs + 1, same + (a == b)
    expect(pairs >= 200 and same / pairs >= SAME, "%d of %d" % (same, pairs))


@test
def a_word_of_somebody_new_changes_nobody():
    for name, text, said in ARTICLES:
        more = script(text + "\n“No,” said Zebedee Quorn.\n", "--switch", "all", name=name)
        before, after = people(script(text, "--switch", "all", name=name)), people(more)
        expect("Zebedee Quorn" in after, name)
        expect(all(after.get(person) == voice for person, voice in before.items()), "%s: %s, then %s" % (name, before, after))


@test
def gender_and_age_are_heeded():
    young, elderly = {"child", "teen"}, {"elder-a", "elder-b"}
    for name, text, said in ARTICLES:
        voices = set(people(said).values())
        expect(not voices & young, "%s: a child's voice for somebody of whom no age is known" % name)
        expect(len(voices) > 8 or not voices & elderly or re.search(r", (7[5-9]|8\d)", text), "%s: an elderly voice with others left" % name)


@test
def who_is_said_to_be_young_or_elderly_sounds_so():
    grown = "grown"
    for said, band in [("“I ran,” said Ilse Vos, 8, who lives here.", "child"), ("Ilse Vos, aged 9, said: “I ran.”", "child"),
                       ("“I ran,” said Ilse Vos (15).", "teen"), ("“I ran,” 15-year-old Ilse Vos said.", "teen"),
                       ("“I ran,” said Mrs. Ilse Vos, 82.", "elder-b"), ("Mr. Piet Vos (82) said: “I ran.”", "elder-a"),
                       ("“I ran,” said Ilse Vos, 47, a smith.", grown), ("“I ran,” said Ilse Vos.", grown),
                       ("“I ran,” said Ilse Vos, 8.5 seconds on.", grown), ("“I ran,” said Ilse Vos, 8 metres off.", grown),
                       ("“I ran,” said Ilse Vos, 1982, in a letter.", grown), ("“I ran,” said Ilse Vos, 0.", grown)]:
        voice = list(people(script("A quiet week\n\n" + said + "\n")).values())[-1]
        found = voice if voice in ("child", "teen", "elder-a", "elder-b") else grown
        expect(found == band, "%s: %s" % (said, voice))


@test
def two_children_have_two_voices():
    text = "A quiet week\n\n“I ran as far as I could that day,” said Ilse Vos, 8.\n\n“I hid,” said Ada Quill, 9.\n"
    expect(set(list(people(script(text)).values())[1:]) == {"child", "teen"}, people(script(text)))


run_tests()
