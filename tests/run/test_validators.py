#!/usr/bin/env python3
"""Validators that others maintain, where they are installed: in the folder VALIDATORS, else in
validators/ of the neighbouring folder."""
import os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, narrate, read_json
from kit import expect, run_tests, scratch, test
from validators import needs, validate

_made = []


def episode():
    if not _made:
        _made.append(narrate(scratch("episode"), "--no-cache", "--format", "mp3,opus"))
    return _made[0]


def file(suffix):
    folder = episode()
    return os.path.join(folder, os.path.basename(folder) + suffix if suffix.startswith(".") else suffix)


@test
def the_mp3_is_valid():
    needs("validate-mp3.py")
    validate("validate-mp3.py", file(".mp3"))


@test
def the_loudness_is_what_podcasts_ask_for():
    needs("validate-loudness.py")
    validate("validate-loudness.py", file(".mp3"), "--profile", "apple")


@test
def the_synthetic_voice_is_disclosed_everywhere():
    needs("validate-disclosure.py")
    validate("validate-disclosure.py", episode(), "--spoken", file(".vtt"))


def transcript_test(suffix, *options):
    def run():
        needs("validate-transcript.mjs")
        seconds = str(read_json(episode(), "report.json")["duration_s"])
        validate("validate-transcript.mjs", file(suffix), "--audio", seconds, *options)
    run.__doc__ = "%s is valid" % suffix
    test(run)


for name in (".vtt", ".srt", "transcript.json", "chapters.json"):
    transcript_test(name)


@test
def the_page_is_accessible():
    needs("validate-page.mjs")
    validate("validate-page.mjs", file("index.html"))


@test
def the_opus_file_is_valid():
    needs("validate-opus.sh")
    validate("validate-opus.sh", file(".opus"))


run_tests()
