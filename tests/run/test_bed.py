#!/usr/bin/env python3
"""`--bed`: music under the opening, as other decoders give it. The music of these tests is a tone among the
voices and one above all that they have, by which it is told from them."""
import array, math, operator, os, re, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import decoded_seconds, expect_same_tree, loudness, narrate, read_json, tool, write_tones
from kit import Run, expect, run_tests, scratch, test, write

OPENING = "The Tide Clock\nBy Ann Cole\n\n"
BODY = ["The clock of 1911 is back in Skerrow harbour. It was sold in a storm, and bought at an auction, by the man who had sold it.\n\n",
        "“We did not come here to be thanked,” said Maren Oldcastle. “We came to mend a clock, and now it is mended.”\n\n",
        "The mayor, Davit Rowe, was late. Nobody in the harbour has been on time since it went, and most had got used to that.\n\n",
        "It strikes at noon, and at high water.\n"]
ARTICLE = write("clock.txt", OPENING + "".join(BODY))
HIGH_HZ, RATE = 14000, 44100
WINDOW = RATE // 50
HANN = [0.5 - 0.5 * math.cos(2 * math.pi * i / WINDOW) for i in range(WINDOW)]
COSINE = [w * math.cos(2 * math.pi * HIGH_HZ * i / RATE) for i, w in enumerate(HANN)]
SINE = [w * math.sin(2 * math.pi * HIGH_HZ * i / RATE) for i, w in enumerate(HANN)]
CACHE = scratch("cache")


def music(name, seconds, level=0.2):
    return write_tones(scratch(name), seconds, (1000, level), (HIGH_HZ, 0.3 * level))


BED = music("bed.wav", 30)


def bedded(name, *options, bed=BED, article=ARTICLE):
    return narrate(scratch(name), "--cache", CACHE, "--bed", bed, *options, article=article)


def sound(folder, suffix):
    return os.path.join(folder, os.path.basename(folder) + suffix)


def bed_levels(path):
    """What is heard of the bed in each 20 ms, in dB"""
    run = tool("ffmpeg", "-v", "error", "-nostdin", "-i", path, "-map", "0:a:0", "-ac", "1", "-ar", str(RATE), "-f", "s16le", "-")
    x = array.array("h", run.stdout)
    levels = []
    for at in range(0, len(x) - WINDOW, WINDOW):
        part = x[at:at + WINDOW]
        a, b = sum(map(operator.mul, part, COSINE)), sum(map(operator.mul, part, SINE))
        levels.append(10 * math.log10((a * a + b * b) / (WINDOW * 32768 / 4) ** 2 + 1e-10))
    return levels


def lines(folder):
    """Where each is heard"""
    return [(s["startTime"], s["endTime"]) for s in read_json(folder, "transcript.json")["segments"]]


def mean(levels, beg, end):
    part = levels[int(beg * 50 + 0.999):int(end * 50)]
    return sum(part) / len(part)


@test
def it_is_alone_first_then_low_under_the_words_and_ends_behind_the_opening():
    folder = bedded("curve", "--format", "wav")
    levels, said = bed_levels(sound(folder, ".wav")), lines(folder)
    first, last = said[0][0], said[2][1]  # title, byline, disclosure
    expect(abs(first - 3) < 0.06, "the first word comes at %.2f s" % first)
    expect(levels[20] < -70, "it begins at once, at %.0f dB" % levels[20])
    alone = mean(levels, first - 1.4, first - 0.4)
    for beg, end in said[:2]:
        under = mean(levels, beg + 0.05, end - 0.05)
        expect(abs(alone - under - 10) < 0.3, "%.1f dB alone, %.1f under words" % (alone, under))
    for (_, beg), (end, _) in zip(said[:2], said[1:3]):
        most = max(levels[int(beg * 50):int(end * 50)])
        expect(under + 2 < most < alone - 2, "%.1f dB in a pause" % most)
    after = levels[int((last + 1.6) * 50):]
    expect(max(after) < -70, "%.1f dB when all has been said" % max(after))
    expect(said[3][0] > last + 1.5, "the body begins %.2f s behind the opening" % (said[3][0] - last))
    expect(max(abs(a - b) for a, b in zip(levels[int(first * 50) - 60:int(last * 50)], levels[int(first * 50) - 59:])) < 2.5, "it jumps")


@test
def every_format_is_as_loud_as_it_should_be():
    folder = bedded("formats", "--format", "mp3,opus,flac,wav,m4b", "--edition", "podcast,radio", "--radio-format", "wav,mp2", article=write("long.txt", OPENING + "".join(BODY * 3)))
    found = [(sound(folder, "." + suffix), -16, -1) for suffix in ("mp3", "opus", "flac", "wav", "m4b")]
    found += [(os.path.join(folder, "radio", name), -23, -1) for name in os.listdir(os.path.join(folder, "radio")) if name.endswith((".wav", ".mp2"))]
    expect(len(found) == 7, found)
    for path, target, most in found:
        lufs, peak = loudness(path)
        if path.endswith(".mp2") or "radio" in path and probe_channels(path) == 2:
            lufs = stereo_loudness(path)
        expect(abs(lufs - target) <= 0.2 and peak <= most + 0.05, "%s: %.1f LUFS, %.1f dBTP" % (path, lufs, peak))


def probe_channels(path):
    run = tool("ffprobe", "-v", "error", "-show_entries", "stream=channels", "-of", "csv=p=0", path)
    return int(run.stdout.split()[0])


def stereo_loudness(path):
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-map", "0:a", "-af", "ebur128", "-f", "null", "-")
    return float(re.findall(rb"I: +(-?[\d.]+) LUFS", run.stderr)[-1])


@test
def loud_music_keeps_peaks_under_the_ceiling():
    for preset, most in (("podcast", -1), ("prss", -3)):
        for name, level in (("loud", 0.7), ("soft", 0.01)):
            folder = bedded(preset + name, "--preset", preset, "--format", "flac", bed=music(name + ".wav", 20, level))
            _, peak = loudness(sound(folder, ".flac"))
            expect(peak <= most + 0.05, "%s, %s: %.1f dBTP" % (preset, name, peak))


@test
def workers_and_cache_change_nothing():
    options = ["--format", "mp3,opus,flac,wav", "--also", "fast,single"]
    cold = narrate(scratch("cold"), "--no-cache", "-j", "1", "--bed", BED, *options, article=ARTICLE)
    for name, more in (("two", ["-j", "2"]), ("warm", [])):
        expect_same_tree(cold, bedded(name, *options, *more))


def kept(cache):
    return {kind: set(os.listdir(os.path.join(cache, kind))) for kind in ("mp3", "opus", "flac", "mix") if os.path.isdir(os.path.join(cache, kind))}


@test
def what_is_edited_later_leaves_the_opening_in_the_store():
    cache, options = scratch("edited"), ["--format", "mp3,opus,flac", "--loudness", "-20"]
    narrate(scratch("before"), "--cache", cache, "--bed", BED, *options, article=ARTICLE)
    before = kept(cache)
    article = write("edited/clock.txt", OPENING + "".join(BODY[:3]) + BODY[3].replace("noon", "one"))
    after = narrate(scratch("after"), "--cache", cache, "--bed", BED, *options, article=article)
    new = {kind: len(names - before[kind]) for kind, names in kept(cache).items()}
    expect(set(new.values()) == {1}, "made anew: %s" % new)
    expect_same_tree(after, narrate(scratch("anew"), "--no-cache", "--bed", BED, *options, article=article))


@test
def another_bed_is_another_opening_and_none_is_as_before():
    cache = scratch("beds")
    plain = narrate(scratch("plain"), "--cache", cache, article=ARTICLE)
    narrate(scratch("bed"), "--cache", cache, "--bed", BED, article=ARTICLE)
    expect_same_tree(plain, narrate(scratch("again"), "--cache", cache, article=ARTICLE))
    other = music("other.wav", 5)
    warm = narrate(scratch("other"), "--cache", cache, "--bed", other, article=ARTICLE)
    expect_same_tree(warm, narrate(scratch("anew"), "--no-cache", "--bed", other, article=ARTICLE))


@test
def a_wanted_length_is_met():
    usual = read_json(bedded("usual"), "report.json")["duration_s"]
    for share in (0.94, 1, 1.08):
        folder = bedded("wanted", "--format", "mp3,wav", "--edition", "podcast,radio", "--duration", "0:%06.3f" % (usual * share))
        for path in (sound(folder, ".mp3"), sound(folder, ".wav"), os.path.join(folder, "radio", os.path.basename(folder) + ".wav")):
            seconds, complaints = decoded_seconds(path)
            expect(abs(seconds - usual * share) <= 0.02 and not complaints, "%.3f s of %.3f %s" % (seconds, usual * share, complaints))


@test
def it_begins_behind_an_intro():
    intro = music("intro.wav", 2)
    folder = bedded("intro", "--format", "wav", "--intro", intro)
    expect(abs(lines(folder)[0][0] - (0.5 + 2 + 0.7 + 2.5)) < 0.06, "the first word comes at %.2f s" % lines(folder)[0][0])
    levels = bed_levels(sound(folder, ".wav"))
    expect(max(levels[int(2.55 * 50):int(3.15 * 50)]) < -70, "there is no silence between")


@test
def without_an_opening_it_ends_after_ten_seconds():
    folder = bedded("lines", "--format", "wav", "--paragraph", article=write("lines.txt", " ".join(p.strip() for p in BODY)))
    levels, first = bed_levels(sound(folder, ".wav")), lines(folder)[0][0]
    expect(max(levels[int((first + 8) * 50):]) > -70 and max(levels[int((first + 10.1) * 50):]) < -70, "it ends elsewhere")


@test
def short_music_ends_before_the_words_do():
    folder = bedded("short", "--format", "wav", bed=music("short.wav", 4))
    levels = bed_levels(sound(folder, ".wav"))
    expect(max(levels[int(4.6 * 50):]) < -70 and max(levels[60:100]) > -70, "it does not last its four seconds")


@test
def chapters_books_and_earcons_go_with_it():
    article = write("parts.md", "# The Tide Clock\n\n## By day\n\n%s%s## By night\n\n%s" % tuple(BODY[:3]))
    folder = bedded("parts", "--edition", "podcast,accessible", "--split", "chapter", "--earcon", "tone", article=article)
    tracks = sorted(os.listdir(os.path.join(folder, "chapters")))
    whole, parts = decoded_seconds(sound(folder, ".mp3"))[0], [decoded_seconds(os.path.join(folder, "chapters", n))[0] for n in tracks]
    expect(len(tracks) == 3 and abs(sum(parts) - whole) < 0.01, (whole, parts))
    Run("check", folder).ok()


@test
def what_cannot_be_a_bed_is_refused():
    silent = music("silent.wav", 2, 0)
    for path, why in ((scratch("nowhere.wav"), b"nowhere.wav"), (silent, b"is silent"), (music("lengthy.wav", 121), b"longer than 120 seconds"), ("", b"sound file")):
        run = Run("narrate", "-q", "-o", scratch("none"), "--bed", path, ARTICLE).refused(2)
        expect(why in run.err and run.err.count(b"\n") == 1, run.err)


run_tests()
