"""Episodes as an outsider sees them: other decoders, other hashes, other parsers than the program's."""
import array, hashlib, json, math, os, re, subprocess, wave

from kit import ROOT, Run, Skip, expect

ARTICLE = os.path.join(ROOT, "tests", "articles", "lighthouse.txt")


def narrate(output, *options, article=ARTICLE, timeout=120):
    """Narrates one article into `output`, gives the episode's folder."""
    run = Run("narrate", "-q", "-o", output, *options, article, timeout=timeout).ok()
    found = [e for e in sorted(os.listdir(output))]
    expect(len(found) == 1 and not found[0].startswith("."), "wanted one episode in the folder, found %s" % found)
    expect(run.out.decode().strip().endswith(found[0]), "the folder's name was not printed: %r" % run.out)
    return os.path.join(output, found[0])


def read_json(folder, name):
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        return json.load(f)


def digests(folder):
    """name -> SHA-256 of each file of a tree"""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            with open(full, "rb") as f:
                found[os.path.relpath(full, folder)] = hashlib.sha256(f.read()).hexdigest()
    return found


def write_tones(path, seconds, *tones):
    """A WAV file of whole seconds of (Hz, amplitude) at 44,100 Hz; gives its path."""
    second = [int(32767 * sum(level * math.sin(2 * math.pi * hz * i / 44100) for hz, level in tones)) for i in range(44100)]
    with wave.open(path, "wb") as f:
        f.setnchannels(1), f.setsampwidth(2), f.setframerate(44100)
        f.writeframes(array.array("h", second).tobytes() * seconds)
    return path


def expect_same_tree(a, b):
    one, two = digests(a), digests(b)
    differ = sorted(n for n in set(one) | set(two) if one.get(n) != two.get(n))
    expect(not differ, "these differ: %s" % ", ".join(differ))


def tool(*args):
    try:
        return subprocess.run(args, stdout=subprocess.PIPE, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL)
    except FileNotFoundError:
        raise Skip("%s is not installed (make setup)" % args[0])


def probe(path):
    """What ffprobe says: the audio stream and the format."""
    run = tool("ffprobe", "-v", "error", "-show_streams", "-show_format", "-of", "json", path)
    expect(run.returncode == 0 and not run.stderr, "ffprobe: %s" % run.stderr.decode())
    found = json.loads(run.stdout)
    return [s for s in found["streams"] if s["codec_type"] == "audio"][0], found["format"]


def decoded_seconds(path):
    """Length of what ffmpeg decodes, and its complaints."""
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-v", "warning", "-xerror", "-i", path, "-map", "0:a", "-ac", "1",
               "-ar", "44100", "-f", "s16le", "-")
    expect(run.returncode == 0, "ffmpeg: %s" % run.stderr.decode())
    # Said of every WAV file of one channel, which has no layout to name.
    complaints = [l for l in run.stderr.decode().splitlines() if "Guessed Channel Layout" not in l]
    return len(run.stdout) / 2 / 44100, "\n".join(complaints)


def loudness(path):
    """(LUFS as heard, true peak dBTP) by ffmpeg's own meter"""
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", path, "-map", "0:a",
               "-af", "ebur128=peak=true:dualmono=true", "-f", "null", "-")
    summary = run.stderr.decode()[run.stderr.decode().rfind("Summary:"):]
    integrated = re.search(r"I: +(-?[\d.]+) LUFS", summary)
    peak = re.search(r"Peak: +(-?[\d.]+) dBFS", summary)
    expect(integrated and peak, "no loudness in what ffmpeg says: %s" % summary)
    return float(integrated.group(1)), float(peak.group(1))
