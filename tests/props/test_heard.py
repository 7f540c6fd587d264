#!/usr/bin/env python3
"""Who is heard in whole articles. Behind each quotation of tests/heard/ stands what a listener
expects, which is taken out before the article is read: ⟦D Ann Pike⟧ quoted directly, ⟦M Ann Pike⟧
in part, ⟦O -⟧ no speech, ⟦? -⟧ of any kind; - is nobody with a name."""
import os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
from kit import expect, run_tests, script, test

FOLDER = os.path.join(os.path.dirname(HERE), "heard")
KINDS = {"D": "direct", "M": "mixed", "O": "other"}


def read(name):
    """The article, and (byte, kind, speaker) for each mark."""
    with open(os.path.join(FOLDER, name), encoding="utf-8") as f:
        parts = re.split("⟦(.) ([^⟧]*)⟧", f.read())
    text, marks = parts[0], []
    for kind, speaker, rest in zip(parts[1::3], parts[2::3], parts[3::3]):
        marks.append((text, kind, speaker))
        text += rest
    return text, marks


def letters(text):
    return re.sub(r"[\W_]", "", text)


def next_quote(doc, head, after):
    """The first quotation behind the byte `after` that ends as the text before a mark does."""
    raw, tail = doc["text"].encode(), letters(head)[-12:]
    for quote in doc["quotes"]:
        if quote["end"] > after and letters(raw[:quote["end"]].decode()).endswith(tail):
            return quote
    return None


def same_name(a, b):
    """Whether one has all words of the other: "Cllr Pike" and "Pike"."""
    x, y = set(a.lower().split()), set(b.lower().split())
    return x <= y or y <= x


def check(name):
    text, marks = read(name)
    doc = script(text.encode(), name=name)
    names = {s["id"]: s["name"] for s in doc["speakers"]}
    ids, after = {}, 0
    for head, kind, speaker in marks:
        quote, where = next_quote(doc, head, after), "%s: ...%s" % (name, head[-50:])
        expect(quote, where + ": no quotation")
        after = quote["end"]
        expect(kind == "?" or quote["kind"] == KINDS[kind], "%s: %s" % (where, quote["kind"]))
        if speaker == "-":
            expect(quote["speaker"] is None, "%s: %s" % (where, names.get(quote["speaker"])))
            continue
        got = names.get(quote["speaker"])
        expect(got and same_name(got, speaker), "%s: want %s, got %s" % (where, speaker, got))
        expect(ids.setdefault(speaker, quote["speaker"]) == quote["speaker"], where + ": a second voice")
    expect(len(set(ids.values())) == len(ids), "%s: two have one voice" % name)


for article in sorted(os.listdir(FOLDER)):
    def heard(article=article):
        check(article)
    heard.__doc__ = "every speaker of %s is heard" % article
    test(heard)
run_tests()
