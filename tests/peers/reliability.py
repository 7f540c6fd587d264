#!/usr/bin/env python3
"""Whether stated sureness is true: of the answers that say 0.9, nine in ten should be right.

reliability.py PRINT_EVIDENCE QUOTES.jsonl [SCORE.py]

prints two tables, stated sureness against the share right: by band, and by what the answer rests
on (SURENESS in src/attribute/resolve.c), there with the share that the other half of the articles
would have given. Speakers are compared as the data set's own scorer does. Where the set was not
verified by reading, only speakers named beside the quotation count."""
import collections, importlib.util, json, os, subprocess, sys, tempfile, zlib

BANDS = (0.95, 0.9, 0.8, 0.7, 0.5, 0.0)


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def code_points(text):
    table, byte = {}, 0
    for i, c in enumerate(text):
        table[byte] = i
        byte += len(c.encode("utf-8"))
    table[byte] = len(text)
    return table


def run(program, documents):
    """What the program prints for each document: start, end, evidence, sureness, speaker."""
    answers = []
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, document in enumerate(documents):
            names.append(os.path.join(folder, "%05d.txt" % i))
            with open(names[-1], "w", encoding="utf-8", newline="") as f:
                f.write(document["text"])
        out = subprocess.run([program, *names], stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    rows = collections.defaultdict(list)
    for line in out.splitlines():
        name, beg, end, kind, evidence, _, sureness, speaker, _ = line.split("\t")
        if kind != "other":
            rows[name].append((int(beg), int(end), evidence, float(sureness), speaker))
    for name, document in zip(names, documents):
        at = code_points(document["text"])
        answers.append([(at[b], at[e], *rest) for b, e, *rest in rows[name]])
    return answers


def counts(document, quote):
    return quote["kind"] in ("direct", "mixed") and (document["verified"] or quote.get("mention_kind") == "named")


def is_right(scorer, answer, quote):
    if quote.get("speaker"):
        return scorer.name_partial(answer[4], quote)
    return scorer.nomatch(answer[4], quote)


def judge(program, gold, score):
    """Each answer with a name: source, article, evidence, sureness, whether it is right; and of each
    source how many quotations have a speaker with a name."""
    scorer = load_scorer(score)
    with open(gold, encoding="utf-8") as f:
        documents = [json.loads(line) for line in f if line.strip()]
    judged, named = [], collections.Counter()
    for document, answers in zip(documents, run(program, documents)):
        for quote in document["quotes"]:
            if not counts(document, quote):
                continue
            named[document["source"]] += bool(quote.get("speaker"))
            beg, end = quote["start"], quote["end"]
            fits = [a for a in answers if min(end, a[1]) - max(beg, a[0]) > 0.5 * (end - beg)]
            if fits and fits[0][4]:
                judged.append((document["source"], document["id"], fits[0][2], fits[0][3],
                               is_right(scorer, fits[0], quote)))
    return judged, named


def band_of(sureness):
    return next(b for b in BANDS if sureness >= b)


def by_band(judged):
    """Least sureness of a band: answers, mean stated, share right."""
    table = {}
    for band in BANDS:
        rows = [j for j in judged if band_of(j[3]) == band]
        if rows:
            table[band] = (len(rows), sum(j[3] for j in rows) / len(rows), sum(j[4] for j in rows) / len(rows))
    return table


def calibration_error(judged):
    """How far stated sureness lies from the share right, on average over the answers."""
    return sum(n * abs(stated - right) for n, stated, right in by_band(judged).values()) / len(judged)


def accuracy_at_coverage(judged, named, source, coverage):
    """Share right of the surest answers, as many as are `coverage` of the quotations with a named speaker."""
    rows = sorted((j for j in judged if j[0] == source), key=lambda j: (-j[3], zlib.crc32(repr(j).encode())))
    rows = rows[:int(coverage * named[source])]
    return sum(j[4] for j in rows) / len(rows)


def other_half(judged, evidence):
    """What one half of the articles says of the other: the share right there, drawn to 0.8 by five answers."""
    halves = [[j[4] for j in judged if j[2] == evidence and zlib.crc32(j[1].encode()) % 2 == k] for k in (0, 1)]
    return ["%.2f" % ((sum(h) + 4) / (len(h) + 5)) for h in halves]


def print_tables(judged, named):
    print("stated    answers  mean stated  right")
    for band, (n, stated, right) in by_band(judged).items():
        print("%4.2f up   %7d  %11.3f  %5.3f" % (band, n, stated, right))
    print("mean distance %.3f" % calibration_error(judged))
    for source in sorted(named):
        print("%-8s right at 70 %% coverage: %.1f %%" % (source, 100 * accuracy_at_coverage(judged, named, source, 0.7)))
    print("\nevidence         answers  mean stated  right  halves")
    for evidence in sorted({j[2] for j in judged}):
        rows = [j for j in judged if j[2] == evidence]
        print("%-16s %7d  %11.3f  %5.3f  %s" % (evidence, len(rows), sum(j[3] for j in rows) / len(rows),
                                               sum(j[4] for j in rows) / len(rows), " ".join(other_half(judged, evidence))))


if __name__ == "__main__":
    print_tables(*judge(sys.argv[1], sys.argv[2], sys.argv[3] if len(sys.argv) > 3 else
                        os.path.join(os.path.dirname(os.path.abspath(sys.argv[2])), "score.py")))
