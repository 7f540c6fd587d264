#!/usr/bin/env python3
"""Reading is linear: twice any input takes less than three times the work and the memory."""
import glob, os, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import malformed
from kit import BUILD, ROOT, expect, run_tests, test, write

GROWTH_MAX = 3  # four would be quadratic
LARGEST = 1 << 18  # bytes; an input may as well be repeated


def measure(paths):
    """Ratios of work and memory by input; None where it is refused."""
    done = subprocess.run([os.path.join(BUILD, "tests", "tool", "measure_growth"), *paths], stdout=subprocess.PIPE, check=True)
    rows = [line.split("\t") for line in done.stdout.decode("utf-8", "surrogateescape").splitlines()]
    expect(len(rows) == len(paths), "%d of %d inputs were measured" % (len(rows), len(paths)))
    return {name: [float(r) for r in ratios] if len(ratios) == 2 else None for name, *ratios in rows}


def check_growth(paths):
    found = {name: ratios for name, ratios in measure(paths).items() if ratios}
    expect(len(found) * 2 > len(paths), "only %d of %d inputs were read" % (len(found), len(paths)))
    for name, (work, memory) in found.items():
        expect(memory < GROWTH_MAX, "%s: %.2f times the memory for twice the input" % (name, memory))
        # Where work is time, a busy machine may have disturbed it.
        for _ in range(2):
            work = work if work < GROWTH_MAX else measure([name])[name][0]
        expect(work < GROWTH_MAX, "%s: %.2f times the work for twice the input" % (name, work))


def add(name, paths):
    def check():
        check_growth(paths())
    check.__doc__ = "twice the input, less than three times the work and memory: " + name
    test(check)


def corpus(kind):
    return lambda: sorted(glob.glob(os.path.join(ROOT, "tests", "fuzz", "corpus", kind, "*")))


def articles():
    return sorted(glob.glob(os.path.join(ROOT, "tests", "cases", "*.txt")) + glob.glob(os.path.join(ROOT, "tests", "heard", "*")))


def made():
    texts = [open(path, "rb").read() for path in articles()]
    return [write("%s.txt" % name, data) for name, data in malformed.samples(texts) if len(data) <= LARGEST]


WHOLE = {"feed", "xml", "epub", "book", "decode"}  # what is written twice in one file is no such document, or is refused
for kind in sorted(set(os.listdir(os.path.join(ROOT, "tests", "fuzz", "corpus"))) - WHOLE):
    add("the fuzzers' corpus of " + kind, corpus(kind))
add("what nobody would write", made)
add("articles", articles)

run_tests()
