#!/usr/bin/env python3
"""The loudness of finished files: of short articles and long ones, with one speaker and with eight, with
jingles and without, for each preset, measured as they come out of other decoders by another meter."""
import array, math, os, random, re, shutil, subprocess, sys, wave

sys.path[:0] = [os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), folder) for folder in ("", "props", "run")]
import generate
from episode import narrate, read_json, tool
from kit import LONG, expect, run_tests, scratch, side_by_side, test, write

# LUFS as a listener hears it, dBTP that nothing may be above.
PRESETS = {"podcast": (-16, -1), "ebu": (-23, -1), "prss": (-24, -3), "acx": (-17.5, -3)}
NEAR_LU = 0.1
METER_DB = 0.05  # two meters of true peak need not agree further: each interpolates by its own filter
RMS_DB, FLOOR_DB = (-23, -18), -60
RMS_FROM_S = 3  # of less than this most is the silence at head and tail, which has its share in the power
FORMATS = ["mp3", "opus", "flac", "wav"]
COUNT = 47 if LONG else 2
SHORTEST = ["Fog.", "Fog came in over the harbour.", "Fog came in over the harbour, and the boats stayed where they were until noon."]


# ---- what is narrated

def jingle(name, seconds, rate, channels, level):
    """A chord that decays, as a WAV file."""
    path = scratch("jingles/" + name)
    frames = array.array("h")
    for i in range(int(seconds * rate)):
        t = i / rate
        x = sum(math.sin(2 * math.pi * f * t) for f in (440, 554.4, 659.3)) / 3 * math.exp(-2 * t / seconds)
        frames.extend([int(32767 * level * x)] * channels)
    with wave.open(path, "wb") as f:
        f.setnchannels(channels)
        f.setsampwidth(2)
        f.setframerate(rate)
        f.writeframes(frames.tobytes())
    return path


JINGLES = [[], ["--intro", jingle("loud.wav", 2, 44100, 2, 0.95)], ["--intro", jingle("soft.wav", 1.5, 48000, 1, 0.05), "--outro", jingle("long.wav", 6, 22050, 1, 0.5)]]


def spoken_by(rng, speakers, paragraphs):
    """An article of so many paragraphs, in which so many people speak."""
    names = ["%s %s" % (first, last) for first, last in zip(generate.FIRST, ["Quill", "Vos", "Merrow", "Haddad", "Okafor", "Lindqvist", "Tan"])]
    parts = ["A quiet week in Skerrow"]
    for i in range(paragraphs):
        told = generate.upper(rng.choice(generate.CLAUSES)) + ", and " + rng.choice(generate.CLAUSES) + "."
        said = ' "%s," said %s.' % (rng.choice(generate.QUOTED), names[i % (speakers - 1)]) if speakers > 1 else ""
        parts.append(told + said)
    return "\n\n".join(parts) + "\n"


def samples():
    """(name, path, options)"""
    rng = random.Random(3)
    found = []
    for i in range(COUNT):
        speakers, paragraphs = 1 + i % 8, [7, 1, 20, 2, 3, 45, 10][i % 7]
        path = write("articles/%d.txt" % i, spoken_by(rng, speakers, max(paragraphs, speakers - 1)))
        found.append(("%d-speakers-%d-paragraphs-%d" % (i, speakers, paragraphs), path, JINGLES[i % 3]))
    for i, text in enumerate(SHORTEST):
        found.append(("shortest-%d" % i, write("articles/shortest-%d.txt" % i, text), ["--no-disclosure"]))
    return found


# ---- the meters

def decode(path):
    """A WAV file of what another decoder makes of it: of MP3, mpg123, with full precision."""
    if path.endswith(".mp3"):
        out = path + ".wav"
        done = tool("mpg123", "-q", "-e", "f32", "-w", out, path)
        expect(done.returncode == 0, "mpg123: %s" % done.stderr.decode())
        return out
    return path


def measured(path):
    """(LUFS as heard, true peak in dBTP)"""
    done = tool("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-i", path, "-map", "0:a", "-af",
                "ebur128=peak=true:dualmono=true:metadata=1,ametadata=mode=print:file=-", "-f", "null", "-")
    text = done.stdout.decode()
    lufs = re.findall(r"r128\.I=(-?[\d.]+|-?inf|nan)", text)
    peaks = [float(p) for p in re.findall(r"true_peaks_ch\d=([\d.]+)", text)]
    expect(done.returncode == 0 and lufs and peaks, "ffmpeg: %s" % done.stderr.decode())
    return float(lufs[-1]), 20 * math.log10(max(max(peaks), 1e-9))


def levels(path):
    """(RMS of the whole, RMS of the stillest half second), dB, and seconds"""
    said = tool("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-af", "astats=length=0.5:measure_perchannel=none", "-f", "null", "-").stderr.decode()
    found = [re.search(r"RMS %s dB: (-?[\d.]+|-inf)" % what, said) for what in ("level", "trough")]
    expect(all(found), "ffmpeg: %s" % said)
    length = re.search(r"Duration: (\d+):(\d+):([\d.]+)", said)
    return float(found[0].group(1)), float(found[1].group(1)), sum(float(n) * s for n, s in zip(length.groups(), (3600, 60, 1)))


def judge(preset, path):
    lufs, peak_max = PRESETS[preset]
    found, peak = measured(path)
    expect(abs(found - lufs) <= NEAR_LU, "%.2f LUFS, wanted %.1f" % (found, lufs))
    expect(peak <= peak_max + METER_DB, "peak %.2f dBTP, allowed %.0f" % (peak, peak_max))
    if preset == "acx":
        rms, still, seconds = levels(path)
        expect(RMS_DB[0] <= rms <= RMS_DB[1] or seconds < RMS_FROM_S, "RMS %.1f dB" % rms)
        expect(still <= FLOOR_DB, "the stillest half second: %.1f dB" % still)


def level(name, path, options, preset, formats):
    place = "%s-%s-%d" % (name, preset, len(formats))
    folder = narrate(scratch(place), "--no-cache", "-j", "1", "--preset", preset, "--format", ",".join(formats), *options, article=path, timeout=600)
    for form in formats:
        full = os.path.join(folder, os.path.basename(folder) + "." + form)
        judge(preset, decode(full))
    shutil.rmtree(os.path.dirname(folder))


def level_test(preset, chosen, formats):
    def run():
        wrong = side_by_side(lambda sample: level(*sample, preset, formats), chosen)
        expect(not wrong, "\n".join("%s: %s" % (sample[0], error) for sample, error in wrong))
    run.__doc__ = "%s: loudness and peak of %d articles (%s)" % (preset, len(chosen), ", ".join(formats))
    test(run)


def untouched(name, path, options):
    """As the engine speaks: no target, and the words as loud in relation as they were."""
    folder = narrate(scratch("raw-" + name), "--no-cache", "--preset", "raw", *options, article=path, timeout=600)
    report = read_json(folder, "report.json")
    expect("target_lufs" not in report["loudness"], report["loudness"])
    found, peak = measured(decode(os.path.join(folder, os.path.basename(folder) + ".mp3")))
    told = report["loudness"]
    expect(abs(found - told["integrated_lufs"]) <= NEAR_LU and abs(peak - told["true_peak_dbtp"]) <= 0.3, "%.2f LUFS %.2f dBTP, the report says %s" % (found, peak, told))
    shutil.rmtree(os.path.dirname(folder))


SAMPLES = samples()
for chosen_preset in PRESETS:
    level_test(chosen_preset, SAMPLES if LONG else SAMPLES[1:3] if chosen_preset == "podcast" else SAMPLES[1:2], ["mp3"])
    if LONG:
        level_test(chosen_preset, SAMPLES[::5], FORMATS[1:])
if not LONG:
    level_test("podcast", SAMPLES[3:4], FORMATS)


@test
def raw_is_left_as_it_is_and_told_as_it_is():
    wrong = side_by_side(lambda sample: untouched(*sample), SAMPLES if LONG else SAMPLES[1:2])
    expect(not wrong, "\n".join("%s: %s" % (sample[0], error) for sample, error in wrong))


run_tests()
