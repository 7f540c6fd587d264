#!/usr/bin/env python3
"""`--cast-book FILE`: the same person has the same voice in every episode."""
import json, os, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import LECTERN, Run, expect, run_tests, scratch, test, write

FIRST = "The Quay\n\n“We mend nets,” said Maren Oldcastle.\n\n“We sell them,” said Davit Rowe.\n"
SECOND = "The Boat\n\n“It floats,” said Ann Pell.\n\n“It sinks,” said Davit Rowe.\n\n“It rots,” said Tom Vane.\n"


def voices(article, book):
    script = json.loads(Run("script", "--json", "--cast-book", book, write("a.txt", article)).ok().out)
    return {s["name"]: s["voice"] for s in script["speakers"]}


def narrate(article, book, *options):
    return Run("narrate", "-q", "--cache", scratch("cache"), "-o", scratch("episodes"), "--cast-book", book, *options, write("a.txt", article))


def fresh(name, text=None):
    path = scratch(name)
    if os.path.exists(path):
        os.remove(path)
    if text is not None:
        with open(path, "w", encoding="utf-8") as f:
            f.write(text)
    return path


@test
def who_is_new_is_added_and_keeps_the_voice():
    book = fresh("one.cast")
    narrate(FIRST, book).ok()
    was = dict(line.split(" = ") for line in open(book, encoding="utf-8").read().splitlines())
    expect(set(was) == {"Maren Oldcastle", "Davit Rowe"}, was)
    narrate(SECOND, book).ok()
    now = dict(line.split(" = ") for line in open(book, encoding="utf-8").read().splitlines())
    expect(now["Davit Rowe"] == was["Davit Rowe"] and set(now) == {*was, "Ann Pell", "Tom Vane"}, now)
    expect(voices(SECOND, book)["Ann Pell"] == now["Ann Pell"], now)


@test
def a_voice_of_the_book_is_obeyed_and_the_command_line_goes_before():
    book = fresh("two.cast", "# our people\nDavit Rowe = flint")
    expect(voices(FIRST, book)["Davit Rowe"] == "flint", voices(FIRST, book))
    expect("flint" not in [voices(FIRST, book)["Maren Oldcastle"]], "two have one voice")
    narrate(FIRST, book, "--voice", "Maren Oldcastle=fern").ok()
    expect(open(book, encoding="utf-8").read() == "# our people\nDavit Rowe = flint\nMaren Oldcastle = fern\n", open(book).read())


@test
def two_of_one_voice_do_not_sound_alike():
    book = fresh("three.cast", "Davit Rowe = flint\nMaren Oldcastle = flint\n")
    found = voices(FIRST, book)
    expect(found["Davit Rowe"] == "flint" and found["Maren Oldcastle"] != "flint", found)


@test
def a_voice_that_is_gone_is_replaced():
    book = fresh("four.cast", "Davit Rowe = no-such-voice\n")
    expect(voices(FIRST, book)["Davit Rowe"] != "no-such-voice", voices(FIRST, book))


@test
def a_book_that_cannot_be_written_is_told():
    run = narrate(FIRST, os.path.join(scratch("nowhere"), "a", "b.cast"))
    expect(run.status == 4 and b"cannot write the cast book" in run.err, (run.status, run.err))
    expect(os.path.exists(os.path.join(run.out.decode().strip(), "report.json")), "the episode is told and stands")


@test
def runs_that_share_a_book_lose_nothing():
    book = fresh("five.cast")
    runs, cache = [], scratch("cache")
    for i in range(6):
        text = "The Quay\n\n“We mend nets,” said Maren Oldcastle.\n\n“We sell them,” said Davit %s.\n" % ("Rowe Vane Pell Lund Hale Cole".split()[i])
        runs.append(subprocess.Popen([LECTERN, "narrate", "-q", "--cache", cache, "-o", scratch("shared%d" % i), "--cast-book", book, write("s%d.txt" % i, text)],
                                     stdout=subprocess.DEVNULL))
    expect([r.wait() for r in runs] == [0] * 6, "a run failed")
    names = [line.split(" = ")[0] for line in open(book, encoding="utf-8").read().splitlines()]
    expect(len(names) == len(set(names)) == 7, names)


run_tests()
