#!/usr/bin/env python3
"""Validators that others maintain, where they are installed: in the folder VALIDATORS, else in
validators/ of the neighbouring folder."""
import os, shutil, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, narrate, read_json
from kit import SHARED, Skip, expect, run_tests, scratch, test

FOLDER = os.environ.get("VALIDATORS") or os.path.join(SHARED, "validators")
_made = []


def episode():
    if not _made:
        _made.append(narrate(scratch("episode"), "--no-cache", "--format", "mp3,opus"))
    return _made[0]


def missing(script):
    if not os.path.exists(os.path.join(FOLDER, script)):
        return "%s is not in %s" % (script, FOLDER)
    if script.endswith(".mjs") and not os.path.isdir(os.path.join(FOLDER, "node_modules")):
        return "node_modules is not installed in %s (install.sh there, or VALIDATORS=FOLDER)" % FOLDER
    if script.endswith(".py") and subprocess.run(["/usr/bin/python3", "-c", "import mutagen, lxml"], stderr=subprocess.DEVNULL).returncode:
        return "python3-mutagen and python3-lxml are not installed"
    if script.endswith("page.mjs") and not shutil.which("chromium"):
        return "chromium is not installed"
    return None


def validate(script, *args):
    why = missing(script)
    if why:
        raise Skip(why)
    runner = {".mjs": ["node"], ".py": ["/usr/bin/python3"], ".sh": ["bash"]}[os.path.splitext(script)[1]]
    run = subprocess.run(runner + [os.path.join(FOLDER, script), *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=FOLDER)
    expect(run.returncode == 0, "%s: %s" % (script, run.stdout.decode()[-1500:]))


def file(suffix):
    folder = episode()
    return os.path.join(folder, os.path.basename(folder) + suffix if suffix.startswith(".") else suffix)


def needs(script):
    why = missing(script)
    if why:
        raise Skip(why)


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


# bs1770gain knows no WAV file of plain PCM without a map of its channels; other forms of the same samples it does.
def as_flac(path):
    out = scratch("cross.flac")
    subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-map_metadata", "-1", out], check=True)
    return out


def radio_test(loudness, profile, *options):
    def run():
        needs("validate-bwf.py")
        folder = narrate(scratch("radio"), "--cache", scratch("cache"), "--edition", "radio", "--url", "https://example.org/a", "--cut-id", "123456", *options)
        for name in sorted(os.listdir(os.path.join(folder, "radio"))):
            path = os.path.join(folder, "radio", name)
            if name.endswith(".wav"):
                validate("validate-bwf.py", path, "--cart", "--rivendell", "123456", "--profile", profile)
            validate("validate-loudness.py", as_flac(path), "--profile", loudness, *(["--cross"] if shutil.which("bs1770gain") else []))
        validate("validate-disclosure.py", os.path.join(folder, "radio"))
    run.__doc__ = "the radio edition is valid with %s" % (" ".join(options) or "no options")
    test(run)


radio_test("ebu", "ebu")
radio_test("ebu", "ebu", "--radio-channels", "1", "--radio-format", "wav,mp2")
radio_test("atsc", "us", "--radio-preset", "prss", "--radio-format", "wav16,mp2")


run_tests()
