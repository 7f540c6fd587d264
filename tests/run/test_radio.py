#!/usr/bin/env python3
"""The radio edition, read by a parser of its own, by libsndfile's tools and by ffmpeg."""
import array, json, math, os, re, struct, sys, threading, time, wave
import xml.etree.ElementTree as ElementTree

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import decoded_seconds, digests, expect_same_tree, narrate, read_json, tool
from kit import Run, expect, run_tests, scratch, test, write

TITLE = "Höfn: the “Low” Road_Opens, & 3/4 of it Is Dry"
ARTICLE = write("road.txt", TITLE + "\nBy Åsa Quill\nThe Skerrow Courier\n2026-03-09\n\n"
                "The low road to Höfn is open again. It was under water for nine days, and the ferry did not run.\n\n"
                "“We did not come here to be thanked,” said Maren Oldcastle. “We came to mend a road, and now it is mended.”\n\n"
                "The council meets on Friday. Whoever has lost a boat may ask at the harbour office until the end of May.\n")
CART = ["--cut-id", "123456", "--category", "NEWS", "--classification", "Feature", "--client-id", "Courier"]
_made = {}


def edition(*options, article=ARTICLE):
    """The folder of an episode with a radio edition; each is made once."""
    key = options + (article,)
    if key not in _made:
        _made[key] = narrate(scratch("episode-%d" % len(_made)), "--cache", os.path.join(os.path.dirname(ARTICLE), "cache"),
                             "--edition", "radio", *options, article=article)
    return _made[key]


def full():
    return edition("--edition", "podcast,radio", "--radio-format", "wav,mp2", "--rdxml", "--url", "https://example.org/road", *CART)


def sound(folder, suffix=".wav"):
    found = [n for n in os.listdir(os.path.join(folder, "radio")) if n.endswith(suffix)]
    expect(len(found) == 1, found)
    return os.path.join(folder, "radio", found[0])


class Wave:
    """A RIFF file taken apart by what the standards say of it."""

    def __init__(self, path):
        with open(path, "rb") as f:
            data = f.read()
        expect(data[:4] == b"RIFF" and data[8:12] == b"WAVE", "no RIFF file")
        expect(struct.unpack("<I", data[4:8])[0] == len(data) - 8, "the RIFF has another size")
        self.chunks, at = [], 12
        while at < len(data):
            name, size = struct.unpack("<4sI", data[at:at + 8])
            self.chunks.append((name, data[at + 8:at + 8 + size]))
            at += 8 + size + size % 2
        expect(at == len(data), "chunks end at %d of %d" % (at, len(data)))
        self.tag, self.channels, self.rate, self.bytes_s, self.frame, self.bits = struct.unpack("<HHIIHH", self.get(b"fmt "))
        self.frames = len(self.get(b"data")) // self.frame

    def get(self, name, start=b""):
        found = [c for n, c in self.chunks if n == name and c.startswith(start)]
        expect(len(found) == 1, "%d chunks %r" % (len(found), name))
        return found[0]

    def samples(self):
        """Of the first channel, full scale 1."""
        data, width = self.get(b"data"), self.bits // 8
        if width == 2:
            return [v / 32768 for v in array.array("h", data)[::self.channels]]
        return [int.from_bytes(data[i:i + 3], "little", signed=True) / 2 ** 23 for i in range(0, len(data), self.frame)]


def text(place):
    """A text in a place of fixed size: ASCII, then zeros."""
    head, _, rest = place.partition(b"\0")
    expect(not rest.strip(b"\0"), "bytes behind the end of %r" % place)
    return head.decode("ascii")


def bext(wav):
    b = wav.get(b"bext")
    keys = ["value", "range", "peak", "momentary", "short"]
    found = {"description": text(b[:256]), "originator": text(b[256:288]), "reference": text(b[288:320]), "date": text(b[320:330]),
             "time": text(b[330:338]), "version": struct.unpack("<H", b[346:348])[0], "history": b[602:].decode("ascii")}
    expect(not any(b[422:602]), "what is reserved is not zero")
    return dict(found, **dict(zip(keys, struct.unpack("<5h", b[412:422]))))


def cart(wav):
    c = wav.get(b"cart")
    places = ["title", "artist", "cut_id", "client", "category", "classification", "outcue"]
    found = {name: text(c[4 + 64 * i:68 + 64 * i]) for i, name in enumerate(places)}
    found["start"], found["end"] = text(c[452:462]) + " " + text(c[462:470]), text(c[470:480]) + " " + text(c[480:488])
    found["program"], found["user"], found["level"] = text(c[488:552]), text(c[616:680]), struct.unpack("<i", c[680:684])[0]
    timers = [struct.unpack("<4sI", c[684 + 8 * i:692 + 8 * i]) for i in range(8)]
    found["timers"] = {name.decode(): at for name, at in timers if name != b"\0\0\0\0"}
    found["url"], found["tag"] = text(c[1024:2048]), c[2048:].decode("ascii")
    expect(c[:4] == b"0101" and not any(c[748:1024]), "not the cart of AES46")
    return found


def meter(path):
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-map", "0:a:0", "-af", "ebur128=peak=true+sample", "-f", "null", "-")
    said = run.stderr.decode()
    said = said[said.rindex("Summary:"):]
    return float(re.search(r"I: +(-?[\d.]+) LUFS", said).group(1)), float(re.search(r"Peak: +(-?[\d.]+) dBFS", said).group(1))


def loudest(path, key):
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-map", "0:a:0",
               "-af", "ebur128=metadata=1,ametadata=print:key=lavfi.r128.%s:file=-" % key, "-f", "null", "-")
    return max(float(v) for v in re.findall(r"r128\.%s=(-?[\d.]+)" % key, run.stdout.decode()))


@test
def the_sound_is_plain_pcm_of_48_kHz_and_24_bits():
    wav = Wave(sound(full()))
    expect((wav.tag, wav.channels, wav.rate, wav.bits, wav.frame, wav.bytes_s) == (1, 2, 48000, 24, 6, 288000), vars(wav).keys())
    expect([n for n, _ in wav.chunks][-1] == b"data", "what importers read stands behind the sound")
    expect(abs(wav.frames / 48000 - read_json(full(), "report.json")["duration_s"]) < 0.001, wav.frames)
    data = wav.get(b"data")
    expect(data[0::6] == data[3::6] and data[2::6] == data[5::6], "the channels differ")


@test
def both_ways_to_44100_Hz_agree_with_another_resampler():
    "the 48 kHz file is the 44.1 kHz file, to the noise of 16 bits"
    fast, slow = sound(edition()), sound(edition("--radio-format", "wav16"))
    expect((Wave(slow).rate, Wave(slow).bits) == (44100, 16), "not 44.1 kHz and 16 bits")
    run = tool("sox", "-D", slow, "-t", "raw", "-e", "signed", "-b", "32", "-", "rate", "-v", "48000", "remix", "1")
    expect(run.returncode == 0, run.stderr)
    theirs = [v / 2 ** 31 for v in array.array("i", run.stdout)]
    ours = Wave(fast).samples()
    expect(abs(len(theirs) - len(ours)) <= 1, (len(theirs), len(ours)))
    middle = range(2000, len(ours) - 2000)
    noise = sum((ours[i] - theirs[i]) ** 2 for i in middle) / len(middle)
    expect(10 * math.log10(noise) < -93, 10 * math.log10(noise))  # 16 bits: -98 dB


@test
def bext_says_what_it_is_and_how_loud():
    folder = full()
    b, report = bext(Wave(sound(folder))), read_json(folder, "report.json")
    expect(b["description"].startswith("Hofn: the \"Low\" Road_Opens, & 3/4 of it Is Dry - Asa Quill."), b)
    expect("Synthetic voices" in b["description"] and "https://example.org/road" in b["description"], b)
    expect(b["originator"] == "The Skerrow Courier" and (b["date"], b["time"], b["version"]) == ("2026-03-09", "00:00:00", 2), b)
    expect(re.fullmatch(r"ZZLEC[0-9A-F]{12}000000\d{9}", b["reference"]), b["reference"])
    lines = b["history"].split("\r\n")
    expect(lines[-1] == "" and lines[-2].startswith("A=PCM,F=48000,W=24,M=stereo,T=lectern") and "\n" not in "".join(lines), lines)
    stated = [f for f in report["files"] if f["name"].endswith(".wav")][0]["loudness"]
    expect(abs(b["value"] / 100 - stated["integrated_lufs"]) < 0.011 and abs(b["peak"] / 100 - stated["true_peak_dbtp"]) < 0.011, (b, stated))


@test
def what_is_measured_is_what_bext_says():
    for options, lufs, peak in (((), -23, -1), (("--radio-preset", "prss"), -24, -3), (("--radio-channels", "1"), -23, -1),
                                (("--radio-format", "wav16"), -23, -1)):
        path = sound(edition(*options))
        b, found = bext(Wave(path)), meter(path)
        expect(abs(b["value"] / 100 - lufs) <= 0.1 and b["peak"] / 100 <= peak, (options, b))
        expect(abs(found[0] - b["value"] / 100) <= 0.1 and abs(found[1] - b["peak"] / 100) <= 0.3, (options, found, b))
        expect(abs(loudest(path, "M") - b["momentary"] / 100) <= 0.15 and abs(loudest(path, "S") - b["short"] / 100) <= 0.15, (options, b))


@test
def the_cart_has_what_automation_asks_for():
    folder = full()
    c = cart(Wave(sound(folder)))
    expect(c["title"] == "Hofn: the \"Low\" Road_Opens, & 3/4 of it Is Dry" and c["artist"] == "Asa Quill", c)
    expect((c["cut_id"], c["category"], c["classification"], c["client"]) == ("123456", "NEWS", "Feature", "Courier"), c)
    expect(c["outcue"] == "the harbour office until the end of May.", c["outcue"])
    expect((c["start"], c["end"]) == ("2026-03-09 00:00:00", "9999-12-31 23:59:59"), c)
    expect(c["program"] == "lectern" and c["level"] == 32768 and c["url"] == "https://example.org/road", c)
    expect("synthetic voices" in c["tag"] and "Rights: 2026 The Skerrow Courier" in c["tag"] and c["tag"].endswith("\r\n"), c["tag"])
    expect("algorithmicMedia" in c["tag"] and c["user"].startswith("Synthetic voices"), c)


@test
def nothing_is_said_of_the_voice_where_it_is_not_wished():
    wav = Wave(sound(edition("--no-disclosure")))
    expect("ynthetic" not in bext(wav)["description"] + cart(wav)["tag"] + cart(wav)["user"], bext(wav))


def heard(samples, rate):
    """Where sound begins and ends, above the noise floor."""
    loud = [i for i, v in enumerate(samples) if abs(v) > 0.004]
    return loud[0] / rate, loud[-1] / rate


@test
def timers_stand_around_the_words():
    for options in ((), ("--radio-format", "wav16")):
        wav = Wave(sound(edition(*options)))
        t = {name: at / wav.rate for name, at in cart(wav)["timers"].items()}
        expect(set(t) == {"AUDs", "AUDe", "SEGs", "SEGe", "INTs", "INTe"}, t)
        expect(t["AUDs"] == t["INTs"] < t["INTe"] < t["SEGs"] < t["SEGe"] == t["AUDe"] <= wav.frames / wav.rate, t)
        first, last = heard(wav.samples(), wav.rate)
        expect(0 <= first - t["INTe"] < 0.1 and 0 <= t["SEGs"] - last < 0.15, (t, first, last))


@test
def jingles_are_intro_and_segue():
    jingle = scratch("jingle.wav")
    with wave.open(jingle, "wb") as f:
        f.setnchannels(1), f.setsampwidth(2), f.setframerate(44100)
        f.writeframes(array.array("h", [int(6000 * math.sin(i / 9)) for i in range(2 * 44100)]).tobytes())
    wav = Wave(sound(edition("--intro", jingle, "--outro", jingle)))
    t = {name: at / wav.rate for name, at in cart(wav)["timers"].items()}
    expect(abs(t["INTe"] - t["INTs"] - 2.7) < 0.03 and abs(t["SEGe"] - t["SEGs"] - 2) < 0.01, t)


@test
def chapters_are_cues_with_names():
    folder = full()
    run = tool("ffprobe", "-v", "error", "-show_chapters", "-of", "json", sound(folder))
    theirs = json.loads(run.stdout)["chapters"]
    ours = read_json(folder, "chapters.json")["chapters"]
    expect(len(theirs) == len(ours), (theirs, ours))
    for a, b in zip(theirs, ours):
        expect(abs(float(a["start_time"]) - b["startTime"]) < 0.002 and a["tags"]["title"].isascii(), (a, b))


def parts(chunk):
    """(name, bytes) of what stands in a list"""
    at = 4
    while at < len(chunk):
        name, size = struct.unpack("<4sI", chunk[at:at + 8])
        yield name, chunk[at + 8:at + 8 + size]
        at += 8 + size + size % 2


@test
def texts_are_ascii_and_ixml_is_xml():
    wav = Wave(sound(full()))
    for kind in b"INFO", b"adtl":
        found = list(parts(wav.get(b"LIST", kind)))
        expect(found and all(part[4 * (kind == b"adtl"):].isascii() for _, part in found), found)
    root = ElementTree.fromstring(wav.get(b"iXML"))
    expect(root.tag == "BWFXML" and root.findtext("IXML_VERSION") and root.findtext("USER/FULL_TITLE") == TITLE, ElementTree.tostring(root))
    expect(root.findtext("SPEED/FILE_SAMPLE_RATE") == "48000" and len(root.findall("TRACK_LIST/TRACK")) == 2, ElementTree.tostring(root))


@test
def libsndfile_reads_it_back():
    path = sound(full())
    run = tool("sndfile-metadata-get", "--all", path)
    said = run.stdout.decode()
    expect(run.returncode == 0 and re.search(r"Originator +: The Skerrow Courier", said), said)
    expect(re.search(r"Loudness value +: +-2[23]\.", said) and "A=PCM,F=48000,W=24" in said, said)


@test
def one_channel_with_an_odd_number_of_bytes_is_padded():
    path = sound(edition("--radio-channels", "1"))
    wav = Wave(path)  # which counts all bytes
    expect((wav.channels, wav.frame) == (1, 3), wav.frame)
    expect(abs(decoded_seconds(path)[0] - wav.frames / 48000) < 0.001, wav.frames)


@test
def mp2_is_frames_of_one_size_and_nothing_else():
    folder = full()
    with open(sound(folder, ".mp2"), "rb") as f:
        data = f.read()
    duration = read_json(folder, "report.json")["duration_s"]
    expect(len(data) % 835 == 0 and abs(len(data) // 835 * 1152 / 44100 - duration) < 0.001, len(data))
    for at in range(0, len(data), 835):
        first, layer, rate, mode = data[at:at + 4]
        # Layer II without checksum; 256 kbit/s at 44,100 Hz, no padding; two channels.
        expect(first == 0xFF and layer == 0xFD and rate == 0xC0 and mode >> 6 == 0, data[at:at + 4])
    seconds, complaints = decoded_seconds(sound(folder, ".mp2"))
    complaints = [l for l in complaints.splitlines() if "Estimating duration" not in l]  # of any file of nothing but frames
    expect(abs(seconds - duration) < 0.001 and not complaints, (seconds, complaints))
    expect(abs(meter(sound(folder, ".mp2"))[0] + 23) <= 0.11, meter(sound(folder, ".mp2")))  # ffmpeg rounds to a tenth


@test
def any_number_of_workers_gives_the_same_bytes():
    options = ["--edition", "podcast,radio", "--radio-format", "wav,mp2", "--rdxml", *CART]
    one = narrate(scratch("one"), "--no-cache", "-j", "1", *options, article=ARTICLE)
    for workers in "2", "8":
        expect_same_tree(one, narrate(scratch("j" + workers), "--no-cache", "-j", workers, *options, article=ARTICLE))
    Run("check", one).ok()


@test
def the_radio_edition_alone_is_an_episode():
    folder = edition()
    Run("check", folder).ok()
    expect(sorted(n.split("/")[0] for n in digests(folder)) == ["cover.png", "radio", "report.json", "script.json"], digests(folder))


@test
def names_are_made_by_template():
    "names follow a template and go through any file system"
    folder = edition("--name", "%t_%a_%g_%n", *CART)
    expect(os.path.basename(sound(folder)) == "Hofn- the -Low- Road-Opens, & 3-4 of it Is Dry_Asa Quill_NEWS_123456.wav", sound(folder))
    folder = edition("--name", "%d-%s 100%%")
    expect(os.path.basename(sound(folder)) == "2026 03 09-hofn the low road opens 3 4 of it is dry 100%.wav", sound(folder))
    folder = edition("--name", "..%g.")
    expect(os.path.basename(sound(folder)) == "none.wav", sound(folder))


WORST = write("worst.md", "---\ntitle: \"«Дорога открыта» — £5m für Öl‑Heizungen, und noch mehr, was in keinem Titel stehen sollte, weil niemand ihn so lang lesen "
              "mag, und doch steht es da, ohne Ende und ohne Grund\"\nauthor: Maria-Magdalena von der Überlänge-Doppelname, Hans Wurst, Ann Cole\n"
              "publisher: The Very Long Publishing House of the Northern Isles and Its Many Subsidiaries\nurl: https://example.org/%s\n---\n"
              "Open.\n" % ("on/" * 400))


@test
def no_title_is_too_long_for_the_statement():
    wav = Wave(sound(edition("--name", "worst", article=WORST)))
    b, c = bext(wav), cart(wav)
    expect("Synthetic voices (text to speech)." in b["description"] and "Rights: " in b["description"], b["description"])
    expect(b["description"].startswith("\"Doroga otkryta\" - GBP 5m fur Ol-Heizungen, und noch mehr"), b["description"])
    expect(c["url"] == "" and len(c["title"]) <= 63 and c["title"].endswith("..."), c)


@test
def cuts_of_long_slugs_stay_apart():
    one, two = [cart(Wave(sound(edition("--name", "%d" % i, "--title", "Long words " * 7 + end, article=ARTICLE))))["cut_id"] for i, end in ((1, "one"), (2, "two"))]
    expect(len(one) <= 63 and one != two, (one, two))


@test
def letters_of_other_scripts_are_written_in_latin_or_left_out():
    for title, wanted in (("Дорога открыта 2026", "Doroga otkryta 2026"), ("Η οδός είναι ανοιχτή", "I odos einai anoichti"), ("Щи за 5 €", "Shchi za 5 EUR"),
                          ("🚀 Rockets 🎉 land", "Rockets land"), ("الطريق", None), ("--rm ../../etc", "--rm ../../etc")):
        wav = Wave(sound(edition("--name", "x", "--title", title, article=ARTICLE)))
        found = cart(wav)["title"]
        expect(found == wanted if wanted else found.startswith("episode-"), (title, found))
        expect(bext(wav)["description"].startswith(found), bext(wav)["description"])
        expect("  " not in cart(wav)["tag"] and all(l.strip() == l and l for l in cart(wav)["tag"].split("\r\n")[:-1]), cart(wav)["tag"])


@test
def nobody_is_credited_where_nobody_is_known():
    wav = Wave(sound(edition("--name", "nobody", article=write("undated.txt", "Fog\n\nThere is fog over the harbour, and nobody sails.\n"))))
    expect("By " not in cart(wav)["tag"] and bext(wav)["description"].startswith("Fog. Synthetic"), (bext(wav), cart(wav)["tag"]))


@test
def beside_mp2_a_sheet_says_what_it_cannot():
    folder = full()
    with open(sound(folder, ".txt"), encoding="utf-8") as f:
        lines = dict(line.rstrip("\n").split(": ", 1) for line in f)
    expect(lines["File"] == os.path.basename(sound(folder, ".mp2")) and lines["Title"] == TITLE and lines["By"] == "Åsa Quill", lines)
    expect("synthetic voices" in lines["Statement"] and "https://example.org/road" in lines["Statement"] and "algorithmicMedia" in lines["Kind of source"], lines)
    expect(lines["Rights"] == "2026 The Skerrow Courier" and lines["Last words"] == cart(Wave(sound(folder)))["outcue"], lines)
    minutes, _, seconds = lines["Length"].partition(":")
    expect(abs(60 * int(minutes) + float(seconds) - decoded_seconds(sound(folder, ".mp2"))[0]) < 0.002, lines)
    level, peak = map(float, re.fullmatch(r"(-[\d.]+) LUFS, peaks at (-[\d.]+) dBTP", lines["Level"]).groups())
    expect(abs(meter(sound(folder, ".mp2"))[0] - level) <= 0.15 and peak <= -1, lines)
    expect(not [n for n in os.listdir(os.path.join(edition(), "radio")) if n.endswith(".txt")], "a sheet for a file that says it itself")
    said = open(sound(edition("--radio-format", "mp2", "--no-disclosure"), ".txt"), encoding="utf-8").read()
    expect("ynthetic" not in said and "algorithmic" not in said, said)


@test
def an_article_of_the_run_is_not_replaced_by_the_next():
    box = scratch("one-name")
    os.mkdir(box)
    other = write("other.txt", "Fog\n\nThere is fog.\n")
    options = ["-q", "-o", scratch("one-name-out"), "--edition", "radio", "--rdxml", "--name", "%g", "--deliver", box]
    Run("narrate", *options, ARTICLE, other).refused(1)
    expect(sorted(os.listdir(box)) == ["none.wav", "none.xml"] and cart(Wave(os.path.join(box, "none.wav")))["artist"] == "Asa Quill", os.listdir(box))
    Run("narrate", *options, other).ok()  # a later run may, for stories are corrected
    expect(cart(Wave(os.path.join(box, "none.wav")))["title"] == "Fog", os.listdir(box))


@test
def wrong_options_are_told():
    for options in (["--name", "%q"], ["--name", "a/%t"], ["--name", "%"], ["--radio-format", "wav,wav16"], ["--radio-format", "ogg"],
                    ["--radio-preset", "podcast"], ["--radio-channels", "3"], ["--air-from", "2026-02-30"], ["--air-until", "2026-02-01T24:00:00"],
                    ["--air-from", "2026-02-02", "--air-until", "2026-02-01"], ["--deliver", "."]):
        Run("narrate", "-o", scratch("refused"), *options, ARTICLE).refused(2)


@test
def the_sidecar_says_what_the_cart_says():
    folder = full()
    c, wav = cart(Wave(sound(folder))), Wave(sound(folder))
    with open(sound(folder, ".xml"), encoding="utf-8") as f:
        lines = f.read().splitlines()
    expect(all(line.count("<") <= 2 for line in lines), "two elements in a line")
    root = ElementTree.fromstring("\n".join(lines[1:]))
    found = root.find("cart")
    expect(found.findtext("number") == "123456" and found.findtext("groupName") == "NEWS" and found.findtext("title") == TITLE, lines)
    cut = found.find("cutList/cut")
    expect(cut.findtext("outcue") == c["outcue"], lines)
    for name, timer in (("startPoint", "AUDs"), ("endPoint", "AUDe"), ("segueStartPoint", "SEGs"), ("talkEndPoint", "INTe")):
        expect(abs(int(cut.findtext(name)) - 1000 * c["timers"][timer] / wav.rate) <= 1, (name, lines))


@test
def the_hours_of_airing_are_as_asked():
    folder = edition("--rdxml", "--air-from", "2026-04-01T06:00:00", "--air-until", "2026-04-30")
    c, cut = cart(Wave(sound(folder))), ElementTree.parse(sound(folder, ".xml")).find("cart/cutList/cut")
    expect((c["start"], c["end"]) == ("2026-04-01 06:00:00", "2026-04-30 23:59:59"), c)
    expect((cut.findtext("startDatetime"), cut.findtext("endDatetime")) == ("2026-04-01T06:00:00", "2026-04-30T23:59:59"), c)
    expect(ElementTree.parse(sound(full(), ".xml")).find("cart/cutList/cut/endDatetime") is None, "an end that nobody asked for")


@test
def without_a_date_it_is_that_of_the_build_or_none():
    article = write("undated.txt", "Fog\n\nThere is fog over the harbour, and nobody sails.\n")
    b = bext(Wave(sound(edition(article=article))))
    expect((b["date"], b["time"]) == ("0000-01-01", "00:00:00"), b)
    os.environ["SOURCE_DATE_EPOCH"] = "86399"
    try:
        b = bext(Wave(sound(edition("--name", "fog", article=article))))
    finally:
        del os.environ["SOURCE_DATE_EPOCH"]
    expect((b["date"], b["time"]) == ("1970-01-01", "23:59:59"), b)


@test
def what_is_delivered_is_never_seen_in_part():
    box, seen, done = scratch("box"), {}, threading.Event()
    os.mkdir(box)

    def watch():
        while not done.is_set():
            for name in os.listdir(box):
                if not name.startswith("."):
                    seen.setdefault(name, []).append((os.path.getsize(os.path.join(box, name)), sorted(os.listdir(box))))
            time.sleep(0.0005)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        folder = narrate(scratch("delivered"), "--edition", "radio", "--rdxml", "--deliver", box, article=ARTICLE)
    finally:
        done.set()
        watcher.join()
    names = sorted(os.listdir(box))
    expect(names == sorted(os.listdir(os.path.join(folder, "radio"))) and len(names) == 2, names)
    expect_same_tree(box, os.path.join(folder, "radio"))
    sidecar = [n for n in names if n.endswith(".xml")][0]
    for name in names:
        size = os.path.getsize(os.path.join(box, name))
        for seen_size, beside in seen.get(name, []):
            expect(seen_size == size and sidecar in beside, (name, seen_size, beside))


@test
def a_delivery_that_fails_leaves_nothing():
    box, out = scratch("full-box"), scratch("undelivered")
    os.mkdir(box)
    os.mkdir(os.path.join(box, os.path.basename(sound(edition()))))  # where the sound should go
    open(os.path.join(box, ".lectern-1-0.part"), "w").close()  # of a run that was killed
    run = Run("narrate", "-q", "-o", out, "--edition", "radio", "--rdxml", "--deliver", box, ARTICLE)
    run.refused(4)
    expect(os.listdir(box) == [os.path.basename(sound(edition()))], os.listdir(box))
    expect(len(os.listdir(out)) == 1, "the episode does not stand")
    Run("narrate", "-q", "-o", scratch("nowhere"), "--edition", "radio", "--deliver", scratch("no-box"), ARTICLE).refused(4)


run_tests()
