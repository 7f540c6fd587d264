#!/usr/bin/env python3
"""Every edition of whole articles, and the feed of all, by validators that others maintain: none finds anything.
Prints how loud each edition is. `make check` asks them about less (run/test_validators.py)."""
import concurrent.futures, glob, os, re, shutil, sys, zipfile

sys.path[:0] = [os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), folder) for folder in ("", "run")]
from episode import narrate, read_json, tool
from kit import ROOT, SHARED, Run, Skip, expect, run_tests, scratch, test, write
from validators import needs, validate

BASE = "https://example.org/show/"
TESTS = os.path.join(ROOT, "tests")
# Structure, many speakers, notes and tables, the marks of other languages, words without spaces, letters from the right.
ARTICLES = [os.path.join(TESTS, *name.split("/")) for name in (
    "articles/lighthouse.txt", "cases/interview.txt", "cases/market.md",
    "languages/de.txt", "languages/fr.txt", "languages/ar.txt", "languages/ja.txt")]
# Its words alone: who says what is marked in it.
with open(os.path.join(TESTS, "heard", "newsletter.md"), encoding="utf-8") as marked:
    ARTICLES.append(write("newsletter.md", re.sub("⟦[^⟧]*⟧", "", marked.read())))
ARTICLES += sorted(glob.glob(os.path.join(SHARED, "articles", "*.txt")))
UNSPACED = {"ja"}
FORMATS = ["mp3", "opus", "flac", "wav"]
CUT = "123456"
# What a file is held to: profile of the validator, LUFS, dBTP that nothing may be above.
LEVELS = {"podcast": ("apple", -16, -1), "radio ebu": ("ebu", -23, -1), "radio prss": ("atsc", -24, -3), "accessible": ("apple", -16, -1)}
NEAR_LU = 0.2
METER_DB = 0.05  # the validator prints tenths
SHELF, CACHE = scratch("shelf"), scratch("cache")


class Episode:
    """All editions of an article in one folder, and the radio edition again at the other preset."""

    def __init__(self, article):
        self.name = os.path.splitext(os.path.basename(article))[0]
        options = ["--cache", CACHE, "--url", "https://example.org/" + self.name, "--cut-id", CUT]
        self.folder = os.path.join(SHELF, Run("narrate", "-q", "-o", SHELF, *options, "--edition", "podcast,radio,accessible", "--format", ",".join(FORMATS),
                                              "--radio-format", "wav,mp2", article, timeout=600).ok().out.decode().strip().split(os.sep)[-1])
        self.prss = narrate(scratch("prss-" + self.name), *options, "--edition", "radio", "--radio-preset", "prss", "--radio-format", "wav16,mp2", article=article, timeout=600)
        self.seconds = str(read_json(self.folder, "report.json")["duration_s"])

    def file(self, suffix):
        return os.path.join(self.folder, os.path.basename(self.folder) + suffix)

    def radio(self, kind):
        """[(name of the level, path)]"""
        return [(level, path) for level, folder in (("radio ebu", self.folder), ("radio prss", self.prss))
                for path in sorted(glob.glob(os.path.join(glob.escape(folder), "radio", "*." + kind)))]


_made = {}


def episodes():
    for article in ARTICLES:
        if article not in _made:
            _made[article] = Episode(article)
    return list(_made.values())


def every(script):
    """A test of what `check(episode)` asks `script` about each; tells all that fail."""
    def of(check):
        def run():
            needs(script)
            with concurrent.futures.ThreadPoolExecutor(2) as pool:
                said = list(pool.map(lambda e: failure(check, e), episodes()))
            expect(not any(said), "\n".join(s for s in said if s))
        run.__doc__ = "%s: %s, of %d articles" % (script, check.__name__.replace("_", " "), len(ARTICLES))
        return test(run)
    return of


def failure(check, episode):
    try:
        check(episode)
    except AssertionError as error:
        return "%s: %s" % (episode.name, error)
    return None


@every("validate-mp3.py")
def the_MP3_files(e):
    chapters = len(read_json(e.folder, "chapters.json")["chapters"])
    validate("validate-mp3.py", e.file(".mp3"), "--min-kbps", "96", "--chapters", str(chapters))


@every("validate-opus.sh")
def the_Opus_files(e):
    validate("validate-opus.sh", e.file(".opus"))


@every("validate-bwf.py")
def the_radio_editions_of_both_presets(e):
    found = e.radio("wav")
    expect(len(found) == 2, "wanted a WAV file of each preset, found %s" % found)
    for level, path in found:
        validate("validate-bwf.py", path, "--cart", "--rivendell", CUT, "--profile", {"radio ebu": "ebu", "radio prss": "us"}[level])


@every("validate-transcript.mjs")
def the_transcripts_and_chapters(e):
    said = [s["body"] for s in read_json(e.folder, "transcript.json")["segments"]]
    text = [] if e.name in UNSPACED else ["--text", write("text-%s.txt" % e.name, "\n".join(said))]
    validate("validate-transcript.mjs", e.file(".vtt"), "--audio", e.seconds, *text)
    for path in (e.file(".srt"), os.path.join(e.folder, "transcript.json"), os.path.join(e.folder, "chapters.json")):
        validate("validate-transcript.mjs", path, "--audio", e.seconds)


@every("validate-daisy202.py")
def the_DAISY_books(e):
    validate("validate-daisy202.py", os.path.join(e.folder, "daisy"))


@every("check-overlays.py")
def the_overlays_of_the_EPUBs(e):
    validate("check-overlays.py", e.file(".epub"))


def daisy_sound(e):
    """The book's sound alone: what the validator asks of each page of a site is in ncc.html for all its pages."""
    folder = scratch("daisy-" + e.name)
    os.makedirs(folder)
    for path in glob.glob(os.path.join(glob.escape(e.folder), "daisy", "*.mp3")):
        os.symlink(path, os.path.join(folder, os.path.basename(path)))
    return folder


@every("validate-disclosure.py")
def the_synthetic_voice_is_disclosed(e):
    validate("validate-disclosure.py", e.folder, *(["--spoken", e.file(".vtt")] if read_json(e.folder, "report.json")["language"].startswith("en") else []))
    for folder in (os.path.join(e.folder, "radio"), os.path.join(e.prss, "radio"), daisy_sound(e)):
        validate("validate-disclosure.py", folder)
    with open(os.path.join(e.folder, "daisy", "ncc.html"), encoding="utf-8") as f:
        ncc = f.read()
    expect(re.search('name="ncc:narrator" content="[^"]*synthetic', ncc) and 'name="dc:rights"' in ncc and 'name="dc:source"' in ncc, "ncc.html: %s" % ncc[:2000])


@every("validate-epub.sh")
def the_EPUBs(e):
    validate("validate-epub.sh", e.file(".epub"))


@every("validate-page.mjs")
def the_pages_and_large_print(e):
    address = ["--canonical", "https://example.org/" + e.name]
    validate("validate-page.mjs", os.path.join(e.folder, "index.html"), *address)
    validate("validate-page.mjs", os.path.join(e.folder, "large-print.html"), *address, known=["ERROR 0 audio elements"])


# ---- sound

@test
def the_FLAC_files_decode_to_what_they_say():
    for e in episodes():
        done = tool("flac", "-t", "-s", "-w", e.file(".flac"))
        expect(done.returncode == 0, "flac -t, %s: %s" % (e.name, done.stderr.decode()))


def book_sound(e):
    """The sound of the EPUB's parts, one behind the other: each is no longer at the target, the book is."""
    folder = scratch("book-" + e.name)
    with zipfile.ZipFile(e.file(".epub")) as book:
        names = [n for n in re.findall(r'href="([^"]+\.mp3)"', book.read("EPUB/package.opf").decode())]
        parts = [book.extract("EPUB/" + n, folder) for n in names if "colophon" not in n]
    out = os.path.join(folder, "whole.wav")
    inputs = [a for p in parts for a in ("-i", p)]
    done = tool("ffmpeg", "-v", "error", "-nostdin", *inputs, "-filter_complex", "concat=n=%d:v=0:a=1" % len(parts), out)
    expect(done.returncode == 0, "ffmpeg: %s" % done.stderr.decode())
    return out


# bs1770gain knows no WAV file of plain PCM without a map of its channels; other forms of the same samples it does.
def as_flac(path):
    out = scratch("cross.flac")
    tool("ffmpeg", "-v", "error", "-nostdin", "-i", path, "-map_metadata", "-1", out)
    return out


def level(name, path):
    """(LUFS, dBTP) that the validator measured, which it found right."""
    profile, lufs, peak_max = LEVELS[name]
    cross = ["--cross"] if shutil.which("bs1770gain") and not path.endswith(".opus") else []
    said = validate("validate-loudness.py", as_flac(path) if path.endswith((".wav", ".mp2")) else path, "--profile", profile, *cross)
    found, peak = (float(re.search(what + r"=(-?[\d.]+)", said).group(1)) for what in ("I", "TP"))
    expect(abs(found - lufs) <= NEAR_LU + METER_DB, "%s: %.1f LUFS, wanted %d" % (path, found, lufs))
    expect(peak <= peak_max + METER_DB, "%s: %.1f dBTP, allowed %d" % (path, peak, peak_max))
    return found, peak


def sounds(e):
    """[(name of the level, kind, path)]"""
    return ([("podcast", f, e.file("." + f)) for f in FORMATS] + [("accessible", "epub", book_sound(e))] +
            [(name, kind, path) for kind in ("wav", "mp2") for name, path in e.radio(kind)])


@test
def every_file_is_as_loud_as_its_edition_asks_for():
    needs("validate-loudness.py")
    for e in episodes():
        found = ["%s %s %.1f/%.1f" % (name, kind, *level(name, path)) for name, kind, path in sounds(e)]
        print("# %s, LUFS/dBTP: %s" % (e.name, ", ".join(found)))


# ---- feed

# One of the parsers sees podcast:locked only where an owner is named.
def feed():
    with open(os.path.join(SHELF, "show.ini"), "w") as f:
        f.write("title = Harbour Notes\nowner_email = desk@example.org\n")
    Run("feed", SHELF, "--url", BASE).ok()
    return os.path.join(SHELF, "feed.xml")


def media():
    """The validator looks for the last part of an address in one folder, so all files lie there."""
    flat = scratch("media")
    os.makedirs(flat)
    for path in glob.glob(os.path.join(SHELF, "*", "*")) + glob.glob(os.path.join(SHELF, "*.*")):
        if os.path.isfile(path) and not os.path.exists(os.path.join(flat, os.path.basename(path))):
            os.symlink(path, os.path.join(flat, os.path.basename(path)))
    return flat


@test
def the_feed_of_all_editions_is_valid():
    needs("validate-feed.py")
    expect(len(episodes()) == len(ARTICLES) >= 5, "too few articles")
    with open(feed(), encoding="utf-8") as f:
        expect(f.read().count("<item>") == len(ARTICLES), "the feed does not list all")
    validate("validate-feed.py", feed(), "--media", media(), "--feed-url", BASE + "feed.xml")


@test
def two_parsers_lose_nothing_of_the_feed():
    needs("validate-feed-parsers.mjs")
    episodes()
    validate("validate-feed-parsers.mjs", feed())


@test
def an_edition_made_again_leaves_the_feed_as_it_was():
    needs("validate-feed-stability.py")
    episodes()
    old = shutil.copy(feed(), scratch("old.xml"))
    Episode(ARTICLES[0])
    validate("validate-feed-stability.py", old, feed())


run_tests()
