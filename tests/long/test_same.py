#!/usr/bin/env python3
"""Same in, same out, over many articles: whatever the number of workers and the state of the cache,
whoever else uses it and is killed there, an episode has the same bytes."""
import os, random, shutil, signal, subprocess, sys, time

sys.path[:0] = [os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), folder) for folder in ("", "props", "run")]
import generate
from episode import digests, narrate
from kit import LECTERN, LONG, ROOT, articles, expect, run_tests, scratch, side_by_side, test, write

FORMATS = "mp3,opus,flac,wav"
SEEDED = 100 if LONG else 1
KILLS = 12 if LONG else 1
SHORT = "The ferry returns\n\nThe ferry is back, at $4.50 a seat.\n\n\"About time,\" said Piet Vos, 61.\n"


def samples():
    """(name, path): articles from seeds, and all that the project carries."""
    made = [("seed-%d" % seed, generate.article(random.Random(seed))) for seed in range(SEEDED)]
    found = [(name, write("articles/%s.txt" % name, text)) for name, text in made]
    if LONG:
        heard = os.path.join(ROOT, "tests", "heard")
        found += [(name, write("articles/" + name, data)) for name, data in articles()]
        found += [(name, os.path.join(heard, name)) for name in sorted(os.listdir(heard))]
    return found


def forget_half(cache, rng):
    """Takes a half of the files by chance out of the cache."""
    files = sorted(os.path.join(path, name) for path, _, names in os.walk(cache) for name in names if not name.startswith("."))
    expect(files, "the cache is empty")
    for path in rng.sample(files, (len(files) + 1) // 2):
        os.remove(path)


def alike(name, path, options):
    place = "same-%s-%d" % (name, len(options))

    def tell(run, cache, workers):
        output = scratch("%s/%s" % (place, run))
        return digests(narrate(output, "--cache", cache, "-j", str(workers), *options, article=path, timeout=600))

    rng = random.Random(name)
    caches = [scratch("%s/cache-%d" % (place, i)) for i in range(3)]
    want = tell("one", caches[0], 1)
    runs = [("two", caches[1], 2), ("eight", caches[2], 8), ("warm", caches[0], rng.choice([1, 2, 8])), ("half", caches[1], rng.choice([1, 2, 8]))]
    for run, cache, workers in runs:
        if run == "half":
            forget_half(cache, rng)
        found = tell(run, cache, workers)
        differ = sorted(n for n in set(want) | set(found) if want.get(n) != found.get(n))
        expect(not differ, "%s (%d workers): these differ: %s" % (run, workers, ", ".join(differ)))
    shutil.rmtree(os.path.dirname(caches[0]))


def alike_test(chosen, options, what):
    def run():
        wrong = side_by_side(lambda sample: alike(*sample, options), chosen)
        expect(not wrong, "\n".join("%s: %s" % (sample[0], error) for sample, error in wrong))
    run.__doc__ = "%d articles by 1, 2, 8 workers, with a cache that is cold, warm, half there%s" % (len(chosen), what)
    test(run)


SAMPLES = samples()
alike_test(SAMPLES, [], "")
alike_test(SAMPLES[-12:] if LONG else [("short", write("articles/short.txt", SHORT))], ["--format", FORMATS], ", in all formats")
if LONG:
    alike_test(SAMPLES[:12], ["--preset", "ebu", "--single-voice"], ", for stations")


@test
def runs_that_share_a_cache_and_one_that_is_killed_there():
    rng = random.Random(2)
    for name, path in SAMPLES[-KILLS:]:
        want = digests(narrate(scratch("alone"), "--no-cache", article=path))
        cache, outputs = scratch("shared"), [scratch("shared-%d" % i) for i in range(3)]
        runs = [subprocess.Popen([LECTERN, "narrate", "-q", "--cache", cache, "-j", "2", "-o", output, path], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
                for output in outputs]
        time.sleep(rng.uniform(0, 0.8))
        runs[0].send_signal(signal.SIGKILL)
        ended = [run.communicate()[1] or run.returncode for run in runs]
        expect(ended[1:] == [0, 0], "%s: the others ended with %s" % (name, ended))
        for output in outputs[1:]:
            expect(digests(os.path.join(output, os.listdir(output)[0])) == want, "%s: a run beside one that was killed differs" % name)
        expect(digests(narrate(outputs[0], "--cache", cache, article=path)) == want, "%s: what a killed run left changes the next" % name)


run_tests()
