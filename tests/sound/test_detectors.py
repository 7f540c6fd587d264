#!/usr/bin/env python3
"""What finds faults in sound finds those that are planted, and none in the sample."""
import array, os, sys, wave

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from detectors import clicks, clippings, faults, measure, silences, stretches_of, unevenness
from kit import expect, run_tests, scratch, test
from recordings import ROOT, narrate, narrate_together, halves

SAMPLE = os.path.join(ROOT, "tests", "articles", "lighthouse.txt")


class Episode:
    """Two voices say the same sentences; what a fault is planted in."""

    def __init__(self):
        path, script = narrate_together(["marlow", "wren"], halves()[0][:9], scratch("two-voices"), "wav")
        with wave.open(path) as f:
            self.rate_hz, self.sound = f.getframerate(), array.array("h", f.readframes(f.getnframes()))
        self.stretches = stretches_of(script)

    def at(self, seconds):
        return int(seconds * self.rate_hz)

    def measured(self, change):
        """What is found once `change` was done to a copy of the sound."""
        sound, path = array.array("h", self.sound), scratch("planted.wav")
        change(sound)
        with wave.open(path, "wb") as f:
            f.setparams((1, 2, self.rate_hz, 0, "NONE", ""))
            f.writeframes(sound.tobytes())
        return measure(path, self.stretches)


EPISODE = Episode()


@test
def an_episode_of_two_voices_has_no_fault():
    found = EPISODE.measured(lambda sound: None)
    expect(faults(found) == [], faults(found))
    expect(all(seconds >= 30 for _, seconds in found["levels"].values()), found["levels"])


@test
def zeros_within_speech_are_found():
    def plant(sound):
        beg = EPISODE.at(EPISODE.stretches[3][1] + 1)
        sound[beg:beg + 90] = array.array("h", bytes(180))
    expect(len(silences(EPISODE.measured(plant))) == 1, "two milliseconds of zeros were not found")


@test
def stillness_that_is_not_zero_is_found():
    def plant(sound):
        beg = EPISODE.at(EPISODE.stretches[3][1] + 1)
        sound[beg:beg + 900] = array.array("h", [7] * 900)
    expect(len(silences(EPISODE.measured(plant))) == 1, "twenty milliseconds of one value were not found")


@test
def clipped_samples_are_found():
    def plant(sound):
        beg, end = (EPISODE.at(t) for t in EPISODE.stretches[5][1:])
        for i in range(beg, end):
            sound[i] = max(-32768, min(32767, 2 * sound[i]))
    found = EPISODE.measured(plant)
    expect(len(clippings(found)) == 2, "full %s, peak %s" % (found["full"], found["peak"]))


@test
def peaks_between_samples_are_found():
    def plant(sound):
        beg = EPISODE.at(EPISODE.stretches[5][1] + 1)
        for i in range(beg, beg + 8):  # a quarter of the rate, 45 degrees off: 3 dB above its samples
            sound[i] = (1 if i % 4 < 2 else -1) * 26000
    found = EPISODE.measured(plant)
    expect(found["full"] == [0] and len(clippings(found)) == 1, "full %s, peak %s" % (found["full"], found["peak"]))


def add_step(sound, seconds, height):
    for i in range(EPISODE.at(seconds), EPISODE.at(seconds) + EPISODE.rate_hz // 10):
        sound[i] = max(-32768, min(32767, sound[i] + height))


@test
def steps_where_speech_begins_or_ends_are_found():
    ends = [t for _, beg, end in EPISODE.stretches for t in (beg, end)]

    def plant(sound):
        for at in ends:
            add_step(sound, at, 1000)
    found = EPISODE.measured(plant)
    # Some fall on a consonant that hides them from the ear too.
    expect(len(clicks(found)) >= 0.75 * len(ends), "%d of %d steps of -30 dBFS were found" % (len(clicks(found)), len(ends)))


@test
def a_single_step_is_found():
    found = EPISODE.measured(lambda sound: add_step(sound, EPISODE.stretches[4][2], 300))
    expect(len(clicks(found)) == 1, "a step of -41 dBFS: %s" % [j for j in found["joins"] if j[0] == EPISODE.stretches[4][2]])


@test
def a_voice_of_two_decibels_more_is_found():
    def plant(sound):
        for voice, beg, end in EPISODE.stretches:
            for i in range(EPISODE.at(beg), EPISODE.at(end) if voice == "wren" else 0):
                sound[i] = max(-32768, min(32767, int(sound[i] * 1.259)))
    found = EPISODE.measured(plant)
    expect(len(unevenness(found)) == 1, found["levels"])


@test
def the_sample_has_no_fault():
    for name in ("wav", "mp3"):
        path, script = narrate(scratch("sample-" + name), SAMPLE, name=name)
        found = measure(path, stretches_of(script))
        expect(faults(found) == [], "%s: %s" % (name, faults(found)))


run_tests()
