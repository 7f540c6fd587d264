#!/usr/bin/env python3
"""No digital silence, no clipping, no clicks in episodes of any kind, and voices level with each other."""
import os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from detectors import faults, long_levels, measure, stretches_of
from kit import expect, run_tests, scratch, test
from recordings import ROOT, halves, narrate, narrate_together, voices

FORMATS = ("mp3", "flac", "wav")


def texts():
    for folder in ("articles", "cases", "heard"):
        path = os.path.join(ROOT, "tests", folder)
        for name in sorted(os.listdir(path)):
            if name.endswith((".txt", ".md")):
                yield os.path.join(path, name)


def faults_of(article):
    path, script = narrate(scratch(os.path.basename(article)), article, name=",".join(FORMATS))
    found = []
    for name in FORMATS:
        said = faults(measure(os.path.splitext(path)[0] + "." + name, stretches_of(script)))
        found += ["%s, %s: %s" % (os.path.basename(article), name, s) for s in said]
    return found


@test
def episodes_have_no_fault():
    articles = list(texts())
    expect(len(articles) > 15, articles)
    found = [f for article in articles for f in faults_of(article)]
    print("# %d texts, each as %s" % (len(articles), ", ".join(FORMATS)))
    expect(found == [], "\n".join(found))


@test
def all_voices_are_level_in_one_episode():
    for half, which in zip(("open", "held out"), halves()):
        path, script = narrate_together(voices(), which, scratch(half))
        found = measure(path, stretches_of(script))
        levels = long_levels(found)
        expect(sorted(levels) == voices(), "too little of some voice: %s" % found["levels"])
        print("# level, %s half: from %.2f LUFS (%s) to %.2f (%s)" % (
            half, min(levels.values()), min(levels, key=levels.get), max(levels.values()), max(levels, key=levels.get)))
        expect(faults(found) == [], faults(found))


run_tests()
