#!/usr/bin/env python3
"""Short articles of the same kind in many languages, narrated to the end. Each has a title, a byline, a
quotation with the marks of its language, a number, a date and an abbreviation; none says its language."""
import json, os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from kit import Run, expect, run_tests, scratch, test

# By file: what the engine calls the language, sentences (title and byline are two), and who is known to
# speak. The name is looked for in the quotations; "" where none is found today.
WANTED = {
    "ar": ("ar", 9, ""), "bg": ("bg", 8, "Кирил Вълков"), "cs": ("cs", 8, "Karel Vlk"), "da": ("da", 8, "Karl Bech"),
    "de": ("de", 8, "Karl Brandt"), "el": ("el", 9, "Κώστας Λύκος"), "en": ("en-US", 8, "Owen Hale"),
    "es": ("es", 9, "Pablo Herrera"), "fa": ("fa", 9, ""), "fi": ("fi", 8, "Kalle Virtanen"), "fr": ("fr", 8, ""),
    "hi": ("hi", 8, ""), "hu": ("hu", 8, "Farkas Károly"), "id": ("id", 8, ""), "it": ("it", 8, ""), "ja": ("ja", 8, ""),
    "ko": ("ko", 9, ""), "nb": ("nb", 8, ""), "nl": ("nl", 8, "Karel Bakker"), "pl": ("pl", 8, "Karol Wilk"),
    "pt": ("pt", 8, "Paulo Neves"), "ro": ("ro", 8, ""), "ru": ("ru", 8, ""), "sv": ("sv", 8, "Karl Berg"),
    "tr": ("tr", 8, "Kemal Yılmaz"), "uk": ("uk", 8, ""), "vi": ("vi", 8, ""), "zh": ("cmn", 9, ""),
}
# As the article's language is named where its file is not.
TAGS = {"nb": "no"}
LISTED = sorted(f[:-4] for f in os.listdir(HERE) if f.endswith(".txt"))


def path(code):
    return os.path.join(HERE, code + ".txt")


def narrated(code):
    """script.json, report.json and the page of an episode; made once."""
    folder = os.path.join(SHELF, code)
    if not os.path.exists(folder):
        Run("narrate", "-q", "-j", "2", "--cache", CACHE, "-o", folder, path(code)).ok()
    (episode,) = os.listdir(folder)
    found = []
    for name in ("script.json", "report.json", "index.html"):
        with open(os.path.join(folder, episode, name), encoding="utf-8") as f:
            found.append(f.read() if name.endswith("html") else json.load(f))
    return found


def wrong(check):
    """Every language is checked, so that one run tells all that fail."""
    found = []
    for code in LISTED:
        try:
            check(code, *narrated(code))
        except AssertionError as error:
            found.append("%s: %s" % (code, error))
    expect(not found, "\n".join(found))


SHELF, CACHE = scratch("shelf"), scratch("cache")


@test
def twenty_languages_and_more():
    expect(set(LISTED) == set(WANTED) and len(LISTED) >= 20, LISTED)


@test
def each_is_told_by_its_words_and_spoken_by_the_engine_in_it():
    def check(code, script, report, page):
        tag = TAGS.get(code, code)
        expect(script["language"] == report["language"] == tag, (script["language"], report["language"]))
        spoken = report["languages"]
        expect([(l["language"], l["engine"]) for l in spoken] == [(tag, WANTED[code][0])], spoken)
        expect(not any("language" in u for u in script["utterances"]), "a line is taken for another language")
        expect(not [n for n in report["notes"] if "language" in json.dumps(n)], report["notes"])
        expect(re.search(r'lang="%s"' % tag, page), "the page does not name the language")
    wrong(check)


@test
def nothing_is_lost_and_no_clip_fails():
    def check(code, script, report, page):
        expect(report["coverage"]["unaccounted"] == 0 and report["skipped"] == [], (report["coverage"], report["skipped"]))
        expect(report["clips"]["failed"] == 0, report["clips"])
        expect(report["duration_s"] > 15, report["duration_s"])
    wrong(check)


@test
def sentences_end_at_the_stops_of_the_language():
    def check(code, script, report, page):
        text = script["text"].encode()
        cuts = [text[s["start"]:s["end"]].decode() for s in script["sentences"]]
        expect(len(cuts) == WANTED[code][1], cuts)
    wrong(check)


@test
def the_program_speaks_the_language_too():
    english = narrated("en")[0]["opening"][-1]["spoken"]
    def check(code, script, report, page):
        disclosure = script["opening"][-1]["spoken"]
        expect(code == "en" or disclosure != english, disclosure)
    wrong(check)
    expect(len({narrated(code)[0]["opening"][-1]["spoken"] for code in LISTED}) == len(LISTED), "two say the same")


@test
def quotations_are_found_and_nobody_says_what_another_said():
    def check(code, script, report, page):
        names = {script["speakers"][q["speaker"]]["name"] for q in script["quotes"] if q["speaker"] is not None}
        expect(script["quotes"], "no quotation is found")
        expect(names == ({WANTED[code][2]} if WANTED[code][2] else set()), names)
    wrong(check)


@test
def words_stay_words_and_numbers_numbers():
    """digits stay for the engine, whole; nothing is spelled letter by letter"""
    def check(code, script, report, page):
        if code == "en":
            return
        spoken = " ".join(u["spoken"] for u in script["utterances"])
        # Digits of other scripts may be written with ASCII ones.
        ascii_digits = "".join(str(int(c)) if c.isdigit() else c for c in script["text"])
        for number in re.findall(r"\d+(?:[.,]\d+)*", ascii_digits):
            expect(number in spoken or number.replace(".", "").replace(",", "") in spoken, (number, spoken))
        expect("€" not in spoken, spoken)
        expect(not re.search(r"(?:\b\w ){4}", spoken) or code in ("zh", "ja", "ko", "vi"), spoken)
    wrong(check)


run_tests()
