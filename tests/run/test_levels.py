#!/usr/bin/env python3
"""Voices are level with each other behind the chain: `scripts/level-voices` finds nothing to change."""
import os, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import LECTERN, ROOT, expect, run_tests, test


@test
def every_voice_is_within_a_quarter_of_a_loudness_unit():
    done = subprocess.run([sys.executable, os.path.join(ROOT, "scripts", "level-voices"), LECTERN, "--check"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    lines = done.stdout.decode().splitlines()
    expect(done.returncode == 0, lines)
    expect(len(lines) >= 22, lines)


run_tests()
