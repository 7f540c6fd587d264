#!/usr/bin/env python3
"""Two seconds of speech tell which voice it is, in the MP3 that a listener gets."""
import os, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import BUILD, expect, run_tests, scratch, test
from recordings import halves, narrate_sentences, voices

TOOL = os.path.join(BUILD, "tests", "tool", "tell_speakers")
TOLD_PERCENT = 99.5


def stretches(names):
    """Lines for the tool. The open half trains, the other is told."""
    folder, train = scratch("voices"), set(halves()[0])
    for name in names:
        path, spans = narrate_sentences(name, folder)
        for i, (beg, end) in enumerate(spans):
            yield "%s\t%s\t%s\t%.3f\t%.3f\n" % (name, "train" if i in train else "test", path, beg, end)


def tell(lines):
    """{voice: (pieces, taken for another, whom for)}"""
    run = subprocess.run([TOOL], input="".join(lines).encode(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    expect(run.returncode == 0, run.stderr.decode())
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    return {name: (int(pieces), int(missed), whom) for name, pieces, missed, whom in rows}


def told_percent(told):
    return 100 - 100 * sum(missed for _, missed, _ in told.values()) / sum(pieces for pieces, _, _ in told.values())


LINES = list(stretches(voices()))


@test
def every_voice_is_told_from_all_others():
    told = tell(LINES)
    expect(sorted(told) == voices(), told)
    for name, (pieces, missed, whom) in told.items():
        if missed:
            print("# %s: %d of %d pieces taken for another: %s" % (name, missed, pieces, whom))
    print("# %.2f %% of %d pieces" % (told_percent(told), sum(t[0] for t in told.values())))
    expect(told_percent(told) >= TOLD_PERCENT, "%.2f %%, wanted %.1f" % (told_percent(told), TOLD_PERCENT))


@test
def a_voice_under_two_names_is_not_told():
    twice = [line for line in LINES if line.startswith(("fern\t", "briar\t"))]
    twin = [line.replace("fern\t", "twin\t", 1) for line in twice if line.startswith("fern\t")]
    # The twin trains on what the other is told by, so that the two are not the same numbers.
    turned = [l.replace("\ttrain\t", "\tx\t").replace("\ttest\t", "\ttrain\t").replace("\tx\t", "\ttest\t") for l in twin]
    told = told_percent(tell(twice + turned))
    expect(told < 90, "%.1f %% were told" % told)


run_tests()
