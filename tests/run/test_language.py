#!/usr/bin/env python3
"""An article whose words are in several languages, from outside."""
import filecmp, glob, json, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import Run, expect, run_tests, scratch, script, test, write

PAGE = """<!doctype html><html lang="en-GB"><body><h1>The harbour of Lisbon</h1>
<p>The old harbour is quiet in the morning, and the boats wait for the tide. A fisherman, Paulo Neves, stood on the quay.</p>
<p>&ldquo;O mar não espera por ninguém, e nós também não podemos esperar mais pelo governo de Lisboa,&rdquo; said Paulo Neves.</p>
<p>He calls it <span lang="pt">a nossa casa de 1974 e de sempre</span>, and he smiles. <i lang="fr">Bon voyage</i> is painted on 3 boats.</p>
<blockquote lang="de"><p>Am 3. Oktober 1990 kamen 25 Boote in den Hafen, und es war kalt.</p></blockquote>
<p>It was a quiet day with 14 boats.</p></body></html>
"""
LANGUAGES = [("en-GB", "en"), ("pt", "pt"), ("de", "de")]
CACHE = scratch("cache")


def episode(name, *options, article=PAGE, file="a.html"):
    out = scratch(name)
    Run("narrate", "-q", "--cache", CACHE, "-o", out, *options, write(file, article)).ok()
    (folder,) = glob.glob(out + "/*/")
    return folder


def load(folder, name):
    (path,) = glob.glob(folder + name)
    with open(path, encoding="utf-8") as f:
        return json.load(f) if name.endswith(".json") else f.read()


def foreign(told):
    text = told["text"].encode()
    return [(u["language"], text[u["start"]:u["end"]].decode()) for u in told["utterances"] if "language" in u]


WANTED = [("pt", "O mar não espera por ninguém, e nós também não podemos esperar mais pelo governo de Lisboa,"),
          ("pt", "a nossa casa de 1974 e de sempre"),
          ("de", "Am 3. Oktober 1990 kamen 25 Boote in den Hafen, und es war kalt.")]


@test
def a_line_is_in_one_language():
    told = script(PAGE, name="a.html")
    expect(told["language"] == "en-GB" and foreign(told) == WANTED, (told["language"], foreign(told)))
    quote = next(u for u in told["utterances"] if u.get("language") == "pt")
    expect(told["speakers"][quote["speaker"]]["name"] == "Paulo Neves", quote)
    spoken = [u["spoken"] for u in told["utterances"]]
    expect("a nossa casa de 1974 e de sempre," in spoken, spoken)
    expect("Bon voyage is painted on three boats." in spoken, spoken)


@test
def any_number_of_workers_gives_the_same_bytes():
    folders = [episode("workers%d" % n, "-j", str(n), "--no-cache" if n > 1 else "--no-disclosure", "--no-disclosure") for n in (1, 2, 8)]
    names = sorted(os.listdir(folders[0]))
    for folder in folders[1:]:
        match, differ, errors = filecmp.cmpfiles(folders[0], folder, names, shallow=False)
        expect(sorted(match) == names, "%s differ" % (differ + errors))
    report = load(folders[0], "report.json")
    expect([(l["language"], l["engine"]) for l in report["languages"]] == LANGUAGES, report["languages"])
    expect(report["clips"]["failed"] == 0 and report["coverage"]["unaccounted"] == 0, report)


@test
def clips_are_found_again_and_depend_on_the_language():
    words = "Der Hafen war am Morgen ruhig, und die Boote warteten auf die Flut.\n"
    report = lambda *o: load(episode("found", "--no-disclosure", "--timing", *o, article=words, file="b.txt"), "report.json")["clips"]
    report()
    expect(report()["cached"] == report()["count"], "clips are not found again")
    expect(report("--language", "nl")["cached"] == 0, "a clip of another language is taken")


@test
def transcripts_name_the_language_of_what_is_in_another():
    folder = episode("named")
    vtt, page = load(folder, "*.vtt"), load(folder, "index.html")
    expect(vtt.count("<lang pt>") == vtt.count("<lang pt>“O") + 1 >= 2 and "<lang de>Am " in vtt, vtt)
    expect(vtt.count("<lang ") == vtt.count("</lang>"), vtt)
    expect('<span lang="pt"><span data-t' in page and '<span lang="de"><span data-t' in page, "the page does not name them")


@test
def a_sheet_keeps_languages_and_can_change_them():
    sheet = Run("script", write("a.html", PAGE)).ok().out.decode()
    expect(sheet.count("\n    language pt\n") == 2 and sheet.count("\n    language de\n") == 1, sheet)
    again = Run("script", "--script", write("same.txt", sheet)).ok().out.decode()
    expect(again.count("\n    language ") == 3, again)
    edited = sheet.replace("It was a quiet day with 14 boats.\n", "It was a quiet day with 14 boats.\n    language nl\n", 1)
    edited = edited.replace("    language de\n", "    language en-GB\n", 1)
    told = json.loads(Run("script", "--json", "--script", write("edited.txt", edited)).ok().out)
    expect(("nl", "It was a quiet day with 14 boats.") in foreign(told), foreign(told))
    german = next(u["spoken"] for u in told["utterances"] if u["spoken"].startswith("Am "))
    expect("twenty five" in german.replace("-", " "), german)
    Run("script", "--script", write("bad.txt", sheet.replace("    language de\n", "    language ?\n", 1))).refused(1)


@test
def a_language_that_the_engine_lacks_is_spoken_by_another_and_told():
    words = "Ferja kjem ikkje tilbake før i morgon, seier ho.\n"
    for tag, engine in (("nn", "nb"), ("fy", "nl"), ("zh-Hant", "cmn"), ("no", "nb"), ("de-CH", "de"), ("bo", "en-US")):
        report = load(episode("lacking-" + tag, "--no-disclosure", "--language", tag, article=words, file="b.txt"), "report.json")
        expect([(l["language"], l["engine"]) for l in report["languages"]] == [(tag, engine)], report["languages"])
        told = any("is spoken in its place" in n["text"] for n in report["notes"])
        expect(told == (tag in ("nn", "fy", "bo")), (tag, report["notes"]))


run_tests()
