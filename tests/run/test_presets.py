#!/usr/bin/env python3
"""`--preset`: levels, measured in the encoded file by ffmpeg."""
import array, json, math, os, re, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import Run, expect, run_tests, scratch, test, write

ARTICLE = (
    "The Tide Clock\nBy Ann Cole\n\nThe clock of 1911 is back in Skerrow harbour. It was sold in a storm.\n\n"
    "“We did not come here to be thanked,” said Maren Oldcastle. “We came to mend a clock.”\n"
)


def narrate(*options):
    folder = Run("narrate", "-q", "--cache", scratch("cache"), "-o", scratch("_".join(options).replace("-", "")), *options, write("a.txt", ARTICLE))
    folder = folder.ok().out.decode().strip()
    Run("check", folder).ok()
    return [os.path.join(folder, name) for name in os.listdir(folder) if name.endswith(".mp3")][0], json.load(open(os.path.join(folder, "report.json")))


def measure(path):
    """Loudness as stations measure it, true peak, channels and bits a second."""
    done = subprocess.run(["ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-map", "0:a:0", "-af", "ebur128=peak=true", "-f", "null", "-"],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    text = done.stdout.decode()
    summary = text[text.rindex("Summary:"):]
    stream = re.search(r"Audio: mp3.*", text).group(0)
    return (float(re.search(r"I:\s+(-?[\d.]+) LUFS", summary).group(1)), float(re.search(r"Peak:\s+(-?[\d.]+) dBFS", summary).group(1)),
            "stereo" in stream, int(re.search(r"(\d+) kb/s", stream).group(1)))


def rms_db(path):
    raw = subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-f", "f32le", "-ac", "1", "-"], stdout=subprocess.PIPE, check=True).stdout
    frames = array.array("f", raw)
    return 10 * math.log10(sum(x * x for x in frames) / len(frames))


def preset(name, lufs, peak_db, stereo, kbps):
    def check():
        path, report = narrate("--preset", name)
        found = measure(path)
        expect(abs(found[0] - lufs) <= 0.15, found)  # ffmpeg rounds to a tenth
        expect(found[1] <= peak_db and found[2:] == (stereo, kbps), found)
        expect(abs(report["loudness"]["integrated_lufs"] - report["loudness"]["target_lufs"]) <= 0.1, report["loudness"])
    check.__doc__ = name + ": loudness, peak, channels and rate of the file"
    test(check)


preset("podcast", -16 - 3.01, -1, False, 96)  # one channel; two of it are heard
preset("ebu", -23, -1, True, 192)
preset("prss", -24, -2, True, 192)
preset("acx", -17.5 - 3.01, -3, False, 192)


@test
def audiobooks_have_the_power_that_is_asked_for():
    path, _ = narrate("--preset", "acx")
    expect(-23 <= rms_db(path) <= -18, rms_db(path))


BOOK = ("# The Tide Clock\n\nA short opening line.\n\n## The storm\n\nThe clock of 1911 is back in Skerrow harbour. It was sold in a storm, and bought.\n\n"
        "## The mending\n\nDavit Rowe took it apart. It took him two winters, and a third to put it together again.\n\n## The noon\n\nIt strikes at noon and at high water, and the harbour master sets his own watch by it, for it has not been wrong since.\n")


def decoded(path):
    run = subprocess.run(["ffmpeg", "-v", "error", "-nostdin", "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", "44100", "-f", "s16le", "-"], stdout=subprocess.PIPE, check=True)
    return [v / 32768 for v in array.array("h", run.stdout)]


def decibels(samples):
    return 10 * math.log10(sum(v * v for v in samples) / len(samples) + 1e-20)


@test
def each_chapter_of_an_audiobook_has_its_silences():
    for options in (), ("--detail", "full"):
        folder = Run("narrate", "-q", "--cache", scratch("cache"), "-o", scratch("book"), "--preset", "acx", "--split", "chapter", *options, write("b.md", BOOK))
        folder = os.path.join(folder.ok().out.decode().strip(), "chapters")
        expect(len(os.listdir(folder)) == 4, os.listdir(folder))
        for name in sorted(os.listdir(folder)):
            samples = decoded(os.path.join(folder, name))
            steps = [decibels(samples[i:i + 441]) for i in range(0, len(samples) - 441, 441)]
            loud = [i for i, level in enumerate(steps) if level > -50]
            head, tail = loud[0] / 100, (len(steps) - loud[-1]) / 100
            floor = min(decibels(samples[i:i + 22050]) for i in range(0, len(samples) - 22050, 4410))
            expect(0.5 <= head <= 1 and 1 <= tail <= 5, "%s: %.2f s before, %.2f s behind" % (name, head, tail))
            expect(-23 <= decibels(samples) <= -18 and max(map(abs, samples)) <= 10 ** (-3 / 20) and floor <= -60, (name, decibels(samples), floor))


@test
def raw_is_brought_to_no_loudness():
    _, report = narrate("--preset", "raw")
    expect("target_lufs" not in report["loudness"], report["loudness"])
    _, report = narrate("--preset", "raw", "--loudness", "-20")
    expect(abs(report["loudness"]["integrated_lufs"] + 20) <= 0.1, report["loudness"])


@test
def other_options_change_a_preset_wherever_they_stand():
    for options in (["--preset", "ebu", "--loudness", "-20", "--channels", "1"], ["--loudness", "-20", "--channels", "1", "--preset", "ebu"]):
        path, report = narrate(*options)
        expect(report["loudness"]["target_lufs"] == -20 and measure(path)[2:] == (False, 192), (options, report["loudness"]))


@test
def another_name_is_refused():
    run = Run("narrate", "--preset", "cinema", write("a.txt", ARTICLE))
    expect(run.status == 2 and b"one of podcast, ebu, prss, acx, raw" in run.err, run.err)


run_tests()
