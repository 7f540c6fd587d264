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
