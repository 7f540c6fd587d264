#!/usr/bin/env python3
"""`--split chapter`: a file for each chapter, which are the episode's sound between them."""
import array, json, os, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import expect_same_tree, narrate, probe, read_json, tool
from kit import Run, Skip, expect, run_tests, scratch, test, write
from validators import needs, validate

HEADINGS = ["Boats & ropes", "Ice", "Über das Licht"]
ARTICLE = write("winter.md", "---\ntitle: The Harbour in Winter\nauthor: Ines Maddox\ndate: 2026-01-12\n---\n\n"
                "The harbour is quiet in January. Nothing sails before nine.\n\n"
                "## %s\n\n“Every rope is counted,” said Tom Harrow. There are forty of them.\n\n"
                "## %s\n\nIce comes late here. It goes early, and few regret that.\n\n"
                "## %s\n\nThe light is repaired.\n" % tuple(HEADINGS))
CACHE = os.path.join(os.path.dirname(ARTICLE), "cache")
NAMES = ["01-the-harbour-in-winter.mp3", "02-boats-ropes.mp3", "03-ice.mp3", "04-uber-das-licht.mp3"]
_made = {}


def episode(*options):
    """The folder of an episode; each is made once."""
    if options not in _made:
        _made[options] = narrate(scratch("episode-%d" % len(_made)), "--cache", CACHE, "--split", "chapter", *options, article=ARTICLE)
    return _made[options]


def tracks(folder):
    return [os.path.join(folder, "chapters", n) for n in sorted(os.listdir(os.path.join(folder, "chapters")))]


def whole(folder):
    return os.path.join(folder, "the-harbour-in-winter.mp3")


def samples(path):
    """As ffmpeg decodes them; of two channels the mean, for they are the same."""
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-v", "warning", "-xerror", "-i", path, "-map", "0:a", "-ac", "1",
               "-f", "s16le", "-")
    expect(run.returncode == 0 and not run.stderr, "ffmpeg: %s" % run.stderr.decode())
    return array.array("h", run.stdout)


def expect_joined(folder):
    """The chapters one behind the other are the episode, but for noise where they meet."""
    parts, all_of_it = [samples(t) for t in tracks(folder)], samples(whole(folder))
    expect(sum(map(len, parts)) == len(all_of_it), "%s samples of %d" % ([len(p) for p in parts], len(all_of_it)))
    beg = 0
    for part in parts:
        worst = max(abs(a - b) for a, b in zip(part, all_of_it[beg:beg + len(part)]))
        expect(worst <= 33, "at %d it is %d off" % (beg, worst))  # -60 dBFS
        exact = max(abs(a - b) for a, b in zip(part[1152:], all_of_it[beg + 1152:beg + len(part)]))
        expect(exact <= 1, "behind the first frame it is %d off" % exact)
        beg += len(part)


@test
def chapters_are_files_that_sort_and_are_named_by_their_titles():
    expect([os.path.basename(t) for t in tracks(episode())] == NAMES, tracks(episode()))
    listed = [f["name"] for f in read_json(episode(), "report.json")["files"]]
    expect([n for n in listed if "/" in n] == ["chapters/" + n for n in NAMES], listed)
    Run("check", episode()).ok()


@test
def together_they_are_the_episode_to_the_sample():
    expect_joined(episode())


@test
def so_they_are_with_two_channels_and_another_rate():
    expect_joined(episode("--preset", "acx", "--channels", "2"))


@test
def so_they_are_where_headings_are_announced():
    expect_joined(episode("--detail", "full"))


@test
def each_begins_where_the_chapters_do():
    starts = [c["startTime"] for c in read_json(episode(), "chapters.json")["chapters"]]
    beg = 0
    for start, path in zip(starts, tracks(episode())):
        expect(0 <= start - beg / 44100 < 0.2, "the chapter is heard at %.3f s, its file begins at %.3f s" % (start, beg / 44100))
        beg += len(samples(path))


@test
def tags_name_the_chapter_its_number_and_the_article():
    for i, path in enumerate(tracks(episode())):
        tags = probe(path)[1]["tags"]
        expect(tags["title"] == (["The Harbour in Winter"] + HEADINGS)[i], tags["title"])
        expect(tags["track"] == "%d/4" % (i + 1) and tags["album"] == "The Harbour in Winter", tags)
        expect("synthetic" in tags["disclosure"] and tags["copyright"] == "2026 Ines Maddox", tags)
        chapters = tool("ffprobe", "-v", "error", "-show_chapters", "-of", "json", path)
        expect(json.loads(chapters.stdout)["chapters"] == [], "chapters within a chapter")


@test
def another_reader_of_tags_finds_the_same():
    code = ("import json, sys\nfrom mutagen.mp3 import MP3\n"
            "print(json.dumps([[str(MP3(p).tags[k]) for k in ('TIT2', 'TALB', 'TRCK')] + [len(MP3(p).tags.getall('APIC')), MP3(p).info.length] "
            "for p in sys.argv[1:]]))")
    if subprocess.run(["/usr/bin/python3", "-c", "import mutagen"], stderr=subprocess.DEVNULL).returncode:
        raise Skip("python3-mutagen is not installed")
    run = tool("/usr/bin/python3", "-c", code, *tracks(episode()))
    expect(run.returncode == 0, run.stderr.decode())
    found = json.loads(run.stdout)
    expect([f[:4] for f in found] == [[t, "The Harbour in Winter", "%d/4" % (i + 1), 1] for i, t in enumerate(["The Harbour in Winter"] + HEADINGS)],
           found)
    for f, path in zip(found, tracks(episode())):
        expect(abs(f[4] - len(samples(path)) / 44100) < 0.03, "%s s, decoded %d samples" % (f[4], len(samples(path))))


@test
def a_validator_of_mp3_takes_each():
    needs("validate-mp3.py")
    for path in tracks(episode()):
        validate("validate-mp3.py", path)


@test
def an_article_without_chapters_is_one_file():
    folder = narrate(scratch("short"), "--cache", CACHE, "--split", "chapter", article=write("short.txt", "Fog\n\nFog lies on the bay.\n"))
    expect([os.path.basename(t) for t in tracks(folder)] == ["01-fog.mp3"], tracks(folder))


@test
def one_worker_and_eight_write_the_same():
    folders = [narrate(scratch("workers-" + n), "--no-cache", "-j", n, "--split", "chapter", article=ARTICLE) for n in "18"]
    expect_same_tree(*folders)


@test
def what_cannot_be_cut_is_refused():
    for options, word in [(["--split", "page"], b"chapter or none"), (["--split", "chapter", "--format", "opus,flac"], b"mp3,opus,flac"),
                          (["--split", "chapter", "--edition", "accessible"], b"--edition podcast")]:
        run = Run("narrate", "-o", scratch("never"), *options, ARTICLE).refused(2)
        expect(word in run.err, run.err)


run_tests()
