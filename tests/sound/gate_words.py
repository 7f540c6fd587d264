#!/usr/bin/env python3
"""How many words of a hundred a recogniser takes for others: no voice is harder to understand than it was.

The figures are left in $SCRATCH/words.tsv; what stands in words.tsv beside this is such a table."""
import concurrent.futures, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import expect, run_tests, scratch, test
import recogniser
from recordings import (HERE, Skip, cut, decode, halves, is_adult, narrate_sentences, sentences, stock_sentences, voices,
                        with_floor, words_of)

STOCK = "espeak-ng"  # the engine's own voice, beside ours
NARRATOR_MAX, ADULTS_MAX = 33, 42
VOICE_RISE_MAX, MEAN_RISE_MAX = 6, 3
STOCK_CHANGE_MAX = 3  # else the recogniser or the engine is another, and the table says nothing
HEARD_MIN, HEARD_MAX = 0.7, 1.3  # words heard for each said: outside, some were lost or the sound is noise


def recording(voice):
    if voice == STOCK:
        return stock_sentences()
    path, spans = narrate_sentences(voice, scratch("voices-" + voice))
    return cut(decode(path), spans)


def hear(voice):
    return recogniser.recognise(recording(voice), scratch("heard-" + voice))


def table(heard):
    """{voice: (open half, held out, both), percent}"""
    ways = [*halves(), range(len(sentences()))]
    return {voice: tuple(recogniser.error_percent(h, way) for way in ways) for voice, h in heard.items()}


def mean(rows, names):
    return tuple(sum(rows[n][i] for n in names) / len(names) for i in range(3))


def read_table(path):
    with open(path, encoding="utf-8") as f:
        lines = [line.rstrip("\n").split("\t") for line in f if not line.startswith("#")]
    return {name: tuple(float(x) for x in row) for name, *row in lines}


def write_table(path, rows):
    with open(path, "w", encoding="utf-8") as f:
        f.write("# words taken for others, percent: voice, open half, held-out half, both; tests/README.md\n")
        f.writelines("%s\t%.1f\t%.1f\t%.1f\n" % (name, *row) for name, row in sorted(rows.items()))


class Heard:
    """Made once, by the first test that needs it."""
    words = None

    @classmethod
    def all(cls):
        recogniser.require()
        if cls.words is None:
            with concurrent.futures.ThreadPoolExecutor(os.cpu_count() or 1) as pool:
                names = [STOCK] + voices()
                cls.words = dict(zip(names, pool.map(hear, names)))
        return cls.words


ADULTS = [v for v in voices() if is_adult(v)]


@test
def errors_are_counted():
    for said, heard, count in (("a b c", "a b c", 0), ("a b c", "a c", 1), ("a b", "x a b", 1), ("a b c", "a d c", 1),
                               ("a b", "", 2)):
        found = recogniser.errors(said.split(), heard.split())
        expect(found == count, "%s for %s: %d errors" % (heard, said, found))


@test
def narrator_and_adults_are_understood():
    rows = table(Heard.all())
    write_table(scratch("words.tsv"), rows)
    shown = dict(rows, **{"mean of %d adults" % len(ADULTS): mean(rows, ADULTS)})
    print("# %-22s %6s %9s %6s" % ("words wrong, %", "open", "held out", "both"))
    for name, row in sorted(shown.items(), key=lambda item: item[1][2]):
        print("# %-22s %6.1f %9.1f %6.1f" % (name, *row))
    for i, half in enumerate(("open half", "held-out half")):
        narrator, adults = rows["narrator-a"][i], mean(rows, ADULTS)[i]
        expect(narrator <= NARRATOR_MAX, "%s: narrator-a %.1f %%, %d at most" % (half, narrator, NARRATOR_MAX))
        expect(adults <= ADULTS_MAX, "%s: adults %.1f %%, %d at most" % (half, adults, ADULTS_MAX))


@test
def no_voice_is_harder_to_understand_than_it_was():
    rows, before = table(Heard.all()), read_table(os.path.join(HERE, "words.tsv"))
    if abs(rows[STOCK][2] - before[STOCK][2]) > STOCK_CHANGE_MAX:
        raise Skip("%s itself went from %.1f to %.1f %%: another recogniser or engine" % (STOCK, before[STOCK][2], rows[STOCK][2]))
    known = [v for v in voices() if v in before]
    worse = ["%s: %.1f %%, was %.1f" % (v, rows[v][2], before[v][2]) for v in known if rows[v][2] > before[v][2] + VOICE_RISE_MAX]
    now, then = mean(rows, known)[2], mean(before, known)[2]
    expect(not worse, "\n".join(worse))
    expect(now <= then + MEAN_RISE_MAX, "mean %.1f %%, was %.1f" % (now, then))


@test
def no_words_are_lost():
    said = sum(len(words_of(s)) for s in sentences())
    for voice, heard in Heard.all().items():
        share = sum(len(h) for h in heard) / said
        expect(HEARD_MIN <= share <= HEARD_MAX, "%s: %.2f words heard for each said" % (voice, share))


@test
def a_voice_under_noise_is_found_worse():
    recogniser.require()
    which = halves()[0][:12]
    clips = recording("narrator-a")
    noisy = [with_floor(clip, i, -42) if i in which else clip[:1600] for i, clip in enumerate(clips)]
    heard, clear = recogniser.recognise(noisy, scratch("noisy")), Heard.all()["narrator-a"]
    worse, better = recogniser.error_percent(heard, which), recogniser.error_percent(clear, which)
    expect(worse > better + VOICE_RISE_MAX, "%.1f %% under noise, %.1f without" % (worse, better))


run_tests()
