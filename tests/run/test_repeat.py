#!/usr/bin/env python3
"""Same in, same out: whatever the number of workers, the state of the cache, the environment."""
import os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import expect_same_tree, loudness, narrate, probe, read_json
from kit import ROOT, Run, expect, run_tests, scratch, test, write

SHORT = write("short.txt", "The ferry returns\n\nThe ferry is back, at $4.50 a seat.\n\n\"About time,\" said Piet Vos, 61.\n\n"
              "“Nobody asked me,” said Ada Quill, the captain. She sails at 10:30 a.m. on Nov. 3.\n")


@test
def two_runs_give_the_same_bytes():
    expect_same_tree(narrate(scratch("a"), "--no-cache"), narrate(scratch("b"), "--no-cache"))


@test
def one_worker_two_and_five_give_the_same_bytes():
    one = narrate(scratch("j1"), "--no-cache", "-j", "1")
    expect_same_tree(one, narrate(scratch("j2"), "--no-cache", "-j", "2"))
    expect_same_tree(one, narrate(scratch("j5"), "--no-cache", "-j", "5"))


@test
def a_warm_cache_changes_nothing():
    cache = scratch("cache")
    cold, warm = narrate(scratch("cold"), "--cache", cache), narrate(scratch("warm"), "--cache", cache)
    expect_same_tree(cold, warm)
    timed = read_json(narrate(scratch("timed"), "--cache", cache, "--timing"), "report.json")
    expect(timed["clips"]["cached"] == timed["clips"]["count"] > 0, "clips: %s" % timed["clips"])


@test
def earcons_are_of_their_passages():
    cache = scratch("cache")
    plain = narrate(scratch("plain"), "--cache", cache, article=SHORT)
    warm = narrate(scratch("warm"), "--cache", cache, "--earcon", "tone", article=SHORT)
    expect_same_tree(warm, narrate(scratch("cold"), "--no-cache", "-j", "1", "--earcon", "tone", article=SHORT))
    expect_same_tree(plain, narrate(scratch("again"), "--cache", cache, article=SHORT))
    told = read_json(warm, "report.json")
    untold = read_json(plain, "report.json")
    expect(told["duration_s"] >= untold["duration_s"], "the earcons take time away")
    sounds = [f["sha256"] for report in (told, untold) for f in report["files"] if f["name"].endswith(".mp3")]
    expect(len(set(sounds)) == 2, "nothing is heard of the earcons")
    expect(abs(told["loudness"]["integrated_lufs"] + 16) <= 0.1, "loudness %s" % told["loudness"])


@test
def a_spoilt_cache_is_not_believed():
    cache = scratch("cache")
    narrate(scratch("first"), "--cache", cache, article=SHORT)
    want = narrate(scratch("want"), "--no-cache", article=SHORT)
    spoilt = 0
    for path, _, names in os.walk(cache):
        for name in names:
            full = os.path.join(path, name)
            size = os.path.getsize(full)
            with open(full, "r+b") as f:
                f.truncate(size // 2) if spoilt % 2 else f.write(b"spoilt!!")
            spoilt += 1
    expect(spoilt, "the cache is empty")
    again = narrate(scratch("again"), "--cache", cache, article=SHORT)
    for folder in (want, again):
        os.remove(os.path.join(folder, "report.json"))
    expect_same_tree(want, again)


@test
def language_time_zone_and_folder_do_not_matter():
    article = SHORT
    want = narrate(scratch("plain"), "--no-cache", article=article)
    out = scratch("abroad")
    Run("narrate", "-q", "--no-cache", "-o", out, article, cwd="/",
        env={"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "TZ": "Asia/Kathmandu", "COLUMNS": "20"}).ok()
    expect_same_tree(want, os.path.join(out, os.listdir(out)[0]))


@test
def a_second_run_replaces_the_episode_whole():
    out = scratch("twice")
    narrate(out, "--no-cache", "--format", "mp3,flac", article=SHORT)
    folder = narrate(out, "--no-cache", article=SHORT)
    expect_same_tree(folder, narrate(scratch("once"), "--no-cache", article=SHORT))


@test
def options_of_sound_do_what_they_say():
    plain = narrate(scratch("plain"), "--no-cache")
    stereo = narrate(scratch("stereo"), "--no-cache", "--channels", "2", "--loudness", "-18")
    slug = os.path.basename(stereo) + ".mp3"
    expect(probe(os.path.join(stereo, slug))[0]["channels"] == 2, "not two channels")
    lufs, _ = loudness(os.path.join(stereo, slug))
    expect(abs(lufs + 18) <= 0.5, "%.1f LUFS" % lufs)
    fast = narrate(scratch("fast"), "--no-cache", "--rate", "300")
    ratio = read_json(fast, "report.json")["duration_s"] / read_json(plain, "report.json")["duration_s"]
    expect(ratio < 0.75, "at 300 words a minute it lasts %.2f times as long" % ratio)


@test
def voices_can_be_chosen():
    out = scratch("chosen")
    folder = narrate(out, "--no-cache", "--voice", "narrator=narrator-b", "--voice", "Ada Quill=onyx", article=SHORT)
    voices = {s["name"]: s["voice"] for s in read_json(folder, "report.json")["speakers"]}
    expect(voices.get("Narrator") == "narrator-b" and voices.get("Ada Quill") == "onyx", "voices: %s" % voices)
    single = narrate(scratch("single"), "--no-cache", "--single-voice", article=SHORT)
    voices = {s["voice"] for s in read_json(single, "report.json")["speakers"]}
    expect(len(voices) == 1, "voices: %s" % voices)


@test
def several_inputs_make_several_episodes_even_under_one_title():
    again = write("again.txt", open(SHORT).read().replace("Piet", "Joop"))
    out = scratch("several")
    Run("narrate", "-q", "--no-cache", "-o", out, SHORT, os.path.join(ROOT, "tests/cases/plain.txt")).ok()
    expect(len(os.listdir(out)) == 2, "found %s" % os.listdir(out))
    Run("narrate", "-q", "--no-cache", "-o", scratch("clash"), SHORT, again)
    for name in os.listdir(os.path.join(os.path.dirname(out), "clash")):
        Run("check", os.path.join(os.path.dirname(out), "clash", name)).ok()


run_tests()
