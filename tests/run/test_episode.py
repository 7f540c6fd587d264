#!/usr/bin/env python3
"""A finished episode: sound, texts and report, each read by something that is not ours."""
import hashlib, json, os, re, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, decoded_seconds, loudness, narrate, probe, read_json, tool
from kit import Run, expect, run_tests, scratch, test

FOLDER = narrate(scratch("episodes"), "--no-cache", "--format", "mp3,opus,flac,wav")
SLUG = os.path.basename(FOLDER)
REPORT = read_json(FOLDER, "report.json")
LOUDNESS_LU, PEAK_DBTP = 0.5, -1.0


def path(suffix):
    return os.path.join(FOLDER, SLUG + suffix)


def text(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8", newline="") as f:
        return f.read()


@test
def the_folder_holds_what_the_interface_names():
    want = {SLUG + s for s in (".mp3", ".opus", ".flac", ".wav", ".vtt", ".srt")}
    want |= {"transcript.json", "chapters.json", "index.html", "script.json", "report.json"}
    expect(want <= set(os.listdir(FOLDER)), "missing: %s" % (want - set(os.listdir(FOLDER))))


@test
def the_report_says_how_large_each_file_is_and_its_digest():
    listed = {f["name"]: f for f in REPORT["files"]}
    expect(set(listed) == set(os.listdir(FOLDER)) - {"report.json"}, "listed: %s" % sorted(listed))
    for name, entry in listed.items():
        with open(os.path.join(FOLDER, name), "rb") as f:
            data = f.read()
        expect(entry["bytes"] == len(data) and entry["sha256"] == hashlib.sha256(data).hexdigest(), "%s differs" % name)


@test
def every_byte_of_the_article_is_accounted_for():
    c = REPORT["coverage"]
    expect(c["bytes"] == os.path.getsize(ARTICLE), "%d bytes" % c["bytes"])
    expect(c["unaccounted"] == 0 and c["spoken"] + c["skipped"] + c["blank"] == c["bytes"], "coverage is %s" % c)


@test
def other_decoders_open_every_audio_file():
    for suffix, codec, rate in [(".mp3", "mp3", "44100"), (".opus", "opus", "48000"), (".flac", "flac", "44100"), (".wav", "pcm_s16le", "44100")]:
        stream, _ = probe(path(suffix))
        expect(stream["codec_name"] == codec and stream["sample_rate"] == rate and stream["channels"] == 1,
               "%s: %s" % (suffix, {k: stream[k] for k in ("codec_name", "sample_rate", "channels")}))
        seconds, complaints = decoded_seconds(path(suffix))
        expect(abs(seconds - REPORT["duration_s"]) < 0.1, "%s: %.3f s, the report says %.3f" % (suffix, seconds, REPORT["duration_s"]))
        expect(not complaints, "%s: ffmpeg says %s" % (suffix, complaints))
    run = tool("mpg123", "-q", "-t", path(".mp3"))
    expect(run.returncode == 0 and not run.stderr, "mpg123: %s" % run.stderr.decode())
    said = tool("mp3val", path(".mp3")).stdout.decode()
    expect("WARNING" not in said and "ERROR" not in said, "mp3val: %s" % said)


@test
def loudness_and_peak_are_right_in_the_ear_of_another_meter():
    for suffix in (".mp3", ".opus", ".flac", ".wav"):
        lufs, peak = loudness(path(suffix))
        expect(abs(lufs + 16) <= LOUDNESS_LU, "%s: %.1f LUFS as heard" % (suffix, lufs))
        expect(peak <= PEAK_DBTP, "%s: true peak %.1f dBTP" % (suffix, peak))
        if suffix == ".mp3":
            said = REPORT["loudness"]
            expect(abs(said["integrated_lufs"] - lufs) < 0.2, "the report says %s, ffmpeg %s" % (said["integrated_lufs"], lufs))
            expect(abs(said["true_peak_dbtp"] - peak) < 0.3, "the report says %s dBTP, ffmpeg %s" % (said["true_peak_dbtp"], peak))


@test
def the_mp3_has_a_title_a_picture_and_chapters():
    run = tool("ffprobe", "-v", "error", "-show_chapters", "-show_streams", "-show_format", "-of", "json", path(".mp3"))
    found = json.loads(run.stdout)
    tags = {k.lower(): v for k, v in found["format"]["tags"].items()}
    expect(tags.get("title") == REPORT["title"], "title %r" % tags.get("title"))
    expect(any(s["codec_type"] == "video" for s in found["streams"]), "no cover")
    chapters = [c["tags"]["title"] for c in found["chapters"]]
    expect(chapters == [c["title"] for c in read_json(FOLDER, "chapters.json")["chapters"]], "chapters: %s" % chapters)


@test
def chapters_rise_from_zero_and_lie_in_the_sound():
    document = read_json(FOLDER, "chapters.json")
    starts = [c["startTime"] for c in document["chapters"]]
    expect(document["version"].startswith("1."), "version %r" % document["version"])
    expect(starts and starts[0] == 0 and starts == sorted(set(starts)) and starts[-1] < REPORT["duration_s"], "starts: %s" % starts)


def seconds(stamp):
    parts = re.split("[:.,]", stamp)
    return sum(int(p) * f for p, f in zip(reversed(parts[:-1]), (1, 60, 3600))) + int(parts[-1]) / 1000


def cues(name):
    """(start, end, text) of every cue"""
    found = []
    for block in re.split(r"\n\n+", text(name).replace("\r\n", "\n").strip()):
        m = re.search(r"^([\d:.,]+) --> ([\d:.,]+).*\n((?:.|\n)*)$", block, re.M)
        if m:
            found.append((seconds(m.group(1)), seconds(m.group(2)), m.group(3)))
    return found


@test
def cues_rise_and_lie_in_the_sound():
    for name in (SLUG + ".vtt", SLUG + ".srt"):
        before = 0.0
        expect(cues(name), "%s has no cues" % name)
        for beg, end, words in cues(name):
            expect(before <= beg < end <= REPORT["duration_s"] + 0.001, "%s: cue %s to %s after %s" % (name, beg, end, before))
            expect(words.strip(), "%s: an empty cue at %s" % (name, beg))
            before = beg


def plain_words(s):
    s = re.sub(r"<[^>]*>", " ", s).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    return re.findall(r"[\w£$%.,'’]+", re.sub("[\"“”]", " ", s))


@test
def transcripts_hold_the_article_as_it_is_written():
    def squeeze(s):
        return "".join(re.findall(r"\w", re.sub(r"<[^>]*>", "", s)))
    with open(ARTICLE, encoding="utf-8") as f:
        body = [p for p in f.read().split("\n\n")[1:] if len(p) > 100]
    whole = squeeze(" ".join(words for _, _, words in cues(SLUG + ".vtt")))
    segments = squeeze(" ".join(s["body"] for s in read_json(FOLDER, "transcript.json")["segments"]))
    for paragraph in body:
        want = squeeze(re.sub(r"^[A-Z ]+ - ", "", paragraph))
        expect(want in whole, "not in the .vtt: %s" % paragraph[:80])
        expect(want in segments, "not in transcript.json: %s" % paragraph[:80])


@test
def the_vtt_names_speakers_and_times_words():
    vtt = text(SLUG + ".vtt")
    expect(vtt.startswith("WEBVTT"), "it does not begin with WEBVTT")
    names = {s["name"] for s in REPORT["speakers"]}
    tagged = set(re.findall(r"<v(?:\.[\w.]+)? ([^>]+)>", vtt))
    expect(tagged and tagged <= names, "names in <v>: %s, speakers: %s" % (tagged, names))
    expect(len(re.findall(r"<\d\d:\d\d:\d\d\.\d{3}>|<\d\d:\d\d\.\d{3}>", vtt)) > 100, "words have no times")


@test
def script_json_is_what_script_prints_with_times():
    stored = read_json(FOLDER, "script.json")
    printed = json.loads(Run("script", "--json", ARTICLE).ok().out)
    before = 0.0
    for u in stored["utterances"]:
        expect(before <= u["start_s"] < u["end_s"] <= REPORT["duration_s"], "utterance at %s" % u["start_s"])
        before = u["end_s"]
    for key in ("opening", "utterances"):
        for line in stored.get(key, []):
            line.pop("start_s"), line.pop("end_s")
    for key in printed:
        expect(stored[key] == printed[key], "%s differs" % key)


@test
def each_named_speaker_has_a_voice_of_their_own():
    heard = [s for s in REPORT["speakers"] if s["quotes"]]
    expect(len(heard) >= 3, "speakers with quotes: %s" % [s["name"] for s in heard])
    voices = [s["voice"] for s in REPORT["speakers"]]
    expect(len(set(voices)) == len(voices), "voices are shared: %s" % voices)


@test
def the_page_plays_this_episode_and_needs_nothing_from_elsewhere():
    page = text("index.html")
    expect(SLUG + ".mp3" in page and SLUG + ".vtt" in page, "the page does not name the sound or the captions")
    expect(re.search(r"<html[^>]* lang=", page), "no language")
    outside = re.findall(r"(?:src|href)=[\"'](https?:[^\"']+)", page)
    expect(not [u for u in outside if u.endswith((".js", ".css", ".woff2", ".png", ".jpg"))], "it loads %s" % outside)


@test
def check_is_content_with_it_and_finds_one_changed_bit():
    expect(not Run("check", FOLDER).ok().out, "it printed something")
    for name in sorted(os.listdir(FOLDER)):
        full = os.path.join(FOLDER, name)
        with open(full, "r+b") as f:
            f.seek(os.path.getsize(full) // 2)
            byte = f.read(1)
            f.seek(-1, 1)
            f.write(bytes([byte[0] ^ 4]))
            f.flush()
            run = Run("check", FOLDER)
            f.seek(-1, 1)
            f.write(byte)
        expect(run.status == 1 and run.err.startswith(b"lectern: "), "a changed bit in %s: status %d, %r" % (name, run.status, run.err[:200]))
    Run("check", FOLDER).ok()


@test
def check_misses_no_missing_and_no_added_file():
    full = path(".srt")
    os.rename(full, full + ".away")
    status = Run("check", FOLDER).status
    os.rename(full + ".away", full)
    expect(status == 1, "a missing file: status %d" % status)
    Run("check", os.path.join(FOLDER, "nothing-here")).refused(1)


run_tests()
