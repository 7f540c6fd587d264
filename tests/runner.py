#!/usr/bin/env python3
"""runner.py [--given] [--only WORD] PROGRAM...

Runs the test programs given and every tests/*/test_*.py, prints one line for each, and ends with
`N passed, N failed` (`, N skipped`). Each of them prints lines of the Test Anything Protocol:
    ok 1 - name          not ok 2 - name          ok 3 # SKIP reason
and a program that dies, hangs, prints no such line or exits non-zero without a `not ok` counts as
one failure more. With --given it is those given alone, each has longer, and what they say of
themselves (# lines) is shown. Python 3 standard library only."""
import argparse, concurrent.futures, glob, os, re, shutil, signal, subprocess, sys, time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.environ["OUT"]
TEST_FOLDER = os.path.join(OUT, "test")
LONG = bool(os.environ.get("LONG"))  # its scripts use all processors by themselves
TIMEOUT_S = {"asan": 1500, "cover": 1500}.get(os.environ.get("CONFIG"), 540)
GIVEN_TIMEOUT_S = 6 * 3600 if LONG else 2400
RESULT = re.compile(r"^(not )?ok\b[ \d]*(?:- )?(.*)$")
SKIP = re.compile(r"# SKIP\b *(.*)")
FOLDERS = ["unit", "faults", "cases", "same", "props", "fuzz", "run", "languages", "long", "peers", "sound", "standards"]  # the order of the report


def environment(name):
    """A home, a cache and a folder for temporary files of its own: tests write nowhere else."""
    home = os.path.join(TEST_FOLDER, name)
    shutil.rmtree(home, ignore_errors=True)
    os.makedirs(os.path.join(home, "tmp"))
    env = dict(os.environ, HOME=home, XDG_CACHE_HOME=os.path.join(home, "xdg-cache"),
               XDG_CONFIG_HOME=os.path.join(home, "xdg-config"), TMPDIR=os.path.join(home, "tmp"),
               SCRATCH=home, CMOCKA_MESSAGE_OUTPUT="TAP",
               LECTERN=os.path.join(os.environ["BUILD"], "lectern"), MAKEFLAGS="", MAKELEVEL="",
               CALLER_MAKEFLAGS=os.environ.get("MAKEFLAGS", ""), UBSAN_OPTIONS="print_stacktrace=1")
    env.pop("SOURCE_DATE_EPOCH", None)
    return env


def arguments(path):
    if path.endswith(".py"):
        return [sys.executable, path]
    target = re.match(r"replay_(\w+)$", os.path.basename(path))
    corpus = "tests/fuzz/corpus/%s/*" % target.group(1) if target else None
    return [path] + (sorted(glob.glob(os.path.join(ROOT, corpus))) if corpus else [])


def run(item, timeout_s):
    """(what it printed, exit status or a word for it, seconds)"""
    name, path = item
    start = time.monotonic()
    process = subprocess.Popen(arguments(path), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=ROOT,
                               stdin=subprocess.DEVNULL, env=environment(name.replace("/", "-")),
                               start_new_session=True)
    try:
        text, status = process.communicate(timeout=timeout_s)[0], process.returncode
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        text, status = process.communicate()[0], "no end within %d s" % timeout_s
    return text.decode("utf-8", "replace"), status, time.monotonic() - start


def count(text, status):
    """(passed, failed, [reasons of those skipped])"""
    passed, failed, skipped = 0, 0, []
    for line in text.splitlines():
        result = RESULT.match(line)
        if not result:
            continue
        skip = SKIP.search(line)
        if skip:
            skipped.append(skip.group(1))
        elif result.group(1):
            failed += 1
        else:
            passed += 1
    silent = passed + failed + len(skipped) == 0
    if (status != 0 and not failed) or silent:
        failed += 1
    return passed, failed, skipped


def report(name, text, status, seconds, remarks=False):
    passed, failed, skipped = count(text, status)
    parts = ["%d passed" % passed] + ["%d FAILED" % failed] * (failed > 0) + ["%d skipped" % len(skipped)] * bool(skipped)
    print("  %-34s %s  (%.1f s)" % (name, ", ".join(parts), seconds))
    for reason in skipped:
        print("      skipped: " + reason)
    if remarks and not failed:
        print("".join("      %s\n" % line for line in text.splitlines() if line.startswith("#")), end="")
    if failed:
        shown = text.splitlines()
        hidden = len(shown) - 200
        if hidden > 0:
            shown = shown[:100] + ["... %d lines ..." % hidden] + shown[-100:]
        for line in shown:
            if not re.match(r"ok\b", line):
                print("      " + line)
        if status != 0:
            print("      ended with: %s" % status)
    sys.stdout.flush()
    return passed, failed, len(skipped)


def items(programs, only, given=False):
    """(name, path) of everything to run, in the order of the report"""
    found = []
    for path in programs + ([] if given else glob.glob(os.path.join(ROOT, "tests", "*", "test_*.py"))):
        folder, base = path.split(os.sep)[-2:]
        found.append((folder + "/" + re.sub(r"^test_|\.py$", "", base), os.path.abspath(path)))
    found.sort(key=lambda item: (FOLDERS.index(item[0].split("/")[0]), item[0]))
    return [item for item in found if not only or only in item[0] or only in "/".join(item[1].split(os.sep)[-2:])]


def checkout():
    """The files of the checkout, but for those under OUT: tests must add none."""
    found = set()
    for folder, below, names in os.walk(ROOT):
        below[:] = [b for b in below if not b.startswith(".") and os.path.join(folder, b) not in (OUT, os.path.join(ROOT, "out"))]
        found |= {os.path.join(folder, n) for n in names}
    return found


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--given", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("programs", nargs="*")
    return parser.parse_args()


def main():
    args = options()
    todo = items(args.programs, args.only, args.given)
    if not todo:
        print("no test has the word %s in its path" % args.only)
        return 1
    timeout_s = GIVEN_TIMEOUT_S if args.given else TIMEOUT_S
    total, before = [0, 0, 0], checkout()
    with concurrent.futures.ThreadPoolExecutor(1 if LONG else os.cpu_count() or 1) as pool:
        runs = [(item, pool.submit(run, item, timeout_s)) for item in todo]
        for (name, _), future in runs:
            for i, n in enumerate(report(name, *future.result(), remarks=args.given)):
                total[i] += n
    added = sorted(os.path.relpath(f, ROOT) for f in checkout() - before)
    lines = "\n".join(["not ok 1 - tests write nothing outside OUT"] + added) if added else "ok 1"
    for i, n in enumerate(report("run/checkout", lines, 1 if added else 0, 0)):
        total[i] += n
    if os.environ.get("COVERAGE"):
        subprocess.run([os.path.join(ROOT, os.environ["COVERAGE"]), os.environ["BUILD"]], cwd=ROOT)
        sys.stdout.flush()
    print("%d passed, %d failed" % (total[0], total[1]) + (", %d skipped" % total[2] if total[2] else ""))
    return 1 if total[1] else 0


if __name__ == "__main__":
    sys.exit(main())
