#!/usr/bin/env python3
"""`lectern check` on damaged episodes whose report has been made anew: what digests no longer tell."""
import hashlib, json, os, shutil, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import narrate, read_json
from kit import Run, expect, run_tests, scratch, test, write

ARTICLE = write("clock.md", "# The Tide Clock\n\nThe clock is back in Skerrow harbour.\n\n## The storm\n\n“We did not come here to be thanked,” said Maren Oldcastle.\n")
FOLDER = narrate(scratch("whole"), "--no-cache", "--edition", "podcast,radio,accessible", "--format", "mp3,opus,flac,wav,m4b", "--radio-format", "wav,mp2",
                 "--rdxml", "--split", "chapter", "--also", "fast", article=ARTICLE)
SLUG = os.path.basename(FOLDER)


def damaged(changes):
    """A copy in which files have other bytes ({name: bytes}), and whose report knows them."""
    folder = scratch("damaged/" + SLUG)
    shutil.copytree(FOLDER, folder)
    report = read_json(folder, "report.json")
    for name, data in changes.items():
        with open(os.path.join(folder, name), "wb") as f:
            f.write(data)
        for file in report["files"]:
            if file["name"] == name:
                file.update(bytes=len(data), sha256=hashlib.sha256(data).hexdigest())
    rewrite(folder, report)
    return folder


def rewrite(folder, report):
    with open(os.path.join(folder, "report.json"), "w", encoding="utf-8") as f:
        json.dump(report, f, ensure_ascii=False)


def content(name):
    with open(os.path.join(FOLDER, name), "rb") as f:
        return f.read()


def expect_fault(folder, *words):
    run = Run("check", folder)
    lines = run.err.decode().splitlines()
    expect(run.status == 1 and all(l.startswith("lectern: ") for l in lines), "status %d: %r" % (run.status, run.err[:400]))
    expect(any(all(w in l for w in words) for l in lines), "wanted %s: %r" % (words, run.err[:400]))


def names():
    return [f["name"] for f in read_json(FOLDER, "report.json")["files"]]


def flipped(data, at):
    return data[:at] + bytes([data[at] ^ 16]) + data[at + 1:]


@test
def a_whole_episode_of_all_editions_has_no_fault():
    expect(not Run("check", FOLDER).ok().err, "it says something")


@test
def what_was_cut_off_is_seen_in_every_file():
    "what was cut off is seen in every file, and what is empty or zeros"
    for cut in (lambda d: d[:len(d) // 2]), (lambda d: d[:-7]), (lambda d: b""), (lambda d: bytes(len(d))):
        run = Run("check", damaged({name: cut(content(name)) for name in names()}))
        for name in names():
            if name.startswith("daisy/") and not name.endswith(".mp3"):
                continue  # the first that cannot be read ends the walk through a book
            expect(name.encode() in run.err, "%s is not named: %r" % (name, run.err))
    for name in ("ncc.html", "master.smil", "part-002.html", "part-002.smil", "colophon.html", "colophon.smil"):
        expect_fault(damaged({"daisy/" + name: content("daisy/" + name)[:-9]}), name)


@test
def what_was_added_is_seen_in_sound():
    for name in SLUG + ".mp3", SLUG + ".wav", SLUG + ".opus", SLUG + ".m4b", "radio/%s.wav" % SLUG, "radio/%s.mp2" % SLUG:
        expect_fault(damaged({name: content(name) + b"xyz"}), name)


@test
def one_bit_is_seen_where_a_format_has_checksums():
    for name in SLUG + ".mp3", SLUG + "-fast.mp3", "chapters/02-the-storm.mp3", SLUG + ".opus", SLUG + ".flac", "cover.png", "daisy/part-001.mp3":
        data = content(name)
        for share in 0.3, 0.6, 0.97:
            at = int(len(data) * share)
            if name.startswith(("chapters", "daisy")) and share < 0.9:
                continue  # the tag, whose cover has no checksum that counts here
            expect_fault(damaged({name: flipped(data, at)}), os.path.basename(name))


@test
def two_files_that_have_changed_places_are_seen():
    fast, usual = SLUG + "-fast.mp3", SLUG + ".mp3"
    expect_fault(damaged({fast: content(usual), usual: content(fast)}), usual, "lasts")
    vtt, srt = SLUG + ".vtt", SLUG + ".srt"
    expect_fault(damaged({vtt: content(srt), srt: content(vtt)}), vtt)


@test
def a_wav_file_whose_sizes_lie_is_seen():
    name = "radio/%s.wav" % SLUG
    data = content(name)
    at = data.index(b"cart") + 4
    expect_fault(damaged({name: data[:at] + b"\x00\x00\x01\x00" + data[at + 4:]}), name, "chunks")
    at = data.index(b"bext") + 8 + 412
    expect_fault(damaged({name: data[:at] + b"\x00\xf8" + data[at + 2:]}), name, "bext")


@test
def a_report_that_says_what_is_not_so_is_seen():
    def changed(change):
        folder = damaged({})
        report = read_json(folder, "report.json")
        change(report)
        rewrite(folder, report)
        return folder
    expect_fault(changed(lambda r: r.update(duration_s=r["duration_s"] + 0.5)), "lasts")
    expect_fault(changed(lambda r: r["speakers"][1].update(name="Davit Rowe")), "speakers")
    expect_fault(changed(lambda r: r["speakers"].pop()), "speakers")
    expect_fault(changed(lambda r: r["files"][1]["loudness"].update(integrated_lufs=-14)), "LUFS")
    expect_fault(changed(lambda r: r["coverage"].update(spoken=1)), "adds up")


@test
def a_fault_of_the_sound_is_one_line():
    name = SLUG + ".mp3"
    data = content(name)
    run = Run("check", damaged({name: data[:len(data) * 3 // 4]}))
    lines = [l for l in run.err.decode().splitlines() if name in l]
    expect(len(lines) == 1, run.err)


run_tests()
