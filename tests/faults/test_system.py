#!/usr/bin/env python3
"""The system says no: the k-th write, open, fork, rename... of a run fails (strace injects it), or
all from the k-th on, as on a full disk. Whatever is hit, the program ends by itself with a status
of its own, and an episode is whole or absent. FAULTS=all tries every k."""
import os, re, shutil, subprocess, sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "run"), os.path.dirname(HERE)]
from episode import expect_same_tree, narrate
from kit import CONFIG, LECTERN, SLOW, Run, Skip, expect, run_tests, scratch, test, write

ARTICLE = write("short.txt", "The ferry returns\n\nThe ferry is back.\n\n\"About time,\" said Piet Vos.\n")
TRIES = 10_000 if os.environ.get("FAULTS") == "all" else 7
FAULTS = [("write", "ENOSPC"), ("openat", "EMFILE"), ("clone", "EAGAIN"), ("rename", "EIO"), ("fsync", "EIO"), ("mkdir", "ENOSPC"),
          ("pipe2", "EMFILE"), ("ftruncate", "ENOSPC"), ("mmap", "ENOMEM"), ("read", "EIO"), ("close", "EIO"), ("memfd_create", "EMFILE")]
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="detect_leaks=0")  # the leak finder cannot be traced


def strace(options, output, timeout=60):
    log = scratch("trace.txt")
    run = subprocess.run(["strace", "-qq", "-o", log, *options, LECTERN, "narrate", "-q", "--no-cache", "-j", "2", "-o", output, ARTICLE],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=timeout * SLOW)
    with open(log, errors="replace") as f:
        return run, f.read().splitlines()


def possible():
    if not shutil.which("strace"):
        return "strace is not installed (make setup)"
    run = subprocess.run(["strace", "-qq", "-f", "-o", "/dev/null", "-e", "inject=chdir:error=EIO", "true"], stderr=subprocess.PIPE)
    return None if run.returncode == 0 else "tracing is not permitted here: %s" % run.stderr.decode().strip()[:100]


def calls_of(call, lines):
    """(calls before the program itself begins to work, calls in all) of the parent"""
    pattern = re.compile(r"^%s\(" % (r"(?:clone|clone3|fork|vfork)" if call == "clone" else call))
    start = next((i for i, l in enumerate(lines) if "voices" in l), 0)
    return sum(bool(pattern.match(l)) for l in lines[:start]), sum(bool(pattern.match(l)) for l in lines)


def check_aftermath(run, output, reference, what):
    expect(0 <= run.returncode <= 4, "%s: status %d; %s" % (what, run.returncode, run.stderr.decode("utf-8", "replace")[-600:]))
    shown = [n for n in os.listdir(output) if not n.startswith(".")] if os.path.isdir(output) else []
    for name in shown:
        Run("check", os.path.join(output, name)).ok()
    if run.returncode == 0:
        expect(len(shown) == 1, "%s: status 0, yet the episodes are %s" % (what, shown))
        expect_same_tree(reference, os.path.join(output, shown[0]))
    elif "write" not in what:  # the message itself may have been hit
        expect(b"lectern: " in run.stderr, "%s: status %d and no message: %r" % (what, run.returncode, run.stderr[-300:]))


def fault_test(call, error):
    def run_one():
        why = possible()
        if why:
            raise Skip(why)
        if call == "mmap" and CONFIG == "asan":
            raise Skip("the sanitizer's own allocator ends the program")
        output = scratch("out-" + call)
        reference = narrate(scratch("reference"), "--no-cache", article=ARTICLE)
        _, lines = strace([], scratch("counted"))
        first, total = calls_of(call, lines)
        injected = "clone,clone3,fork,vfork" if call == "clone" else call
        step = max(1, (total - first) // TRIES)
        plans = [([], "%d" % k) for k in range(first + 1, total + 1, step)]
        plans += [([], "%d+" % k) for k in range(first + 1, total + 1, 2 * step)]
        plans += [(["-f"], "%d" % k) for k in range(first + 1, first + 4)]
        for flags, when in plans:
            what = "%s %s at %s%s" % (call, error, when, " in every process" if flags else "")
            try:
                run, _ = strace(flags + ["-e", "trace=" + injected, "-e", "inject=%s:error=%s:when=%s" % (injected, error, when)], output)
            except subprocess.TimeoutExpired:
                raise AssertionError("%s: it hangs" % what)
            check_aftermath(run, output, reference, what)
            shutil.rmtree(output, ignore_errors=True) if run.returncode == 0 else None
        expect_same_tree(reference, narrate(output, "--no-cache", article=ARTICLE))
    run_one.__doc__ = "%s fails with %s at one call after the other" % (call, error)
    test(run_one)


for name, errno_name in FAULTS:
    fault_test(name, errno_name)
run_tests()
