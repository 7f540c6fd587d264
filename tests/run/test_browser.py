#!/usr/bin/env python3
"""The page in a browser, where there is one: the word that is marked is the one that is heard, and keys,
clicks, addresses and a second visit do what they should."""
import json, os, random, re, shutil, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import narrate, read_json
from kit import ROOT, SHARED, SLOW, Skip, expect, run_tests, scratch, test

MODULES = os.path.join(os.environ.get("VALIDATORS") or os.path.join(SHARED, "validators"), "node_modules")
TIMES, LATE_S = 20, 0.06
_episode, _found, _controls = [], [], []


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


def run_script(name, folder, *args):
    run = subprocess.run(["node", os.path.join(ROOT, "tests", "run", name), MODULES, os.path.join(folder, "index.html"), *args],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=180 * SLOW)
    expect(run.returncode == 0, run.stderr.decode()[-1500:])
    return json.loads(run.stdout)


def episode():
    if not os.path.isdir(os.path.join(MODULES, "puppeteer-core")):
        raise Skip("puppeteer-core is not in %s (install.sh there, or VALIDATORS=FOLDER)" % MODULES)
    if not shutil.which("chromium") or not shutil.which("node"):
        raise Skip("chromium or node is not installed")
    if not _episode:
        _episode.append(narrate(scratch("episode"), "--no-cache"))
    return _episode[0]


def in_browser():
    folder = episode()
    if not _found:
        words = cue_words(folder)
        rng = random.Random(7)
        times = ["%.3f" % rng.uniform(words[0][0], words[-1][1] - 5) for _ in range(TIMES)]
        _found.append((words, run_script("page_words.mjs", folder, *times)))
    return _found[0]


def controls():
    folder = episode()
    if not _controls:
        _controls.append(run_script("page_controls.mjs", folder))
    return _controls[0]


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


def chapters():
    return [c["startTime"] for c in read_json(episode(), "chapters.json")["chapters"]]


def sentences():
    """When each line of the transcript begins."""
    with open(os.path.join(episode(), "index.html"), encoding="utf-8") as f:
        return [float(t) for t in re.findall(r'<span class="s" id="l\d+" data-s="([^"]*)"', f.read())]


def expect_times(found, wanted):
    for name, time in wanted.items():
        expect(abs(found[name] - time) < 0.2, "%s: %.3f s, not %.3f" % (name, found[name], time))


@test
def keys_act_in_the_player_and_elsewhere_only_by_the_switch():
    did = controls()["keys"]["did"]
    expect_times(did, {"outside": 100, "l": 110, "j": 90, "everywhere": 110, "in a list": 100, "ctrl": 100, "a Cyrillic keyboard": 110})
    expect(did["ctrl is left to the browser"], "a key of the browser is taken")


@test
def keys_lead_to_chapters_and_sentences():
    did, lines = controls()["keys"]["did"], sentences()
    expect(len(chapters()) > 2, "too few chapters to tell")
    now = [t for t in lines if t <= 100][-1]
    expect_times(did, {"n": [t for t in chapters() if t > 100][0], "p": [t for t in chapters() if t < 98][-1],
                       "o": [t for t in lines if t > 100][0], "u": now if 100 - now >= 2 else [t for t in lines if t < now][-1]})


@test
def keys_play_and_change_the_speed_which_is_said():
    keys = controls()["keys"]
    expect(keys["played"] and keys["paused"] and keys["help"], "k or ? does nothing")
    expect(keys["faster"] == [1.25, "Speed 1.25"] and keys["slower"] == 1, "%s, then %s" % (keys["faster"], keys["slower"]))


@test
def the_waveform_is_a_slider():
    keys, length = controls()["keys"], read_json(episode(), "report.json")["duration_s"]
    expect_times(keys["did"], {"ArrowRight": 105, "ArrowLeft": 95, "PageUp": 160, "Home": 0, "End": length})
    expect(re.fullmatch(r"1:50 of 3:\d\d, \w.*", keys["value"]), "it says %r" % keys["value"])


@test
def a_click_on_the_waveform_leads_to_that_place():
    for click in controls()["clicks"]:
        expect(abs(click["time"] - click["wanted"]) < 1.5, "%(time).1f s, not %(wanted).1f" % click)
        expect(abs(click["mark"] - click["wanted"]) < 1.5, "the mark is at %(mark).1f s, not %(wanted).1f" % click)


@test
def keys_of_keyboards_and_headphones_are_heard():
    media = controls()["media"]
    expect_times(media["did"], {"seekforward": 110, "seekbackward": 90, "seekto": 42, "nexttrack": [t for t in chapters() if t > 100][0],
                                "previoustrack": [t for t in chapters() if t < 98][-1]})
    expect({"play", "pause"} <= set(media["names"]) and media["title"] == read_json(episode(), "report.json")["title"], media)


def luminance(colour):
    parts = [int(p) / 255 for p in re.findall(r"\d+", colour)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@test
def colours_of_speakers_stand_out_in_light_and_dark():
    for scheme in ("light", "dark"):
        found = controls()[scheme]
        expect(len(set(found["strokes"])) == 7 and set(found["drawn"]) <= set(found["strokes"]) and len(found["drawn"]) > 2, found)
        for stroke in found["strokes"]:
            for ground in found["grounds"]:
                expect(contrast(stroke, ground) >= 3, "%s: %s on %s is %.2f" % (scheme, stroke, ground, contrast(stroke, ground)))
    expect(controls()["light"]["grounds"] != controls()["dark"]["grounds"], "there is no dark scheme")


@test
def the_place_is_remembered():
    visits = controls()["visits"]
    again = visits["again"]
    expect(visits["first"], "a first visit goes on from somewhere")
    expect(abs(again["time"] - 61.5) < 0.2 and again["shown"] and "1:01" in again["says"] and again["paused"], again)
    expect(again["rate"] == 1.25 and visits["afresh"] < 1, "speed %s, afresh from %s" % (again["rate"], visits["afresh"]))


@test
def addresses_lead_to_moments_and_sentences():
    visits = controls()["visits"]
    for name in ("seconds", "clock", "range"):
        expect(abs(visits[name]["time"] - 65) < 0.2 and not visits[name]["shown"], "%s: %s" % (name, visits[name]))
    expect(abs(visits["line"]["time"] - visits["line"]["line"]) < 0.2, visits["line"])
    expect(abs(visits["wild"]["time"] - read_json(episode(), "report.json")["duration_s"]) < 0.2, visits["wild"])
    expect(abs(visits["changed"] - 130) < 0.2 and visits["linked"][0] == "#t=130" and "2:10" in visits["linked"][1], visits["linked"])


@test
def whoever_wants_no_motion_gets_none():
    visits = controls()["visits"]
    expect(visits["calm"]["scrolls"] == ["auto"] and visits["lively"]["scrolls"] == ["smooth"], "%(calm)s, %(lively)s" % visits)


@test
def it_works_without_storage_from_a_file_and_as_a_picture_without_script():
    found = controls()
    expect(abs(found["visits"]["locked"]["time"] - 65) < 0.2, "without storage: %s" % found["visits"]["locked"])
    expect(not found["file"]["errors"] and found["file"]["seek"] and found["file"]["tools"], "from a file: %s" % found["file"])
    plain = found["plain"]
    expect(plain["wave"] > 40 and plain["audio"] and not plain["seek"] and not plain["tools"], "without script: %s" % plain)


run_tests()
