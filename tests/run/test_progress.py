#!/usr/bin/env python3
"""`--progress`: goes on through all that is made, and knows beforehand what that is."""
import json, os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from kit import Run, expect, run_tests, scratch, test, write

ARTICLE = write("ferry.txt", "The Ferry Sails\n\nThe ferry left at noon. It was late.\n\n“We will sail at noon, whatever the weather brings us then,” said Ann Cole.\n")


def told(*options, article=ARTICLE):
    run = Run("narrate", "--no-cache", "--progress", "json", "-o", scratch("episodes"), *options, article).ok()
    return [json.loads(line) for line in run.err.decode().splitlines()]


def steps(lines):
    out = []
    for line in lines:
        step = (line["stage"], line.get("part"))
        if out[-1:] != [step]:
            out.append(step)
    return out


def check_shares(lines):
    shares = [line["share"] for line in lines]
    expect(shares == sorted(shares), "the share falls: %s" % shares)
    expect(shares[0] < 0.05 and shares[-1] == 1, "it goes from %s to %s" % (shares[0], shares[-1]))
    expect(all(line["done"] <= line["total"] for line in lines), "more is done than there is")
    expect(all(set(line) - {"part"} == {"input", "stage", "done", "total", "share"} for line in lines), lines[0])


@test
def the_first_clip_is_told_at_once():
    done = [line["done"] for line in told() if line["stage"] == "speak" and line["total"]]
    expect(done[0] == 1, "the first that is told is clip %d" % done[0])


@test
def each_choice_of_what_is_made_goes_from_nothing_to_all():
    for options in ([], ["--edition", "radio"], ["--edition", "accessible"], ["--format", "opus,flac"], ["--also", "single"],
                    ["--edition", "radio,accessible"], ["--format", "opus", "--edition", "podcast,accessible"]):
        check_shares(told(*options))


@test
def it_moves_through_readings_beside_editions_chapters_and_books():
    lines = told("--also", "fast,single", "--split", "chapter", "--edition", "accessible,radio,podcast", "--radio-format", "wav,mp2")
    check_shares(lines)
    parts = [part for part in steps(lines) if part[1]]
    expect([p for p in parts if p[0] == "publish"] == [("publish", part) for part in ("podcast", "fast", "single", "chapters", "radio", "accessible", "books")], parts)
    for step in [("speak", "fast"), ("speak", "single"), ("publish", "fast"), ("publish", "radio"), ("publish", "books")]:
        shares = [line["share"] for line in lines if (line["stage"], line.get("part")) == step]
        after = [line["share"] for line in lines[max(i for i, line in enumerate(lines) if (line["stage"], line.get("part")) == step):]]
        expect(shares and after[min(1, len(after) - 1)] > shares[0], "it stands still in %s" % (step,))
    radio = [line for line in lines if line.get("part") == "radio" and line["total"]]
    expect(radio[-1]["done"] == radio[-1]["total"], "the second file of the radio edition is not counted")


@test
def what_turns_out_not_to_be_made_is_passed_over():
    alone = write("alone.txt", "The Ferry Sails\n\nThe ferry left at noon. It was late.\n")
    lines = told("--also", "single", article=alone)
    check_shares(lines)
    expect("single" not in [line.get("part") for line in lines], "it is told of")


@test
def a_bar_names_what_is_being_made_and_goes():
    run = Run("narrate", "--no-cache", "--progress", "bar", "-o", scratch("bar"), "--also", "fast", "--edition", "podcast,radio,accessible", ARTICLE).ok()
    shown = run.err.decode().split("\r")
    for what in ("podcast", "fast", "radio", "books"):
        expect(any(what in line for line in shown), "%s is never shown" % what)
    expect(max(map(len, shown)) <= 76 and shown[-1] == "" and shown[-2].strip() == "", repr(shown[-2:]))


run_tests()
