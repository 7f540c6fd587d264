#!/usr/bin/env python3
"""What must hold for any article: coverage, order, speakable words, and equalities that need no
expected value."""
import json, os, random, sys, unicodedata

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import laws
from generate import article
from kit import Run, articles, expect, run_tests, script, test, write

SEEDS = range(60)
INPUTS = articles() + [("generated-%d.txt" % seed, article(random.Random(seed)).encode()) for seed in SEEDS]


def sentences(doc):
    raw = doc["text"].encode()
    return [raw[s["start"]:s["end"]].decode() for s in doc["sentences"]]


def spoken(doc):
    return [u["spoken"] for u in doc["utterances"]]


def same(a, b, what):
    for x, y in zip(a, b):
        expect(x == y, "%s differ: %r and %r" % (what, x[:200], y[:200]))
    expect(len(a) == len(b), "%s: %d and %d" % (what, len(a), len(b)))


def for_each(check, inputs=INPUTS):
    for name, data in inputs:
        try:
            check(name, data)
        except AssertionError as error:
            raise AssertionError("%s: %s" % (name, error))


@test
def every_law_holds_for_every_article():
    for_each(lambda name, data: laws.check(script(data, name=name)))


@test
def every_law_holds_for_every_article_as_a_paragraph():
    for_each(lambda name, data: laws.check(script(data, "--paragraph", name=name)))


@test
def every_law_holds_at_every_detail():
    for detail in ("full", "brief"):
        for_each(lambda name, data: laws.check(script(data, "--detail", detail, name=name)))


@test
def the_text_of_plain_utf8_is_the_input_byte_for_byte():
    def check(name, data):
        if name.endswith(".txt") and b"\r" not in data and not data.startswith(b"\xef\xbb\xbf"):
            expect(script(data, name=name)["text"].encode() == data, "the text was changed")
    for_each(check)


@test
def two_runs_print_the_same_bytes():
    def check(name, data):
        path = write(name, data)
        expect(Run("script", "--json", path).ok().out == Run("script", "--json", path).ok().out, "they differ")
    for_each(check)


@test
def a_batch_prints_what_single_runs_print():
    paths = [write("batch/" + name, data) for name, data in INPUTS[:8]]
    lines = Run("script", "--json", *paths).ok().out.splitlines()
    same([l.decode() for l in lines], [Run("script", "--json", p).ok().out.decode().rstrip("\n") for p in paths], "lines")


@test
def line_ends_of_another_system_change_nothing():
    def check(name, data):
        lf = data.replace(b"\r\n", b"\n")
        a, b = script(lf, name=name), script(lf.replace(b"\n", b"\r\n"), name=name)
        same(sentences(a), [s.replace("\r\n", "\n") for s in sentences(b)], "sentences")
        same(spoken(a), spoken(b), "spoken")
    for_each(check)


@test
def composed_and_decomposed_characters_are_spoken_alike():
    def check(name, data):
        text = data.decode()
        same(spoken(script(unicodedata.normalize("NFC", text), name=name)),
             spoken(script(unicodedata.normalize("NFD", text), name=name)), "spoken")
    for_each(check)


@test
def a_paragraph_added_at_the_end_changes_no_sentence_before_it():
    def check(name, data):
        if b"\r" in data or name == "odd.txt":  # one line end of each kind; its last quotation is open
            return
        before = sentences(script(data, name=name))
        after = sentences(script(data.rstrip() + b"\n\nThe ferry will sail again when the wind drops on Sunday.\n", name=name))
        same(before, after[:len(before)], "sentences")
        expect(after[-1] == "The ferry will sail again when the wind drops on Sunday.", "the last sentence is %r" % after[-1])
    def is_body(item):  # furniture at the foot ("Read more") may end the article
        return item[0].startswith("generated") or item[0] in ("plain.txt", "court.txt", "lighthouse.txt", "wrapped.txt")
    for_each(check, [item for item in INPUTS if is_body(item)])


@test
def standard_input_reads_as_a_file_does():
    data = dict(INPUTS)["court.txt"]
    a, b = script(data, name="court.txt"), json.loads(Run("script", "--json", "-", stdin=data).ok().out)
    a.pop("input"), b.pop("input")
    expect(a == b, "they differ")


run_tests()
