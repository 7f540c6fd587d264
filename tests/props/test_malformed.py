#!/usr/bin/env python3
"""Whatever is fed to it, the program ends within ten seconds, reads it under the laws or refuses it
with one line, and takes twice the time for twice the input."""
import json, os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import laws, malformed
from kit import CONFIG, Run, articles, expect, run_tests, test, write

LIMIT_S = 10
GROWTH_MAX = 3.2  # of processor time, for twice the input; four would be quadratic
NOISE_S = 0.15


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


def linear_test(name, make):
    def run():
        n = 4000
        times = []
        while True:
            path, twice = write("once.txt", make(n)), write("twice.txt", make(2 * n))
            # The shortest of a few runs: others work on this machine too.
            times = [min(Run("script", "--json", p).cpu_s for _ in range(2)) for p in (path, twice)]
            if times[1] > NOISE_S or os.path.getsize(twice) > 4 << 20 or times[1] > 5:
                break
            n *= 4
        if times[1] > NOISE_S and times[1] > GROWTH_MAX * times[0]:  # once more, before it is said
            times = [min(Run("script", "--json", p).cpu_s for _ in range(5)) for p in (path, twice)]
        expect(times[1] <= NOISE_S or times[1] <= GROWTH_MAX * times[0],
               "%.2f s for %d bytes, %.2f s for twice as much" % (times[0], os.path.getsize(path), times[1]))
    run.__doc__ = "twice as many %s take about twice the time" % name.replace("-", " ")
    test(run)


for sample, content in malformed.samples([data for _, data in articles()]):
    malformed_test(sample, content)
if CONFIG == "release":  # sanitizers and counters cost differently here and there
    for kind, maker in sorted(malformed.NASTY.items()):
        linear_test(kind, maker)
run_tests()
