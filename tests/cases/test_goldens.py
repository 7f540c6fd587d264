#!/usr/bin/env python3
"""Each article beside this script is taken through the stages, and the print of every stage is
compared with the file of the article's name and the stage's suffix. `make accept` rewrites those
files with --accept; what changed is then read with `git diff` before it is committed."""
import difflib, os, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import BUILD, ROOT, expect, run_tests, test

FOLDER = os.path.join(ROOT, "tests", "cases")
STAGES = ["read", "split", "attribute", "cast", "phrase"]
ARTICLES = sorted(f for f in os.listdir(FOLDER) if f.endswith((".txt", ".md", ".html")))


def product(stage, article):
    run = subprocess.run([os.path.join(BUILD, "tests/tool/print_stages"), stage, os.path.join(FOLDER, article)],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    expect(run.returncode == 0, "%s of %s: %s" % (stage, article, run.stderr.decode()))
    return run.stdout


def golden_path(stage, article):
    return os.path.join(FOLDER, os.path.splitext(article)[0] + "." + stage)


def golden_test(stage, article):
    def compare():
        path = golden_path(stage, article)
        expect(os.path.exists(path), "there is no %s: run `make accept` and read it" % os.path.relpath(path, ROOT))
        got = product(stage, article)
        with open(path, "rb") as f:
            want = f.read()
        if got != want:
            lines = [side.decode("utf-8", "replace").splitlines() for side in (want, got)]
            raise AssertionError("\n".join(list(difflib.unified_diff(*lines, "accepted", "now", lineterm="", n=1))[:40]))
    compare.__doc__ = "%s of %s is as accepted" % (stage, article)
    test(compare)


def accept():
    changed = 0
    for article in ARTICLES:
        for stage in STAGES:
            path, now = golden_path(stage, article), product(stage, article)
            before = open(path, "rb").read() if os.path.exists(path) else None
            if now != before:
                changed += 1
                with open(path, "wb") as f:
                    f.write(now)
    print("%d of %d prints changed; read them: git diff tests/cases" % (changed, len(ARTICLES) * len(STAGES)))


if sys.argv[1:] == ["--accept"]:
    accept()
else:
    for name in ARTICLES:
        for step in STAGES:
            golden_test(step, name)
    run_tests()
