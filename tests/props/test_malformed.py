#!/usr/bin/env python3
"""Whatever is fed to it, the program ends within ten seconds, reads it under the laws or refuses it
with one line, and takes twice the time for twice the input."""
import json, os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import laws, malformed
from kit import CONFIG, Run, articles, expect, run_tests, test, write

LIMIT_S = 10
GROWTH_MAX = 3.2  # of processor time, for twice the input; four would be quadratic
LONG_ENOUGH_S, LARGE_BYTES = 0.15, 2 << 20


def gentle(name, data):
    run = Run("script", "--json", write("input.txt", data), timeout=LIMIT_S)
    if run.status == 1:
        run.refused(1)
        expect(not run.out, "refused, yet something was printed")
    else:
        laws.check(json.loads(run.ok().out))
    shown = run.err.decode("utf-8", "backslashreplace").replace("\n", "")
    expect(not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in shown), "control characters reach the terminal: %r" % shown[:200])


def malformed_test(name, data):
    def run():
        gentle(name, data)
    run.__doc__ = "%s (%d bytes) is read or refused" % (name, len(data))
    test(run)


def cpu_s(path, runs):
    """The least of a few runs: others work on this machine too."""
    return min(Run("script", "--json", path).cpu_s for _ in range(runs))


def linear_test(name, make):
    def run():
        n = 4000
        once = write("once.txt", make(n))
        while cpu_s(once, 1) < LONG_ENOUGH_S and os.path.getsize(once) < LARGE_BYTES:
            n *= 4
            once = write("once.txt", make(n))
        twice = write("twice.txt", make(2 * n))
        for runs in (1, 4):  # a second, closer look before it is said
            a, b = cpu_s(once, runs), cpu_s(twice, runs)
            if b <= max(GROWTH_MAX * a, LONG_ENOUGH_S):
                return
        expect(False, "%.2f s for %d bytes, %.2f s for twice as much" % (a, os.path.getsize(once), b))
    run.__doc__ = "twice as many %s take about twice the time" % name.replace("-", " ")
    test(run)


for sample, content in malformed.samples([data for _, data in articles()]):
    malformed_test(sample, content)
if CONFIG == "release":  # sanitizers and counters cost differently here and there
    for kind, maker in sorted(malformed.NASTY.items()):
        linear_test(kind, maker)
run_tests()
