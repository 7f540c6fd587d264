"""What tests/tool/find_faults measures of an episode's sound, and which of it is a fault."""
import os, subprocess, tempfile

from kit import BUILD, expect

TOOL = os.path.join(BUILD, "tests", "tool", "find_faults")
# The floor of noise is some ten steps of 16 bits high, so zeros in a row are few by chance: 8
# were seen in half an hour. What an engine leaves of silence is longer than a millisecond.
ZEROS_MAX = 32
PEAK_MAX_DBTP = -1.0  # of the default preset
# How far a join may stand out: as 999 of 1000 windows within speech do. Joins were seen to reach 5,
# and speech 10 to 16.
BEND_MIN = 8.0 # where there is too little speech to compare with
# Two voices are compared where each has so much speech: the loudness of ten seconds hangs on the words.
LEVEL_MIN_S = 30.0
LEVEL_SPREAD_MAX_LU = 0.5


def stretches_of(script):
    """(voice, start, end) of each utterance, seconds"""
    voice = {s["id"]: s["voice"] for s in script["speakers"]}
    return [(voice[u["speaker"]], u["start_s"], u["end_s"]) for u in script["utterances"]]


def measure(path, stretches):
    with tempfile.TemporaryFile() as lines:
        lines.write("".join("%s\t%.3f\t%.3f\n" % s for s in stretches).encode())
        lines.seek(0)
        run = subprocess.run([TOOL, path], stdin=lines, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    expect(run.returncode == 0, "find_faults %s: %s" % (path, run.stderr.decode()))
    rows = [line.split("\t") for line in run.stdout.decode().splitlines()]
    found = {row[0]: [float(x) for x in row[1:]] for row in rows if row[0] not in ("join", "level")}
    found["joins"] = [tuple(float(x) for x in row[1:]) for row in rows if row[0] == "join"]
    found["levels"] = {row[1]: (float(row[2]), float(row[3])) for row in rows if row[0] == "level"}
    return found


def silences(found):
    longest, at = found["zeros"]
    return ["%d exact zeros in a row at %.3f s" % (longest, at)] * (longest > ZEROS_MAX) + \
           ["%d frames of digital silence within speech" % found["still"][0]] * (found["still"][0] > 0)


def clippings(found):
    return ["%d samples at full scale" % found["full"][0]] * (found["full"][0] > 0) + \
           ["true peak %.2f dBTP" % found["peak"][0]] * (found["peak"][0] > PEAK_MAX_DBTP)


def clicks(found):
    most = max(BEND_MIN, found["bends"][0]) if "bends" in found else BEND_MIN
    return ["a click at %.3f s: %.1f times what is around it, %.1f at most" % (at, ratio, most)
            for at, ratio, _ in found["joins"] if ratio > most]


def long_levels(found):
    return {voice: lufs for voice, (lufs, seconds) in found["levels"].items() if seconds >= LEVEL_MIN_S}


def unevenness(found):
    levels = sorted((lufs, voice) for voice, lufs in long_levels(found).items())
    if len(levels) < 2 or levels[-1][0] - levels[0][0] <= LEVEL_SPREAD_MAX_LU:
        return []
    return ["%s is at %.2f LUFS, %s at %.2f" % (levels[0][1], levels[0][0], levels[-1][1], levels[-1][0])]


def faults(found):
    return silences(found) + clippings(found) + clicks(found) + unevenness(found)
