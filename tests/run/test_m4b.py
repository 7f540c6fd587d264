#!/usr/bin/env python3
"""M4B: what other parsers and decoders find in it."""
import array, json, math, os, shutil, struct, sys
import xml.etree.ElementTree as ElementTree

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import expect_same_tree, loudness, narrate, probe, read_json, tool
from kit import LECTERN, Run, Skip, expect, run_tests, scratch, test, write
from validators import needs, validate

ARTICLE = write("winter.md", "---\ntitle: The Harbour in Winter\nauthor: Ines Maddox\ndate: 2026-01-12\n---\n\n"
                "The harbour is quiet in January. Nothing sails before nine.\n\n"
                "## Boats & ropes\n\n“Every rope is counted,” said Tom Harrow. There are forty of them.\n\n"
                "## Über das Licht\n\nThe light is repaired. It had been dark for a week, and nobody had minded much.\n")
PODCAST = "{https://podcastindex.org/namespace/1.0}"
_made = {}


def episode(*options):
    """The folder of an episode; each is made once."""
    with open(os.path.realpath(LECTERN), "rb") as f:
        if b"this build has no M4B" in f.read():
            raise Skip("it was built where libavformat-dev is not installed")
    if options not in _made:
        _made[options] = narrate(scratch("episode-%d" % len(_made)), "--cache", os.path.join(os.path.dirname(ARTICLE), "cache"),
                                 "--format", "mp3,wav,m4b", *options, article=ARTICLE)
    return _made[options]


def sound(folder, suffix=".m4b"):
    return os.path.join(folder, "the-harbour-in-winter" + suffix)


def boxes(data, beg=0, end=None):
    """[(name, begin of what is in it, end)]"""
    found, at = [], beg
    end = len(data) if end is None else end
    while at < end:
        size, name = struct.unpack(">I4s", data[at:at + 8])
        expect(8 <= size <= end - at, "a box of %d bytes where %d are left" % (size, end - at))
        found.append((name, at + 8, at + size))
        at += size
    return found


def find(data, *path):
    beg, end = 0, len(data)
    for name in path:
        named = [b for b in boxes(data, beg, end) if b[0] == name]
        expect(named, "no box %s" % name.decode("latin1"))
        _, beg, end = named[0]
    return data[beg:end]


def samples(path):
    run = tool("ffmpeg", "-v", "error", "-i", path, "-map", "0:a", "-ac", "1", "-f", "s16le", "-")
    expect(run.returncode == 0, run.stderr.decode())
    return array.array("h", run.stdout)


@test
def a_validator_takes_it():
    needs("validate-m4a.py")
    for options in [(), ("--channels", "2")]:
        validate("validate-m4a.py", sound(episode(*options)))
    needs("validate-disclosure.py")
    validate("validate-disclosure.py", episode())


@test
def what_players_need_first_stands_first():
    with open(sound(episode()), "rb") as f:
        data = f.read()
    names = [b[0] for b in boxes(data)]
    expect(names.index(b"moov") < names.index(b"mdat"), names)
    chpl = find(data, b"moov", b"udta", b"chpl")
    expect("Über das Licht".encode() in chpl and chpl[8] == 3, "chapters as Nero has them: %r" % chpl)


@test
def chapters_are_those_of_the_episode():
    run = tool("ffprobe", "-v", "error", "-show_chapters", "-of", "json", sound(episode()))
    found = [(float(c["start_time"]), c["tags"]["title"]) for c in json.loads(run.stdout)["chapters"]]
    want = [(c["startTime"], c["title"]) for c in read_json(episode(), "chapters.json")["chapters"]]
    expect(found == want and len(want) == 3, "%s, not %s" % (found, want))


@test
def tags_and_cover_are_those_of_the_episode():
    stream, form = probe(sound(episode()))
    tags = form["tags"]
    for key, value in {"title": "The Harbour in Winter", "artist": "Ines Maddox", "date": "2026-01-12", "copyright": "2026 Ines Maddox",
                       "genre": "Audiobook", "media_type": "2"}.items():
        expect(tags.get(key) == value, "%s is %r" % (key, tags.get(key)))
    expect("synthetic" in tags["description"] and "algorithmicMedia" in tags["comment"], tags)
    expect("encoder" not in tags and "creation_time" not in tags, "what is not the article's: %s" % tags)
    expect(stream["codec_name"] == "aac" and stream["profile"] == "LC" and stream["tags"]["language"] == "eng", stream)
    with open(os.path.join(episode(), "cover.png"), "rb") as cover, open(sound(episode()), "rb") as f:
        expect(cover.read() in f.read(), "another cover")


@test
def it_sounds_like_the_episode_and_lasts_as_long():
    for options in [(), ("--channels", "2")]:
        found, want = samples(sound(episode(*options))), samples(sound(episode(*options), ".wav"))
        expect(0 <= len(found) - len(want) < 1024, "%d samples for %d" % (len(found), len(want)))
        # Gains differ by what AAC adds to loudness and peaks; what is left when that is taken away is noise.
        pairs = list(zip(found, want))
        gain = sum(a * b for a, b in pairs) / sum(b * b for _, b in pairs)
        noise = sum((a - gain * b) ** 2 for a, b in pairs) / sum((gain * b) ** 2 for _, b in pairs)
        expect(-10 * math.log10(noise) > 12, "%.1f dB of signal to noise" % (-10 * math.log10(noise)))


@test
def its_level_is_as_stated_by_another_meter():
    Run("check", episode()).ok()
    stated = {f["name"]: f for f in read_json(episode(), "report.json")["files"]}["the-harbour-in-winter.m4b"]["loudness"]
    lufs, peak = loudness(sound(episode()))
    expect(abs(stated["integrated_lufs"] - lufs) <= 0.1 and abs(lufs + 16) <= 0.15, "%s, measured %.2f" % (stated, lufs))
    expect(abs(stated["true_peak_dbtp"] - peak) <= 0.2 and peak <= -0.9, "%s, measured %.2f" % (stated, peak))


@test
def one_worker_and_eight_write_the_same():
    episode()
    folders = [narrate(scratch("workers-" + n), "--no-cache", "-j", n, "--format", "m4b", article=ARTICLE) for n in "18"]
    expect_same_tree(*folders)


@test
def the_feed_and_the_page_offer_it():
    shows = os.path.dirname(episode())
    Run("feed", shows, "--url", "https://example.org/show/").ok()
    item = ElementTree.parse(os.path.join(shows, "feed.xml")).find("channel/item")
    found = [(a.get("title"), a.get("type")) for a in item.findall(PODCAST + "alternateEnclosure")]
    expect(("M4B", "audio/mp4") in found, found)
    with open(os.path.join(episode(), "index.html"), encoding="utf-8") as f:
        expect('<source src="the-harbour-in-winter.m4b" type="audio/mp4">' in f.read(), "the page does not")


@test
def a_file_that_is_cut_short_is_told():
    folder = scratch("cut")
    shutil.copytree(episode(), folder)
    os.truncate(sound(folder), 3000)
    run = Run("check", folder)
    expect(run.status == 1 and b"the-harbour-in-winter.m4b" in run.out + run.err, run.out + run.err)


@test
def without_the_libraries_it_is_refused_before_anything_is_spoken():
    episode()
    folder = scratch("libraries")
    os.makedirs(folder)
    for name in os.listdir("/usr/lib/x86_64-linux-gnu") if os.path.isdir("/usr/lib/x86_64-linux-gnu") else []:
        if name.startswith("libavformat.so."):
            open(os.path.join(folder, name), "w").close()
    if not os.listdir(folder):
        raise Skip("libavformat stands elsewhere")
    run = Run("narrate", "-o", scratch("never"), "--format", "m4b", ARTICLE, env={"LD_LIBRARY_PATH": folder}).refused(3)
    expect(b"libavformat" in run.err, run.err)


run_tests()
