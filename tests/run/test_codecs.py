#!/usr/bin/env python3
"""FLAC and Opus, which are put together from passages: read by decoders that are not ours, the same bytes
whoever encodes them, and no passage encoded twice."""
import array, json, os, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, expect_same_tree, narrate, read_json, tool
from kit import expect, run_tests, scratch, test, write

FORMATS = ("--format", "flac,opus,wav")
FOLDER = narrate(scratch("episode"), "--no-cache", *FORMATS, "-j", "2")
BLOCK, PACKET, JOIN_S, LATE_S = 1152, 960, 0.025, 0.0105
RAW = ("--force-raw-format", "--endian=little", "--sign=signed")


def path(suffix):
    return os.path.join(FOLDER, os.path.basename(FOLDER) + suffix)


def said(*args):
    run = tool(*args)
    expect(run.returncode == 0, "%s: %s" % (args[0], run.stderr.decode()[-500:]))
    return run.stdout


def samples(data):
    found = array.array("h")
    found.frombytes(data)
    if sys.byteorder == "big":
        found.byteswap()
    return found


def by_ffmpeg(name, rate):
    return samples(said("ffmpeg", "-v", "error", "-i", name, "-map", "0:a", "-ar", str(rate), "-ac", "1", "-f", "s16le", "-"))


def flac_blocks(data):
    """type -> content of the blocks in front, and where the first frame begins"""
    found, at, last = {}, 4, False
    expect(data[:4] == b"fLaC", "it does not begin with fLaC")
    while not last:
        last, kind, size = data[at] & 128, data[at] & 127, int.from_bytes(data[at + 1:at + 4], "big")
        found[kind] = data[at + 4:at + 4 + size]
        at += 4 + size
    return found, at


def seek_points():
    """(sample, byte behind the first frame): where passages begin"""
    with open(path(".flac"), "rb") as f:
        table = flac_blocks(f.read())[0][3]
    return [(int.from_bytes(table[i:i + 8], "big"), int.from_bytes(table[i + 8:i + 16], "big")) for i in range(0, len(table), 18)]


@test
def flac_holds_the_samples_of_wav_for_every_decoder():
    run = tool("flac", "-t", "-w", path(".flac"))
    expect(run.returncode == 0, "flac -t: %s" % run.stderr.decode())
    want = by_ffmpeg(path(".wav"), 44100)
    expect(by_ffmpeg(path(".flac"), 44100) == want, "ffmpeg gives other samples")
    expect(samples(said("sox", path(".flac"), "-t", "raw", "-")) == want, "sox gives other samples")


@test
def flac_can_be_entered_anywhere():
    want = by_ffmpeg(path(".wav"), 44100)
    for start in (1, 44100 * 3 + 7, len(want) // 2, len(want) - 5000):
        found = samples(said("flac", "-s", "-d", "-c", *RAW, "--skip=%d" % start, "--until=%d" % (start + 4000), path(".flac")))
        expect(found == want[start:start + 4000], "from sample %d on it differs" % start)


@test
def the_head_of_flac_tells_the_truth():
    with open(path(".flac"), "rb") as f:
        data = f.read()
    blocks, begin = flac_blocks(data)
    points = seek_points() + [(None, len(data) - begin)]
    expect(len(points) > 4 and points[0] == (0, 0), "seek points: %s" % points)
    for (sample, offset), (_, end) in zip(points, points[1:]):
        frame = data[begin + offset:begin + end]
        number = frame[4:5].decode() if frame[4] < 128 else frame[4:6].decode() if frame[4] < 224 else frame[4:7].decode()
        expect(frame[:2] == b"\xff\xf8" and ord(number) * BLOCK == sample, "no frame of sample %d at its point" % sample)
    info = blocks[0]
    expect(info[:4] == BLOCK.to_bytes(2, "big") * 2, "sizes of blocks: %s" % info[:4].hex())
    least, most = int.from_bytes(info[4:7], "big"), int.from_bytes(info[7:10], "big")
    whole = int.from_bytes(info[13:18], "big") & (1 << 36) - 1
    expect(whole == len(by_ffmpeg(path(".wav"), 44100)), "%d samples" % whole)
    mean = (len(data) - begin) * BLOCK / whole
    expect(8 < least < mean < most < 2 * BLOCK + 20, "frames of %d to %d bytes, %d in the mean" % (least, most, mean))


@test
def opus_is_whole_and_as_long_as_the_sound():
    info = said("opusinfo", path(".opus")).decode()
    expect("WARNING" not in info and "rror" not in info, "opusinfo: %s" % info[-800:])
    want = len(by_ffmpeg(path(".wav"), 44100)) * 160 / 147
    for name, count in (("ffmpeg", len(by_ffmpeg(path(".opus"), 48000))),
                        ("opusdec", len(said("opusdec", "--quiet", "--rate", "48000", "--force-wav", path(".opus"), "-")[44:]) // 2)):
        expect(0 <= count - want < 1, "%s gives %d samples, not %.1f" % (name, count, want))


def loudest(sound, beg, end, step):
    return max(range(beg, end, step), key=lambda i: sum(x * x for x in sound[i:i + step:5]))


def lateness(late, sound, at, length):
    """(samples by which `late` is behind at a place, likeness there)"""
    window = sound[at:at + length:6]
    power = sum(x * x for x in window)
    best = (0, -1.0)
    for lag in range(-600, 601, 3):
        other = late[at + lag:at + lag + length:6]
        norm = (power * sum(x * x for x in other)) ** 0.5
        likeness = sum(a * b for a, b in zip(window, other)) / norm if norm else 0
        best = max(best, (lag, likeness), key=lambda b: b[1])
    return best


@test
def passages_of_opus_stand_where_they_should():
    opus, wav = by_ffmpeg(path(".opus"), 48000), by_ffmpeg(path(".wav"), 48000)
    starts = [sample * 160 // 147 for sample, _ in seek_points()] + [len(wav)]
    for beg, end in zip(starts, starts[1:]):
        at = loudest(wav, beg + 1000, end - 4000, 3000)
        lag, likeness = lateness(opus, wav, at, 3000)
        want = (beg + PACKET // 2) // PACKET * PACKET - beg
        expect(likeness > 0.9 and abs(lag - want) < 8, "at %.2f s it is %d samples late, not %d, and %.2f alike" % (at / 48000, lag, want, likeness))
        expect(abs(lag) < LATE_S * 48000, "%d samples late" % lag)


@test
def where_passages_of_opus_meet_nothing_is_heard():
    opus = by_ffmpeg(path(".opus"), 48000)
    reach = int(JOIN_S * 48000)
    for sample, _ in seek_points()[1:]:
        at = sample * 160 // 147
        peak = max(abs(x) for x in opus[at - reach:at + reach])
        expect(0 < peak < 80, "%.3f s: a peak of %d" % (at / 48000, peak))


@test
def any_number_of_workers_gives_the_same_bytes():
    for count in ("1", "8"):
        expect_same_tree(FOLDER, narrate(scratch("j" + count), "--no-cache", *FORMATS, "-j", count))


def kept(cache, kind):
    return {name for _, _, names in os.walk(os.path.join(cache, kind)) for name in names}


@test
def of_an_edited_article_only_what_changed_is_encoded():
    with open(ARTICLE, encoding="utf-8") as f:
        text = f.read()
    paragraphs = text.split("\n\n")
    middle = len(paragraphs) // 2
    words = paragraphs[middle].split(" ")
    paragraphs[middle] = " ".join(words[:4] + ["very", "slowly"] + words[4:])
    edited = write("lighthouse.txt", "\n\n".join(paragraphs))
    cache = scratch("cache")
    options = (*FORMATS, "--preset", "raw")  # else the gain of all may move by a tenth of a decibel
    narrate(scratch("first"), "--cache", cache, *options)
    before = {kind: kept(cache, kind) for kind in ("flac", "opus")}
    warm, cold = narrate(scratch("warm"), "--cache", cache, *options, article=edited), narrate(scratch("cold"), "--no-cache", *options, article=edited)
    for folder in (warm, cold):
        os.remove(os.path.join(folder, "report.json"))
    expect_same_tree(warm, cold)
    for kind, names in before.items():
        more = len(kept(cache, kind) - names)
        expect(len(names) >= 5 and 1 <= more <= 2, "%s: %d passages were kept, %d are new" % (kind, len(names), more))


@test
def tags_chapters_and_cover_are_read_back():
    want = [(round(c["startTime"], 2), c["title"]) for c in read_json(FOLDER, "chapters.json")["chapters"]]
    report = read_json(FOLDER, "report.json")
    for suffix in (".flac", ".opus"):
        found = json.loads(said("ffprobe", "-v", "error", "-show_chapters", "-show_streams", "-show_format", "-of", "json", path(suffix)))
        tags = {k.lower(): v for part in [found["format"]] + found["streams"][:1] for k, v in part.get("tags", {}).items()}
        expect(tags.get("title") == report["title"] and tags.get("language") == "en", "%s: tags %s" % (suffix, tags))
        expect("synthetic" in tags.get("comment", ""), "%s: comment %r" % (suffix, tags.get("comment")))
        chapters = [(round(float(c["start_time"]), 2), c["tags"]["title"]) for c in found["chapters"]]
        expect(chapters == want, "%s: chapters %s, not %s" % (suffix, chapters, want))
        pictures = [s for s in found["streams"] if s["codec_type"] == "video"]
        expect(len(pictures) == 1 and pictures[0]["width"] == pictures[0]["height"] == 1400, "%s: pictures %s" % (suffix, pictures))


@test
def two_channels_are_the_same_sound_twice():
    folder = narrate(scratch("two"), "--no-cache", "--format", "flac,opus", "--channels", "2")
    name = os.path.join(folder, os.path.basename(folder))
    expect(tool("flac", "-t", "-s", "-w", name + ".flac").returncode == 0, "flac -t finds a fault")
    both = samples(said("sox", name + ".flac", "-t", "raw", "-"))
    expect(both[::2] == both[1::2] == by_ffmpeg(path(".wav"), 44100), "the channels of FLAC differ, or from WAV")
    info = said("opusinfo", name + ".opus").decode()
    expect("WARNING" not in info and "Channels: 2" in info, "opusinfo: %s" % info[-500:])


run_tests()
