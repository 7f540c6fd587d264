#!/usr/bin/env python3
"""Scores on public data sets, which lie in data/ of the neighbouring folder and are not ours to
carry, against floors that only rise (floors.tsv). With --print: the scores alone."""
import json, os, re, shutil, subprocess, sys, tarfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
import reliability
from kit import BUILD, CONFIG, LECTERN, SCRATCH, SHARED, Skip, expect, run_tests, scratch, test

DATA = os.path.join(SHARED, "data")
PRINT_EVIDENCE = os.path.join(BUILD, "tests/tool/print_evidence")
NUMBER = r"(-?[\d.]+)%?"


def score(task):
    """Runs the program over a set and gives what its scorer prints."""
    gold = os.path.join(DATA, task + ".jsonl")
    if not os.path.exists(gold):
        raise Skip("%s is not there (SHARED=FOLDER names the folder that holds data/)" % gold)
    out = scratch(task + ".jsonl")
    for command in (["run.py", LECTERN, task, gold, out], ["score.py", task, gold, out]):
        run = subprocess.run([sys.executable, os.path.join(DATA, command[0]), *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        expect(run.returncode == 0, "%s: %s" % (command[0], run.stderr.decode()[-500:]))
    return run.stdout.decode()


def find(pattern, text):
    m = re.search(pattern, text, re.M)
    expect(m, "the scorer printed nothing like %s" % pattern)
    return float(m.group(1))


def segmentation():
    text = score("segmentation")
    sources = {"": "ALL", ", news": "polnear-news", ", gum": "gum", ", weblog": "ewt-weblog", ", reviews": "ewt-reviews",
               ", english rules": "golden", ", rules of other languages": "golden-other", ", joined": "pud-concat"}
    return {"boundary F1" + name: find(r"^%s .*\|\s+\S+\s+\S+\s+%s" % (source, NUMBER), text)
            for name, source in sources.items()}


def quotes():
    text = score("quotes")
    spans, speakers = text.split("attribution (", 1)
    found = {}
    for source in ("polnear", "gum", "pdnc"):
        found["span F1, " + source] = find(r"^%s +\d+ +\d+ +\S+ +\S+ +%s" % (source, NUMBER), spans)
        found["speaker right, " + source] = find(r"^%s +ALL +\d+ +\S+ +%s" % (source, NUMBER), speakers)
        found["speaker clusters, " + source] = find(r"^%s +speaker clusters.*: %s  " % (source, NUMBER), speakers)
    found["speaker right, polnear, direct"] = find(r"^polnear +direct +\d+ +\S+ +\S+ +" + NUMBER, speakers)
    found["speaker right, pdnc, explicit"] = find(r"^pdnc +named +\d+ +\S+ +\S+ +" + NUMBER, speakers)
    found["last name right, polnear"] = find(r"^polnear +ALL +\d+ +\S+ +\S+ +" + NUMBER, speakers)
    found["nobody left unnamed, gum"] = find(r"^gum +speaker clusters.*description: " + NUMBER, speakers)
    judged, named = reliability.judge(PRINT_EVIDENCE, os.path.join(DATA, "quotes.jsonl"), os.path.join(DATA, "score.py"))
    found["right at 70 % coverage, polnear"] = 100 * reliability.accuracy_at_coverage(judged, named, "polnear", 0.7)
    found["sureness is true"] = 100 * (1 - reliability.calibration_error(judged))
    return found


def normalisation():
    text = score("normalisation")
    return {"exact": find(r"^ALL +\d+ +" + NUMBER, text), "lenient": find(r"^ALL +\d+ +\S+ +" + NUMBER, text)}


def sounds_of(texts):
    """Per text the sounds that the engine makes of it, with and without our own phonemes."""
    lines = "".join(" ".join(t.split()) + "\n" for t in texts)
    run = subprocess.run([os.path.join(BUILD, "tests", "tool", "print_sounds")], input=lines.encode(), stdout=subprocess.PIPE)
    expect(run.returncode == 0, "print_sounds fails")
    return [set(l.split("\t")) for l in run.stdout.decode().splitlines()]


def sounds():
    """Whether what the engine is handed sounds like one of the forms that readers accept."""
    score("normalisation")
    gold = [json.loads(l) for l in open(os.path.join(DATA, "normalisation.jsonl"), encoding="utf-8")]
    ours = {r["id"]: r["spoken"] for r in map(json.loads, open(os.path.join(SCRATCH, "normalisation.jsonl"), encoding="utf-8"))}
    heard = sounds_of([ours[g["id"]] for g in gold])
    # The scorer lets "hundred and five" be "hundred five"; so does this.
    wanted = iter(sounds_of([re.sub(r"\b(hundred|thousand) and\b", r"\1", f) for g in gold for f in g["spoken"]]))
    right = [bool(h & set().union(*(next(wanted) for _ in g["spoken"]))) for g, h in zip(gold, heard)]
    if os.environ.get("SHOW"):
        print("\n".join("%s: %s" % (g["id"], ours[g["id"]]) for g, r in zip(gold, right) if not r))
    return {"same sound": 100.0 * sum(right) / len(right)}


def unpack(name, folder):
    """Unpacks a set of pages and gives where."""
    packed = os.path.join(DATA, name)
    if not os.path.exists(packed):
        raise Skip("%s is not there (SHARED=FOLDER names the folder that holds data/)" % packed)
    place = scratch(folder)
    os.makedirs(place)
    with tarfile.open(packed) as t:
        top = os.path.commonpath(t.getnames())
        for member in t:
            member.name = os.path.relpath(member.name, top)
            if member.isfile() and not member.name.startswith(".."):
                t.extract(member, place)
    return place


def run_scorer(*command):
    run = subprocess.run([sys.executable, os.path.join(DATA, command[0]), *command[1:]], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    expect(run.returncode == 0, "%s: %s" % (command[0], run.stderr.decode()[-500:]))
    return run.stdout.decode()


def pages():
    """Whether what is narrated of a page is its article, and no more. Some of the sources count a standfirst, others do not."""
    place = unpack("pages-dev.tar.xz", "pages-dev")
    gold, out, scores = os.path.join(place, "gold.jsonl"), scratch("pages.jsonl"), scratch("pages.json")
    shutil.copy(gold, os.path.join(place, "dev.jsonl"))
    run_scorer("run_pages.py", LECTERN, place, out)
    run_scorer("score_extract.py", "--gold", place, "--split", "dev", "--json", scores, out)
    with open(scores, encoding="utf-8") as f:
        got = next(iter(json.load(f).values()))["all"]
    lines = run_scorer("leak.py", gold, out)
    return {"text F1": 100 * got["F1"], "half of the text or more": 100 * (1 - got["bad"]),
            "no line beside the article": 100 - find(r"extra line " + NUMBER, lines),
            "no long line twice": 100 - find(r"dup long line " + NUMBER, lines)}


TASKS = {"segmentation": segmentation, "quotes": quotes, "normalisation": normalisation, "sounds": sounds, "pages": pages}


def floors():
    with open(os.path.join(HERE, "floors.tsv"), encoding="utf-8") as f:
        rows = [l.rstrip("\n").split("\t") for l in f if l.strip() and not l.startswith("#")]
    return {(task, measure): float(floor) for task, measure, floor in rows}


def print_scores():
    for task, measure in TASKS.items():
        try:
            for name, value in measure().items():
                print("%s\t%s\t%.2f" % (task, name, value))
        except Skip as reason:
            print("%s\tskipped: %s" % (task, reason))


def floor_test(task):
    def run():
        if CONFIG != "release":
            raise Skip("scores are the same in every build; release measures them")
        got = TASKS[task]()
        wanted = {name: floor for (t, name), floor in floors().items() if t == task}
        expect(set(got) == set(wanted), "floors.tsv has %s, measured were %s" % (sorted(wanted), sorted(got)))
        under = ["%s: %.2f, the floor is %.2f" % (n, got[n], wanted[n]) for n in sorted(got) if got[n] < wanted[n]]
        expect(not under, "\n".join(under))
    run.__doc__ = "%s stands above its floors" % task
    test(run)


if sys.argv[1:] == ["--print"]:
    print_scores()
else:
    for one in TASKS:
        floor_test(one)
    run_tests()
