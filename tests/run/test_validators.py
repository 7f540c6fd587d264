#!/usr/bin/env python3
"""Validators that others maintain, where they are installed: in the folder VALIDATORS, else in
validators/ of the neighbouring folder."""
import os, shutil, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, narrate, read_json, write_tones
from kit import LONG, ROOT, Skip, expect, run_tests, scratch, test, write
from validators import needs, validate

_made = []


def episode():
    if not _made:
        _made.append(narrate(scratch("episode"), "--no-cache", "--format", "mp3,opus", "--edition", "podcast,accessible"))
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


# Structure, other languages and scripts, words: what books differ by.
BOOKS = {
    "lighthouse": (ARTICLE, []),
    "market": (os.path.join(ROOT, "tests", "cases", "market.md"), ["--overlay", "word", "--detail", "full"]),
    "german": (write("german.md", """# Die letzte Fähre

Am Sonntag fährt die „Seeschwalbe“ zum letzten Mal. „Wir hören nur noch den Wind“, sagte Bürgermeister Hauke Petersen.

## Ein Damm kommt

Der neue Damm kostet 12,4 Millionen Euro.
"""), ["--language", "de"]),
    "french": (write("french.md", """# Le dernier bac

Par Anne Moreau

Dimanche, le bac « La Mouette » a fait sa dernière traversée. « On n’entend plus que le vent », a dit la maire Claire Vidal.

## Une digue arrive

La nouvelle digue coûte 12,4 millions d’euros.
"""), ["--language", "fr"]),
    "chinese": (write("chinese.txt", """回来的渡船

作者：王安娜

下港的旧渡船于2024年5月3日回到了码头。“我们为这个早晨等了十一年。”李凯说。
"""), ["--language", "zh"]),
    "arabic": (write("arabic.txt", """المنارة تعود إلى العمل

بقلم ليلى حداد

عادت منارة الميناء القديم إلى العمل يوم السبت بعد عشرين عاماً من الصمت. وقال العمدة سامي منصور: "انتظرنا هذا الضوء طويلاً."
"""), ["--language", "ar", "--overlay", "word"]),
}


def book(name):
    if name == "lighthouse":
        return episode()
    if name not in _books:
        article, options = BOOKS[name]
        _books[name] = narrate(scratch(name), "--no-cache", "--edition", "accessible", *options, article=article)
    return _books[name]


_books = {}


# EPUBCheck and Ace take half a minute for each book, so all but two wait for a long run.
def epub_test(name):
    def run():
        needs("validate-epub.sh")
        if not LONG and name not in ("lighthouse", "arabic"):
            raise Skip("make check-long asks EPUBCheck and Ace about this one too")
        folder = book(name)
        validate("validate-epub.sh", os.path.join(folder, os.path.basename(folder) + ".epub"))
    run.__doc__ = "the EPUB of the article %s is valid and accessible" % name
    test(run)


def daisy_test(name):
    def run():
        needs("validate-daisy202.py")
        validate("validate-daisy202.py", os.path.join(book(name), "daisy"))
        validate("check-overlays.py", os.path.join(book(name), os.path.basename(book(name)) + ".epub"))
        validate("validate-disclosure.py", book(name))
    run.__doc__ = "the DAISY book of the article %s is valid, its EPUB covers what is seen" % name
    test(run)


for name in BOOKS:
    daisy_test(name)
for name in BOOKS:
    epub_test(name)

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
            if not name.endswith((".wav", ".mp2")):
                continue
            validate("validate-loudness.py", as_flac(path), "--profile", loudness, *(["--cross"] if shutil.which("bs1770gain") else []))
        validate("validate-disclosure.py", os.path.join(folder, "radio"))
    run.__doc__ = "the radio edition is valid with %s" % (" ".join(options) or "no options")
    test(run)


radio_test("ebu", "ebu")
radio_test("ebu", "ebu", "--radio-channels", "1", "--radio-format", "wav,mp2")
radio_test("atsc", "us", "--radio-preset", "prss", "--radio-format", "wav16,mp2")
radio_test("ebu", "ebu", "--radio-format", "wav,mp2", "--bed", write_tones(scratch("bed.wav"), 30, (440, 0.2), (660, 0.1)))


@test
def a_podcast_with_a_bed_is_valid():
    needs("validate-loudness.py")
    folder = narrate(scratch("bedded"), "--no-cache", "--format", "mp3,opus,flac", "--bed", write_tones(scratch("music.wav"), 30, (440, 0.2), (660, 0.1)))
    name = os.path.join(folder, os.path.basename(folder))
    validate("validate-mp3.py", name + ".mp3")
    validate("validate-opus.sh", name + ".opus")
    for suffix in (".mp3", ".opus", ".flac"):
        validate("validate-loudness.py", name + suffix, "--profile", "apple")


run_tests()
