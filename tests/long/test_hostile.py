#!/usr/bin/env python3
"""A hostile line costs at most its own sentence: the program ends soon, says what it lost, and
every other sentence has the clips that it has without it."""
import os, shutil, subprocess, sys

sys.path[:0] = [os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), folder) for folder in ("", "props", "run")]
import hostile
from episode import digests, read_json
from kit import BUILD, LONG, ROOT, SCRATCH, SLOW, Run, Skip, expect, run_tests, scratch, side_by_side, test, write

LIMIT_S, SPEED_MIN = 10, 30  # and a second for so many of sound
SPEAKER = "Maren Oldcastle"
BEFORE = b"The Tide Clock\n\nThe clock of 1911 is back in Skerrow harbour.\n\n\"We came to mend a clock,\" said Maren Oldcastle.\n\n"
AFTER = b"\n\nIt was sold in a storm, and nobody knows who bought it.\n\n\"I do,\" said Maren Oldcastle.\n\nThe next tide comes at noon.\n"
VOICES = ["narrator-a", "narrator-b", "harbor", "cedar", "onyx"]  # two of the Klatt synthesiser's kinds, and of the other
LANGUAGES = ["hi", "ga", "hy", "my"]  # in which pictographs crash the engine
LINES = hostile.lines()
SAMPLE = ["dotted", "six-pictographs", "dotted-cyrillic", "cut-in-four", "command-rate", "phonemes", "ssml-prosody-open", "marks-thai", "nuls", "chance-00"]


def narrate(name, data, voice, language):
    """(run, folder of the episode or None, {clip: digest})"""
    place = "%s-%s-%s" % (name, voice, language)
    output, cache = scratch(place + "/out"), scratch(place + "/cache")
    run = Run("narrate", "-q", "-j", "1", "--no-disclosure", "--language", language, "--voice", "narrator=" + voice,
              "--voice", "%s=%s" % (SPEAKER, "fern"), "-o", output, "--cache", cache, write(place + "/in.txt", data), timeout=120)
    folders = [f for f in (os.listdir(output) if os.path.isdir(output) else []) if not f.startswith(".")]
    clips = digests(os.path.join(cache, "clips"))
    shutil.rmtree(cache, ignore_errors=True)
    return run, os.path.join(output, folders[0]) if folders else None, clips


def expect_told(run, report):
    """Whatever was lost is in the notes, in the status and on stderr."""
    lost = report["clips"]["failed"]
    notes = [n for n in report["notes"] if n["stage"] == "speak" and ("silence stands" in n["text"] or "cut off" in n["text"])]
    expect(run.status == (1 if lost else 0), "status %d with %d clips lost: %s" % (run.status, lost, run.err[-300:]))
    expect(lost == len(notes), "%d clips lost, notes %s" % (lost, report["notes"]))
    expect(bool(lost) == (b"could not be spoken" in run.err), "%d clips lost, stderr %r" % (lost, run.err[-300:]))


def gentle(name, data, voice, language, want):
    run, folder, clips = narrate(name, BEFORE + data + AFTER, voice, language)
    if not folder:  # what holds NULs or is mostly control characters is no text: its place is told, nothing is made
        expect(b"binary data" in run.refused(1).err and run.seconds <= LIMIT_S * SLOW, run.err)
        return
    report = read_json(folder, "report.json")
    expect_told(run, report)
    expect(run.seconds <= (LIMIT_S + report["duration_s"] / SPEED_MIN) * SLOW, "%.1f s" % run.seconds)
    expect(report["coverage"]["unaccounted"] == 0, "%d bytes unaccounted" % report["coverage"]["unaccounted"])
    gone, other = sorted(set(want) - set(clips)), sorted(c for c in want if c in clips and clips[c] != want[c])
    expect(not gone and not other, "of %d clips without it %d are not made, %d are made otherwise" % (len(want), len(gone), len(other)))
    Run("check", folder).ok()
    shutil.rmtree(os.path.dirname(os.path.dirname(folder)))


def lines_test(voice, language, names):
    def run():
        plain, _, want = narrate("plain", BEFORE + AFTER, voice, language)
        plain.ok()
        wrong = side_by_side(lambda line: gentle(line[0], line[1], voice, language, want), [line for line in LINES if line[0] in names])
        expect(not wrong, "\n".join("%s: %s" % (line[0], error) for line, error in wrong))
    run.__doc__ = "%d hostile lines cost no other sentence (%s, %s)" % (len(names), voice, language)
    test(run)


@test
def what_is_spoken_for_too_long_is_told_also_where_the_cache_has_it():
    text = write("long/in.txt", BEFORE + "中".encode() * 150 + AFTER)
    trees = []
    for turn in range(2):
        output = scratch("long/out")
        run = Run("narrate", "-q", "--rate", "80", "-o", output, "--cache", os.path.join(SCRATCH, "long", "cache"), text)
        folder = os.path.join(output, os.listdir(output)[0])
        report = read_json(folder, "report.json")
        expect(report["clips"]["failed"] == 1, report["clips"])
        expect_told(run, report)
        trees.append(digests(folder))
    expect(trees[0] == trees[1], "a warm cache tells otherwise")


# ---- the engine's stage by itself, without a gate before it

def spoken_ungated(cache, files, voice, language, raw, workers):
    """[(line, state, frames, digest)] of the clips, [(line, text)] of the notes"""
    done = subprocess.run([os.path.join(BUILD, "tests", "tool", "speak_ungated"), os.path.join(ROOT, "voices"), voice, language, cache, str(workers), *files],
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=dict(os.environ, **({"UNGATED_RAW": "1"} if raw else {})))
    expect(done.returncode == 0, "status %d: %r" % (done.returncode, done.stderr[-300:]))
    rows = [row.split("\t") for row in done.stdout.decode("utf-8", "replace").splitlines()]
    return [(int(r[1]), *r[2:]) for r in rows if r[0] == "clip"], [(int(r[1]), r[2]) for r in rows if r[0] == "note"]


def ungated_test(voice, language, names, raw):
    def run():
        place = "ungated-%s-%s-%d" % (voice, language, raw)
        chosen = [line for line in LINES if line[0] in names]
        files = [write("%s/%s" % (place, name), data) for name, data in chosen]
        empty = write(place + "/nothing", b"")
        cache = scratch(place + "/cache")
        clips, notes = spoken_ungated(cache, files, voice, language, raw, 0)
        want, _ = spoken_ungated(scratch(place + "/want"), [empty] * len(files), voice, language, raw, 1)
        sentences = lambda rows: [row for row in rows if row[0] % 2 == 0]
        expect(sentences(clips) == sentences(want), "reference sentences differ")
        hurt = [(line, state) for line, state, _, _ in clips if state != "whole"]
        expect([line for line, _ in hurt] == [line for line, _ in notes], "hurt %s, notes %s" % (hurt, notes))
        expect(all(state != "reduced" for _, state in hurt) if raw else all(state != "lost" for _, state in hurt), "hurt: %s" % hurt)
        for again, workers in ((cache, 1), (scratch(place + "/many"), 8)):
            expect((clips, notes) == spoken_ungated(again, files, voice, language, raw, workers), "another time it is otherwise")
        shutil.rmtree(os.path.join(SCRATCH, place))
        print("# %s, %s: %d of %d lines are more than the engine stands: %s" %
              (voice, language, len({line for line, _ in hurt}), len(files), " ".join(sorted({chosen[line // 2][0] for line, _ in hurt}))))
        if not hurt:
            raise Skip("this espeak-ng stands all lines")
    run.__doc__ = "%d lines straight to the engine cost no other sentence (%s, %s%s)" % (len(names), voice, language, ", twice" if raw else "")
    test(run)


ALL = [name for name, _ in LINES]
for chosen in VOICES:
    lines_test(chosen, "en", ALL if LONG else SAMPLE if chosen == VOICES[0] else SAMPLE[:1])
for tag in LANGUAGES:
    lines_test("narrator-a", tag, ALL if LONG else SAMPLE[1:2])
for chosen in VOICES if LONG else VOICES[:1]:
    ungated_test(chosen, "en", ALL if LONG else SAMPLE[:5], False)
    ungated_test(chosen, "en", ALL if LONG else SAMPLE[:5], True)
for tag in LANGUAGES if LONG else LANGUAGES[:1]:
    ungated_test("narrator-a", tag, ALL if LONG else SAMPLE[:5], False)
run_tests()
