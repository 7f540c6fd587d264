"""What the gates share: the sentences, their recordings by each voice as the program makes them by
default, and those of the engine alone, for an anchor."""
import array, glob, json, os, random, re, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import ROOT, Run, Skip, expect, write

HERE = os.path.dirname(os.path.abspath(__file__))
VOICES = os.environ.get("VOICES", os.path.join(ROOT, "voices"))
ADULT_YEARS = (18, 74)
RATE_HZ = 16000  # of the recogniser's models
MARGIN_S = 0.2   # of the pause, to either side of a sentence


def words_of(text):
    return re.findall(r"[a-z']+", text.lower())


def sentences():
    with open(os.path.join(HERE, "sentences.txt"), encoding="utf-8") as f:
        return f.read().split("\n")[:-1]


def halves():
    """(open, held out): voices are improved by what is heard of the open half alone."""
    every = list(range(len(sentences())))
    return every[0::2], every[1::2]


def voices():
    return sorted(os.path.basename(path)[:-4] for path in glob.glob(os.path.join(VOICES, "*.ini")))


def is_adult(voice):
    with open(os.path.join(VOICES, voice + ".ini"), encoding="utf-8") as f:
        age = int(re.search(r"^age = (\d+)$", f.read(), re.M).group(1))
    return ADULT_YEARS[0] <= age <= ADULT_YEARS[1]


def command(*args, **more):
    try:
        return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=True, **more).stdout
    except FileNotFoundError:
        raise Skip("%s is not installed (make setup)" % args[0])


def decode(path, rate_hz=RATE_HZ):
    """16-bit samples of one channel, without dither: what is random moves the figures."""
    raw = command("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-i", path, "-map", "0:a", "-ac", "1",
                  "-af", "aresample=%d:dither_method=none" % rate_hz, "-f", "s16le", "-")
    return array.array("h", raw)


def episode_of(folder, name):
    """(sound file, utterances) of the one episode below a folder"""
    found = glob.glob(os.path.join(folder, "*", "script.json"))
    expect(len(found) == 1, "wanted one episode in %s, found %s" % (folder, found))
    with open(found[0], encoding="utf-8") as f:
        script = json.load(f)
    return glob.glob(os.path.join(os.path.dirname(found[0]), "*." + name.split(",")[0]))[0], script


def narrate(folder, article, *options, name="mp3"):
    Run("narrate", "-q", "-o", folder, "--no-cache", "--voices", VOICES, "--format", name, *options, article,
        timeout=600).ok()
    return episode_of(folder, name)


def narrate_sentences(voice, folder):
    """(MP3, [(start, end) of each sentence, seconds]) of an episode in which a voice reads them all"""
    article = write(voice + ".txt", "\n\n".join(sentences()) + "\n")
    path, script = narrate(os.path.join(folder, voice), article, "--paragraph", "--no-disclosure", "--single-voice",
                           "--voice", "narrator=" + voice)
    spoken = script["utterances"]
    expect([words_of(u["spoken"]) for u in spoken] == [words_of(s) for s in sentences()], "%s: the sentences were not spoken as they are" % voice)
    return path, [(u["start_s"], u["end_s"]) for u in spoken]


def narrate_together(names, which, folder, name="mp3"):
    """(sound file, script) of one episode in which each of some voices speaks the same sentences"""
    chosen = [sentences()[i] for i in which]
    text = "\n\n".join(chosen * len(names)) + "\n"
    cast = ["Narrator = narrator-a, narrator"] + ["%s = %s, person" % (n, n) for n in names]
    lines = ["%s: %s" % (n, s) for n in names for s in chosen]
    edited = "[cast]\n%s\n\n[script]\n%s\n\n[article together.txt]\n%s" % ("\n".join(cast), "\n".join(lines), text)
    return narrate(folder, write("together.txt", text), "--paragraph", "--no-disclosure", "--script",
                   write("together.script", edited), name=name)


def cut(sound, spans, rate_hz=RATE_HZ):
    return [sound[int((beg - MARGIN_S) * rate_hz):int((end + MARGIN_S) * rate_hz)] for beg, end in spans]


def with_floor(sound, seed, rms_db=-70):
    """Noise from a seed, for sound that has digital silence: the recogniser stumbles over it."""
    noise, level = random.Random(seed), 32768 * 10 ** (rms_db / 20)
    return array.array("h", [max(-32768, min(32767, round(s + noise.gauss(0, level)))) for s in sound])


def stock_sentences():
    """The sentences by the engine's own voice, at -24 dBFS over a floor: what all this is compared with."""
    found = []
    for index, text in enumerate(sentences()):
        raw = command("espeak-ng", "-v", "en-us", "-s", "160", "-a", "50", "--stdout", text)
        raw = command("ffmpeg", "-hide_banner", "-v", "error", "-i", "-", "-af", "aresample=%d:dither_method=none" % RATE_HZ,
                      "-f", "s16le", "-", input=raw)
        sound = array.array("h", raw)
        rms = (sum(s * s for s in sound) / len(sound)) ** 0.5
        gain = 32768 * 10 ** (-24 / 20) / rms
        still = array.array("h", bytes(2 * int(MARGIN_S * RATE_HZ)))
        sound = array.array("h", [max(-32768, min(32767, round(gain * s))) for s in sound])
        found.append(with_floor(still + sound + still, index))
    return found
