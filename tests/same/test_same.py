#!/usr/bin/env python3
"""The same article as plain text, Markdown, HTML and EPUB: the same sentences, the same speakers of the
same quotations, the same spoken words.

What a plain text cannot say is left out of its comparison: notes, whose marks are not told from the
words, and the numbers of its lists, which are words of the text there and no marks."""
import os, re, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
import render
from kit import expect, run_tests, script, test

FORMATS = [("text", "txt", render.as_text), ("markdown", "md", render.as_markdown), ("html", "html", render.as_html),
           ("epub", "epub", render.as_epub)]
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def sources():
    for name in sorted(os.listdir(HERE)):
        if name.endswith(".article"):
            with open(os.path.join(HERE, name), encoding="utf-8") as f:
                yield name[:-len(".article")], render.Article(f.read())


def bare(words):
    """Words without marks of notes and links back, white space in one kind."""
    return " ".join(re.sub(r"\[\^?\d+\]:?|↩", "", words).split())


class Told:
    """What is compared of an article as one format."""

    def __init__(self, doc, article):
        raw = doc["text"].encode()
        self.words_of = lambda span: raw[span["start"]:span["end"]].decode()
        self.head = {article.title, render.by(article)}
        self.title, self.byline = doc["title"], doc["byline"]
        dropped = [d for d in doc["skipped"]]
        self.sentences, self.spoken = [], []
        for sentence in doc["sentences"]:
            words = bare(self.words_of(sentence))
            gone = any(d["start"] <= sentence["start"] and d["end"] >= sentence["end"] for d in dropped)
            if words and words not in self.head and not gone:
                self.sentences.append(words)
        kept = [s for s in doc["sentences"] if bare(self.words_of(s)) not in self.head]
        for u in doc["utterances"]:
            if any(s["start"] <= u["start"] and u["end"] <= s["end"] and u["end"] > u["start"] for s in kept):
                self.spoken += WORD.findall(u["spoken"])
        names = {s["id"]: s["name"] for s in doc["speakers"]}
        self.quotes = [(bare(self.words_of(q)), names.get(q["speaker"])) for q in doc["quotes"]
                       if bare(self.words_of(q)) not in article.title]


def told(name, article, extension, render_format):
    doc = script(render_format(article), "--language", article.language, name="%s.%s" % (name, extension))
    return Told(doc, article)


def differ(a, b, what):
    for i, (x, y) in enumerate(zip(a, b)):
        expect(x == y, "%s %d: %r and %r" % (what, i, x, y))
    expect(len(a) == len(b), "%s: %d and %d, from %r on" % (what, len(a), len(b), (a + b)[min(len(a), len(b)):][:1]))


def compare(formats, articles):
    for name, article in articles:
        first = None
        for form, extension, render_format in formats:
            here = told(name, article, extension, render_format)
            if first is None:
                first = here
                expect(len(first.sentences) > 3 and len(first.spoken) > 30, name + ": too little was read")
            try:
                differ(first.sentences, here.sentences, "sentence")
                differ(first.quotes, here.quotes, "quotation")
                differ(first.spoken, here.spoken, "spoken word")
            except AssertionError as error:
                raise AssertionError("%s, %s and %s: %s" % (name, formats[0][0], form, error))


ARTICLES = list(sources())


@test
def twelve_articles_in_several_languages_are_compared():
    expect(len(ARTICLES) >= 12 and len({a.language for _, a in ARTICLES}) >= 4, "articles are missing")
    for kind in ("heading", "quote", "item", "number", "break", "note"):
        expect(any(a.has(kind) for _, a in ARTICLES), "no article has a " + kind)


@test
def markdown_html_and_epub_are_the_same():
    compare(FORMATS[1:], ARTICLES)


@test
def plain_text_is_the_same_where_it_can_say_it():
    compare(FORMATS, [(n, a) for n, a in ARTICLES if not a.has("note") and not a.has("number")])


@test
def title_and_byline_are_the_same():
    for name, article in ARTICLES:
        for form, extension, render_format in FORMATS:
            here = told(name, article, extension, render_format)
            if form == "html" and not here.title:
                continue
            expect((here.title, here.byline) == (article.title, article.byline),
                   "%s as %s: %r by %r" % (name, form, here.title, here.byline))


if __name__ == "__main__":
    run_tests()
