#!/usr/bin/env python3
"""`--duration`: the sound lasts as long as was asked for, as others decode it."""
import os, re, sys

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import decoded_seconds, narrate, read_json
from kit import Run, expect, run_tests, scratch, test, write

SHORT = write("short.txt", "Fog\n\nThere is fog over the harbour. Nobody sails before noon.\n")
TALK = write("talk.txt", "The Tide Clock\nBy Ann Cole\n\nThe clock of 1911 is back in Skerrow harbour. It was sold in a storm, and bought at an auction.\n\n"
             "“We did not come here to be thanked,” said Maren Oldcastle. “We came to mend a clock.” The mayor, Davit Rowe, said: "
             "“Nobody here has been on time since it went. We had got used to that.”\n\nIt strikes at noon, and at high water.\n")
LIST = write("list.md", "# What the boats carry\n\n## By day\n\nFour boats carry the post, the milk and the school to the outer islands, in all weathers.\n\n"
             "- the *Gannet*, to Holm\n- the *Petrel*, to Sule and to the light\n\n## By night\n\nOne boat lies at the pier with steam up. "
             "She has been called out eleven times this year, and has come back eleven times.\n\nThe mate sleeps on board.\n")
CACHE = scratch("cache")


def natural(article):
    return read_json(narrate(scratch("natural"), "--cache", CACHE, "--format", "wav", article=article), "report.json")["duration_s"]


def clock(seconds):
    return "%d:%06.3f" % (seconds // 60, seconds % 60)


def lasts(article, seconds, *options):
    folder = narrate(scratch("wanted"), "--cache", CACHE, "--format", "mp3,wav", "--edition", "podcast,radio", "--duration", clock(seconds), *options, article=article)
    slug, report = os.path.basename(folder), read_json(folder, "report.json")
    for path in (slug + ".mp3", slug + ".wav", "radio/" + slug + ".wav"):
        found, complaints = decoded_seconds(os.path.join(folder, path))
        expect(abs(found - seconds) <= 0.02, "%s lasts %.4f s of %.3f" % (path, found, seconds))
        expect(abs(found - report["duration_s"]) < 0.002 and not complaints, (found, report["duration_s"], complaints))
    return folder


def duration_test(article, shares):
    def check():
        usual = natural(article)
        for share in shares:
            lasts(article, round(usual * share, 3))
    check.__doc__ = "%s lasts %d durations to 20 ms" % (os.path.basename(article), len(shares))
    test(check)


duration_test(SHORT, [0.93, 1, 1.0371, 1.08, 1.12])
duration_test(TALK, [0.89, 0.9417, 0.981, 1, 1.0123, 1.0711, 1.1, 1.13])
duration_test(LIST, [0.88, 0.9, 0.95, 1.003, 1.05, 1.0999, 1.15])


@test
def the_same_bytes_with_any_number_of_workers():
    options = ["--no-cache", "--format", "wav", "--duration", clock(natural(TALK) * 1.05)]
    one = narrate(scratch("one"), "-j", "1", *options, article=TALK)
    two = narrate(scratch("two"), "-j", "8", *options, article=TALK)
    expect(read_json(one, "report.json") == read_json(two, "report.json"), "the reports differ")


@test
def the_report_states_the_rate_and_the_pauses_that_were_found():
    usual = natural(TALK)
    plain = read_json(narrate(scratch("plain"), "--cache", CACHE, "--format", "wav", article=TALK), "report.json")
    expect(plain["pause_scale"] == 1, plain["pause_scale"])
    slow, fast = (read_json(lasts(TALK, round(usual * share, 3)), "report.json") for share in (1.1, 0.9))
    expect(fast["rate_wpm"] > plain["rate_wpm"] > slow["rate_wpm"], (fast["rate_wpm"], plain["rate_wpm"], slow["rate_wpm"]))
    for report in (slow, fast):
        expect(0.7 <= report["pause_scale"] <= 1.4 and report["pause_scale"] != 1, report["pause_scale"])
    asked = read_json(narrate(scratch("asked"), "--cache", CACHE, "--format", "wav", "--rate", "200", article=TALK), "report.json")
    expect(asked["rate_wpm"] == 200, asked["rate_wpm"])


@test
def cues_stay_within_the_sound():
    Run("check", lasts(TALK, natural(TALK) * 0.9)).ok()


@test
def what_cannot_be_is_refused_with_what_can():
    for share in 0.6, 1.6:
        refused = Run("narrate", "-q", "-o", scratch("refused"), "--cache", CACHE, "--duration", clock(natural(TALK) * share), TALK).refused(1)
        said = refused.err.decode()
        nearest = re.search(r"the nearest is (\d+):(\d+\.\d+) \(ask for that, or give --rate (\d+)\)", said)
        expect(nearest, said)
        lasts(TALK, int(nearest.group(1)) * 60 + float(nearest.group(2)))
        lasts(TALK, natural(TALK) * share, "--rate", nearest.group(3))


@test
def durations_are_minutes_and_seconds():
    for value in "0:00", "90", "1:60", "1:5", ":30", "1:00.", "-1:00", "1:00:00:00", "":
        Run("narrate", "-o", scratch("refused"), "--duration=" + value, TALK).refused(2)


run_tests()
