#!/usr/bin/env python3
"""Killed at any moment, the program leaves an episode that is whole or absent, nothing that runs
on, and nothing that the next run does not clear away. KILLS=50 strikes that often."""
import os, random, signal, subprocess, sys, time

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, expect_same_tree, narrate
from kit import LECTERN, SLOW, Run, expect, run_tests, scratch, test

KILLS = int(os.environ.get("KILLS") or 10)
RNG = random.Random(1)
REFERENCE = narrate(scratch("reference"), "--no-cache")


def start(output, *options):
    return subprocess.Popen([LECTERN, "narrate", "-q", "-o", output, *options, ARTICLE],
                            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def time_of_a_run():
    begin = time.monotonic()
    narrate(scratch("timed"), "--no-cache")
    return time.monotonic() - begin


def still_running(word):
    """Processes, ours or grandchildren's, that hold `word` in their command line."""
    found = []
    for pid in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open("/proc/%s/cmdline" % pid, "rb") as f:
                line = f.read()
            with open("/proc/%s/stat" % pid) as f:
                state = f.read().rsplit(")", 1)[1].split()[0]
        except OSError:
            continue
        if word.encode() in line and int(pid) != os.getpid() and state != "Z":
            found.append(pid)
    return found


def expect_all_gone(word):
    for _ in range(50 * SLOW):
        if not still_running(word):
            return
        time.sleep(0.1)
    raise AssertionError("still running after the kill: %s" % still_running(word))


def expect_whole_or_absent(output):
    for name in os.listdir(output) if os.path.isdir(output) else []:
        if not name.startswith("."):
            Run("check", os.path.join(output, name)).ok()
            expect_same_tree(REFERENCE, os.path.join(output, name))


def strike(output, options, moments, sig):
    statuses = []
    for moment in moments:
        process = start(output, *options)
        time.sleep(moment)
        process.send_signal(sig)
        statuses.append((process.wait(timeout=60 * SLOW), process.stderr.read()))
        expect_all_gone(output)
        expect_whole_or_absent(output)
    return statuses


def expect_clean_after_next_run(output, *options):
    folder = narrate(output, *options)  # fails where anything stands beside the episode
    for name in os.listdir(folder):
        expect(not name.startswith(".") and ".part" not in name and ".tmp" not in name, "rubbish: %s" % name)


@test
def kill_9_at_random_moments_leaves_nothing_half_done():
    length = time_of_a_run()
    output = scratch("killed")
    strike(output, ["--no-cache"], [RNG.uniform(0, 1.05 * length) for _ in range(KILLS)], signal.SIGKILL)
    expect_clean_after_next_run(output, "--no-cache")


@test
def kill_9_does_not_spoil_the_cache():
    length = time_of_a_run()
    output, cache = scratch("killed-cached"), scratch("cache")
    for _ in range(max(2, KILLS // 3)):
        process = start(output, "--cache", cache)
        time.sleep(RNG.uniform(0, length))
        process.kill()
        process.wait()
        process.stderr.close()
    expect_all_gone(output)
    folder = narrate(output, "--cache", cache)
    left = [f for path, _, names in os.walk(cache) for f in names if f.endswith((".part", ".tmp"))]
    expect(not left, "rubbish in the cache: %s" % left)
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "rb") as a, open(os.path.join(REFERENCE, name), "rb") as b:
            expect(a.read() == b.read(), "%s differs" % name)


@test
def interrupts_end_with_130_and_143_and_clear_up():
    length = time_of_a_run()
    for sig, status in ((signal.SIGINT, 130), (signal.SIGTERM, 143)):
        output = scratch("interrupted")
        ended = strike(output, ["--no-cache"], [length * f for f in (0.1, 0.3, 0.5, 0.7)], sig)
        expect(any(s == status for s, _ in ended), "no run ended with %d: %s" % (status, ended))
        # Before the handler is in place, the signal's own way; after the last byte, 0.
        expect(all(s in (status, 0, -sig) for s, _ in ended), "ended: %s" % ended)
        left = [n for n in os.listdir(output) if n.startswith(".")] if os.path.isdir(output) else []
        expect(not left or any(s == -sig for s, _ in ended), "left behind: %s" % left)


@test
def a_signal_sent_twice_at_once_is_one():
    """`timeout` and terminals signal the process and its group."""
    length, output = time_of_a_run(), scratch("twice")
    process = start(output, "--no-cache")
    time.sleep(length / 2)
    process.send_signal(signal.SIGTERM)
    process.send_signal(signal.SIGTERM)
    status = process.wait()
    process.stderr.close()
    expect(status in (143, 0), "ended with %d" % status)
    left = [n for n in os.listdir(output) if n.startswith(".")] if os.path.isdir(output) else []
    expect(not left, "left behind: %s" % left)


run_tests()
