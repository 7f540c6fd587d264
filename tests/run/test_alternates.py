#!/usr/bin/env python3
"""Readings beside the episode's own (`--also`): what a run with other options makes, and how they are told apart."""
import base64, hashlib, os, re, sys
import xml.etree.ElementTree as ElementTree

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import decoded_seconds, expect_same_tree, loudness, narrate, probe, read_json
from kit import Run, expect, run_tests, scratch, test, write
from validators import needs, validate

ARTICLE = write("pier.txt", "The Pier Reopens\nBy Ines Maddox\n2026-04-12\n\n"
                "The old pier at Brannock has been closed since the storm of last autumn. On Monday it opens again.\n\n"
                "“We have changed every plank that was rotten, and a good many that were not,” said Tom Harrow.\n\n"
                "The work has taken five months. Anglers were the first to ask for it, and they will be the first on it.\n")
CACHE = os.path.join(os.path.dirname(ARTICLE), "cache")
PODCAST = "{https://podcastindex.org/namespace/1.0}"
READINGS = {"fast": "Fast reading", "single": "One voice"}
_made = {}


def episode(*options):
    """The folder of an episode; each is made once."""
    if options not in _made:
        _made[options] = narrate(scratch("episode-%d" % len(_made)), "--cache", CACHE, *options, article=ARTICLE)
    return _made[options]


def both():
    return episode("--also", "single,fast")


def files(folder):
    return {f["name"]: f for f in read_json(folder, "report.json")["files"]}


def frames(path):
    """What is behind the tag."""
    with open(path, "rb") as f:
        data = f.read()
    expect(data[:3] == b"ID3", "no tag in front")
    return data[10 + (data[6] << 21 | data[7] << 14 | data[8] << 7 | data[9]):]


@test
def a_reading_beside_is_to_the_byte_what_a_run_of_its_own_makes():
    for name, options in [("fast", ["--rate", "300"]), ("single", ["--single-voice"])]:
        alone = frames(os.path.join(episode(*options), "the-pier-reopens.mp3"))
        beside = frames(os.path.join(both(), "the-pier-reopens-%s.mp3" % name))
        expect(alone == beside, "%s is another sound" % name)
    expect(frames(os.path.join(both(), "the-pier-reopens.mp3")) == frames(os.path.join(episode(), "the-pier-reopens.mp3")),
           "the episode's own sound has changed")


@test
def each_states_its_own_length_and_loudness():
    Run("check", both()).ok()
    own, _ = decoded_seconds(os.path.join(both(), "the-pier-reopens.mp3"))
    for name, title in READINGS.items():
        path = os.path.join(both(), "the-pier-reopens-%s.mp3" % name)
        stated = files(both())[os.path.basename(path)]
        seconds, complaints = decoded_seconds(path)
        lufs, _ = loudness(path)
        expect(not complaints, complaints)
        expect(stated["reading"] == title, stated)
        expect(abs(stated["duration_s"] - seconds) < 0.002, "%s s, decoded %s" % (stated["duration_s"], seconds))
        expect(abs(stated["loudness"]["integrated_lufs"] - lufs) <= 0.15 and abs(lufs + 16) <= 0.25, "%s LUFS, measured %s" % (stated, lufs))
        expect((seconds < own * 0.7) == (name == "fast"), "%s lasts %s s, the episode %s s" % (name, seconds, own))


@test
def titles_tell_them_apart_and_nothing_else_does():
    own = probe(os.path.join(both(), "the-pier-reopens.mp3"))[1]["tags"]
    for name, hint in READINGS.items():
        tags = probe(os.path.join(both(), "the-pier-reopens-%s.mp3" % name))[1]["tags"]
        expect(tags["title"] == "The Pier Reopens (%s)" % hint, tags["title"])
        for key in ("artist", "album", "copyright", "disclosure", "date"):
            expect(tags[key] == own[key], "%s: %s for %s" % (key, tags[key], own[key]))
    expect("Tom Harrow (narrator-a)" in tags["comment"], "the voices are not those of the reading: " + tags["comment"])


@test
def the_page_plays_the_episodes_own_and_offers_the_others():
    with open(os.path.join(both(), "index.html"), encoding="utf-8") as f:
        page = f.read()
    expect(re.findall(r'<source src="([^"]*)"', page) == ["the-pier-reopens.mp3"], "another sound is played")
    for title in READINGS.values():
        expect(">%s, MP3 audio<" % title in page, "%s is not offered" % title)


@test
def one_worker_and_eight_write_the_same():
    folders = [narrate(scratch("workers-" + n), "--no-cache", "-j", n, "--also", "fast,single", article=ARTICLE) for n in "18"]
    expect_same_tree(*folders)


@test
def the_feed_lists_them_as_alternate_enclosures():
    Run("feed", os.path.dirname(both()), "--url", "https://example.org/show/").ok()
    item = ElementTree.parse(os.path.join(os.path.dirname(both()), "feed.xml")).find("channel/item")
    expect(item.find("enclosure").get("url").endswith("/the-pier-reopens.mp3"), "another sound is the episode")
    found = {a.get("title"): a for a in item.findall(PODCAST + "alternateEnclosure")}
    expect(list(found) == ["MP3", "Fast reading", "One voice"], list(found))
    expect([t for t, a in found.items() if a.get("default")] == ["MP3"], "not the episode's own is the default")
    for name, title in READINGS.items():
        with open(os.path.join(both(), "the-pier-reopens-%s.mp3" % name), "rb") as f:
            data = f.read()
        a = found[title]
        expect(a.get("type") == "audio/mpeg" and a.get("length") == str(len(data)), a.attrib)
        expect(a.find(PODCAST + "source").get("uri").endswith("/the-pier-reopens-%s.mp3" % name), title)
        digest = base64.b64encode(hashlib.sha256(data).digest()).decode()
        expect(a.find(PODCAST + "integrity").get("value") == "sha256-" + digest, title)


@test
def validators_take_the_feed_and_each_sound():
    needs("validate-feed.py")
    shows = os.path.dirname(both())
    with open(os.path.join(shows, "show.ini"), "w", encoding="utf-8") as f:
        f.write("title = Brannock Notes\nowner_email = desk@example.org\ncategory = News / Politics\n")
    Run("feed", shows, "--url", "https://example.org/show/").ok()
    validate("validate-feed.py", os.path.join(shows, "feed.xml"), "--feed-url", "https://example.org/show/feed.xml")
    for name in READINGS:
        path = os.path.join(both(), "the-pier-reopens-%s.mp3" % name)
        validate("validate-mp3.py", path)
        validate("validate-loudness.py", path, "--profile", "apple")


@test
def an_article_in_one_voice_has_no_second_file_of_it():
    article = write("alone.txt", "The pier reopens\n\nIt was closed for a year. It opens on Monday.\n")
    folder = narrate(scratch("alone"), "--no-cache", "--also", "fast,single", article=article)
    report = read_json(folder, "report.json")
    expect([f["reading"] for f in report["files"] if "reading" in f] == ["Fast reading"], report["files"])
    expect([n["stage"] for n in report["notes"] if "--also single" in n["text"]] == ["publish"], report["notes"])
    Run("feed", os.path.dirname(folder), "--url", "https://example.org/show/").ok()
    with open(os.path.join(os.path.dirname(folder), "feed.xml"), encoding="utf-8") as f:
        expect("One voice" not in f.read(), "the feed lists it")


@test
def the_report_states_the_rate_of_each_reading():
    report = read_json(both(), "report.json")
    rates = {f.get("reading"): f.get("rate_wpm") for f in report["files"] if "reading" in f}
    expect(rates == {"Fast reading": 300, "One voice": report["rate_wpm"]}, rates)
    expect(report["pause_scale"] == 1, report["pause_scale"])


@test
def no_other_reading_stands_in_for_an_mp3_that_is_not_there():
    folder = episode("--format", "opus", "--also", "fast")
    Run("feed", os.path.dirname(folder), "--url", "https://example.org/show/").ok()
    expect(not ElementTree.parse(os.path.join(os.path.dirname(folder), "feed.xml")).findall("channel/item"), "it is listed")


@test
def what_would_be_no_other_reading_is_refused():
    for options, word in [(["--also", "slow"], b"fast, single"), (["--also", "fast,fast"], b"twice"), (["--also", ""], b"fast, single"),
                          (["--also", "fast", "--rate", "300"], b"--rate 300"), (["--also", "single", "--single-voice"], b"--single-voice"),
                          (["--also", "fast", "--edition", "radio"], b"--edition podcast")]:
        run = Run("narrate", "-o", scratch("never"), *options, ARTICLE).refused(2)
        expect(word in run.err, run.err)


run_tests()
