#!/usr/bin/env python3
"""The page in a browser, where there is one: the word that is marked is the one that is heard."""
import json, os, random, re, shutil, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import narrate
from kit import ROOT, SHARED, SLOW, Skip, expect, run_tests, scratch, test

MODULES = os.path.join(os.environ.get("VALIDATORS") or os.path.join(SHARED, "validators"), "node_modules")
TIMES, LATE_S = 20, 0.06
_found = []


def cue_words(folder):
    """When each word begins and ends, by the captions: [(begin, end)]"""
    with open(os.path.join(folder, os.path.basename(folder) + ".vtt"), encoding="utf-8") as f:
        blocks = [b for b in f.read().split("\n\n") if " --> " in b.split("\n")[0]]
    clock = lambda t: sum(float(p) * 60 ** i for i, p in enumerate(reversed(t.split(":"))))
    words = []
    for block in blocks:
        begin, end = map(clock, block.split("\n")[0].split(" --> "))
        starts = [begin] + [clock(t) for t in re.findall(r"<(\d\d:\d\d:\d\d\.\d{3})>", block)]
        words += list(zip(starts, starts[1:] + [end]))
    return words


def in_browser():
    if not _found:
        if not os.path.isdir(os.path.join(MODULES, "puppeteer-core")):
            raise Skip("puppeteer-core is not in %s (install.sh there, or VALIDATORS=FOLDER)" % MODULES)
        if not shutil.which("chromium") or not shutil.which("node"):
            raise Skip("chromium or node is not installed")
        folder = narrate(scratch("episode"), "--no-cache")
        words = cue_words(folder)
        rng = random.Random(7)
        times = ["%.3f" % rng.uniform(words[0][0], words[-1][1] - 5) for _ in range(TIMES)]
        run = subprocess.run(["node", os.path.join(ROOT, "tests", "run", "page_words.mjs"), MODULES, os.path.join(folder, "index.html"), *times],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=180 * SLOW)
        expect(run.returncode == 0, run.stderr.decode()[-1500:])
        _found.append((words, json.loads(run.stdout)))
    return _found[0]


def heard(words, time):
    """Beginnings of the words that are heard within LATE_S of a time; None: there is a pause"""
    near = {begin for begin, end in words if begin - LATE_S <= time <= end + LATE_S}
    silent = not any(begin <= time <= end for begin, end in words)
    return near | ({None} if silent else set())


def expect_in_time(samples, words):
    for s in samples:
        wanted = heard(words, s["time"])
        # A word may stay marked for a moment in the pause behind it.
        passing = {begin for begin, end in words if end <= s["time"] <= end + 0.3} if None in wanted else set()
        expect(any(w == s["word"] or (w is not None and s["word"] is not None and abs(w - s["word"]) < 0.002) for w in wanted | passing),
               "at %.3f s %s is marked, not %s" % (s["time"], s["word"], sorted(wanted, key=str)))


@test
def the_marked_word_is_heard_within_60_ms_wherever_one_begins():
    words, found = in_browser()
    expect(len(found["seeks"]) == TIMES, "%d places" % len(found["seeks"]))
    expect(sum(s["word"] is not None for s in found["seeks"]) > TIMES / 2, "hardly a word is marked: %s" % found["seeks"])
    expect_in_time(found["seeks"], words)


@test
def the_mark_goes_with_the_voice_while_it_plays():
    words, found = in_browser()
    moved = found["played"][-1]["time"] - found["played"][0]["time"]
    expect(moved > 2 and len({s["word"] for s in found["played"]}) > 5, "it played for %.1f s" % moved)
    expect_in_time(found["played"], words)


@test
def speed_and_skips_work_and_nobody_else_is_asked():
    _, found = in_browser()
    expect(found["rate"] == 2 and abs(found["skipped"] - 10) < 0.5, "rate %s, skipped %s" % (found["rate"], found["skipped"]))
    expect(not found["elsewhere"], "asked for %s" % found["elsewhere"])


@test
def times_and_sizes_keep_together_on_a_small_screen():
    _, found = in_browser()
    expect(not found["broken"], "in more than one line: %s" % found["broken"])


run_tests()
