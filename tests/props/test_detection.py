#!/usr/bin/env python3
"""What an input is, its content tells: a misleading suffix or no name at all changes nothing."""
import json, os, sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from kit import ROOT, Run, expect, run_tests, test, write

SUFFIXES = ["txt", "html", "xml", "eml", "json", "pdf", "epub", "rss"]


def corpus(*path):
    with open(os.path.join(ROOT, "tests", "fuzz", "corpus", *path), "rb") as f:
        return f.read()


def case(name):
    with open(os.path.join(ROOT, "tests", "cases", name), "rb") as f:
        return f.read()


# name: (format, bytes)
SAMPLES = {
    "wire copy": ("text", case("wire.txt")),
    "a story": ("text", case("feature.txt")),
    "a text that speaks of From: and Subject:": ("text", b"From: is the first word of a mail.\n\nSubject: is the second.\n\nThis is none.\n"),
    "a text that begins with a bracket": ("text", b"<Silence> was all that he heard, and he went home.\n\n{It} was late.\n"),
    "Markdown": ("markdown", case("market.md")),
    "Markdown with a head": ("markdown", b"---\ntitle: River\n---\n\nIt *rose*.\n"),
    "a page": ("html", b"<!DOCTYPE html><html><head><title>River</title></head><body><article><h1>River</h1><p>The river rose on Monday, and nobody slept.</p></article></body></html>"),
    "a page behind a comment": ("html", b"\xef\xbb\xbf\n<!-- saved -->\n<html><body><p>The river rose on Monday.</p></body></html>"),
    "a page in XHTML": ("html", corpus("feed", "xhtml")),
    "RSS": ("feed", corpus("feed", "rss")),
    "RSS 1.0": ("feed", corpus("feed", "rdf")),
    "Atom": ("feed", corpus("feed", "atom")),
    "Atom with a prefix": ("feed", b'<x:feed xmlns:x="http://www.w3.org/2005/Atom"><x:entry><x:title>T</x:title><x:content>Words are here.</x:content></x:entry></x:feed>'),
    "a JSON Feed": ("feed", corpus("feed", "json")),
    "a mail": ("mail", corpus("mail", "forward")),
    "a mail in a mailbox": ("mail", corpus("mail", "plain")),
    "a newsletter": ("mail", corpus("mail", "alternative")),
}


def article(run):
    read = json.loads(run.ok().out)
    del read["input"]
    return read


def detection_test(name, wanted, data):
    def run():
        first = article(Run("script", "--json", "-", stdin=data))
        expect(first["format"] == wanted, "it is read as %s" % first["format"])
        for suffix in SUFFIXES:
            same = article(Run("script", "--json", write("input." + suffix, data)))
            expect(same == first, "called .%s it is another article, read as %s" % (suffix, same["format"]))
        forced = article(Run("script", "--json", "--input-format", wanted, "-", stdin=data))
        expect(forced == first, "--input-format %s gives another article" % wanted)
    run.__doc__ = "%s is read as %s, whatever it is called" % (name, wanted)
    test(run)


for sample, (format_name, content) in SAMPLES.items():
    detection_test(sample, format_name, content)


@test
def every_reader_is_in_the_help():
    "the help names every reader that there is"
    listed = Run("script", "--input-format", "nonsense", "-", stdin=b"x").refused(2).err.decode()
    help_text = Run("script", "--help").ok().out.decode()
    names = listed.split("there are: ")[1].split(")")[0].split(", ")
    expect(len(names) >= 5, listed)
    line = help_text[help_text.index("--input-format"):][:200]
    for name in names:
        expect(name in line, "--input-format %s is not in the help: %s" % (name, line))


run_tests()
