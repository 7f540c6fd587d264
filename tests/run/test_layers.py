#!/usr/bin/env python3
"""What the sources and the tests promise of themselves: layers, walls, and that no test is passed over."""
import glob, os, re, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import ROOT, expect, run_tests, scratch, test


@test
def every_part_looks_left_and_each_library_has_one_wall():
    run = subprocess.run([os.path.join(ROOT, "scripts", "layers")], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    expect(run.returncode == 0, run.stdout.decode())


@test
def files_that_the_pages_name_are_there():
    """By a path from the checkout or src/, or by the name alone."""
    paths = [os.path.relpath(p, ROOT) for folder in ("src", "tests", "voices") for p in glob.glob(os.path.join(ROOT, folder, "**", "*.*"), recursive=True)]
    there = set(paths) | {p[len("src/"):] for p in paths if p.startswith("src/")} | {os.path.basename(p) for p in paths}
    for page in ("README.md", "src/README.md", "tests/README.md", "voices/README.md"):
        with open(os.path.join(ROOT, page), encoding="utf-8") as f:
            named = re.findall(r"`([a-z0-9_/]+\.(?:c|h|cc|tsv))`", f.read())
        gone = [n for n in named if n not in there]
        expect(not gone, "%s names files that are not there: %s" % (page, gone))


@test
def a_word_that_no_test_has_is_a_failure():
    runner = os.path.join(ROOT, "tests", "runner.py")
    env = dict(os.environ, OUT=scratch("out"), COVERAGE="")
    run = subprocess.run([sys.executable, runner, "--only", "no-such-test"], env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    expect(run.returncode == 1 and b"no test has" in run.stdout, run.stdout.decode())


@test
def tests_are_chosen_by_their_name_and_by_that_of_their_file():
    sys.path.insert(0, os.path.join(ROOT, "tests"))
    os.environ.setdefault("OUT", scratch("out"))
    import runner

    unit = os.path.join("build", "tests", "unit", "test_base_str")
    for word in ["props/reading", "test_reading", "props/test_reading.py"]:
        expect([name for name, _ in runner.items([unit], word)] == ["props/reading"], word)
    for word in ["unit/base_str", "test_base_str"]:
        expect([name for name, _ in runner.items([unit], word)] == ["unit/base_str"], word)


run_tests()
