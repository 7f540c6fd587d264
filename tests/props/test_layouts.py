#!/usr/bin/env python3
"""The same article in every layout of plain text gives the same paragraphs."""
import os, random, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
import generate, layouts
from kit import expect, run_tests, script, test

SEEDS = range(12)
# Wrapped lines with nothing between paragraphs do not tell where each of them ends.
LEAST_EXACT = {"wrapped_tight": 0.6}


def article(seed):
    """Title, author and paragraphs as news has them: of a sentence or more, never short."""
    rng = random.Random(seed)
    marks = ("“", "”")
    paragraphs = []
    for _ in range(rng.randrange(6, 12)):
        text = " ".join(generate.sentence(rng, marks) for _ in range(rng.randrange(1, 4)))
        paragraphs.append("Nobody at the harbour was surprised: " + text if len(text) < 100 else text)
    return "Ferry sails again from Skerrow", "Maria Lopez", paragraphs


def check_layout(render):
    exact = total = 0
    for seed in SEEDS:
        title, byline, paragraphs = article(seed)
        doc = script(render(title, byline, paragraphs), name="%s-%d.txt" % (render.__name__, seed))
        got = layouts.paragraphs_of(doc)
        left = list(got)
        for p in paragraphs:
            if p in left:
                left.remove(p)
                exact += 1
        total += len(paragraphs)
        least = LEAST_EXACT.get(render.__name__)
        if least is None:
            wrong = [(a, b) for a, b in zip(paragraphs, got) if a != b][:1]
            expect(got == paragraphs, "seed %d: %d paragraphs for %d: %r" % (seed, len(got), len(paragraphs), wrong))
        if render.__name__ not in ("seed", "bare_lines", "blank_lines"):
            expect(doc["title"].lower() == title.lower(), "seed %d: title %r" % (seed, doc["title"]))
        if render.__name__ not in ("release", "bare_lines", "blank_lines"):
            expect(doc["byline"].lower() == byline.lower(), "seed %d: byline %r" % (seed, doc["byline"]))
    expect(exact >= total * LEAST_EXACT.get(render.__name__, 1), "%d of %d paragraphs are exact" % (exact, total))


def add(render):
    def check():
        check_layout(render)
    check.__doc__ = "paragraphs are those of the article: " + render.__name__.replace("_", " ")
    test(check)


for layout in layouts.LAYOUTS:
    add(layout)

run_tests()
