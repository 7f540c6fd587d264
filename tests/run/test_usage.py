#!/usr/bin/env python3
"""The command line: help, exit statuses, messages."""
import json, os, signal, subprocess, sys, time

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import LECTERN, ROOT, SLOW, Run, expect, run_tests, scratch, test, write

ARTICLE = os.path.join(ROOT, "tests", "articles", "lighthouse.txt")
COMMANDS = ["narrate", "script", "voices", "check"]


@test
def help_and_version_go_to_stdout_with_status_0():
    for args in [["--help"], ["--version"], ["help"]] + [[c, "--help"] for c in COMMANDS]:
        run = Run(*args).ok()
        expect(run.out.strip() and not run.err, "%s: out %r, err %r" % (args, run.out[:80], run.err[:80]))
    expect(Run("--version").out.startswith(b"lectern "), "the version does not name the program")


@test
def the_help_of_a_command_names_its_options():
    text = Run("narrate", "--help").ok().out.decode()
    for option in ["--output", "--format", "--loudness", "--channels", "--rate", "--single-voice", "--switch", "--voice",
                   "--cast", "--title", "--author", "--date", "--url", "--language", "--cache", "--no-cache", "--voices",
                   "--no-disclosure", "--progress", "--timing"]:
        expect(option in text, "no %s in the help" % option)


@test
def the_help_of_a_command_speaks_of_what_it_takes():
    for command, inputs in [("narrate", "INPUT is a path"), ("script", "INPUT is a path"), ("check", "DIR is an episode's folder"), ("voices", "VOICE is a name")]:
        text = Run(command, "--help").ok().out.decode()
        expect(inputs in text, text)
        expect(("INPUT" in text) == ("INPUT" in inputs), text)
    Run("voices", "--cache", scratch("clips")).refused(2)  # an audition keeps no clips


@test
def voices_are_heard_in_another_language():
    sizes = set()
    for options in [[], ["--language", "de"], ["--language", "fi"]]:
        path = scratch("sample.wav")
        Run("voices", "--audition", path, *options, "fern").ok()
        sizes.add(os.path.getsize(path))
    expect(len(sizes) == 3 and min(sizes) > 44100, sizes)
    Run("voices", "--audition", scratch("none.wav"), "--language", "zz", "fern").refused(3)


@test
def wrong_usage_ends_with_status_2_and_one_line():
    out, folder = scratch("never"), scratch("here")
    os.mkdir(folder)
    for args in [[], ["nonsense"], ["narrate"], ["script"], ["narrate", "--nonsense", ARTICLE], ["narrate", "-o"],
                 ["narrate", "-j", "many", ARTICLE], ["narrate", "--channels", "3", ARTICLE],
                 ["narrate", "--loudness", "loud", ARTICLE], ["narrate", "--format", "mp9", ARTICLE],
                 ["narrate", "--switch", "sometimes", ARTICLE], ["narrate", "--rate", "-5", ARTICLE],
                 ["narrate", "-o", out, "--voice", "narrator=nobody-of-that-name", ARTICLE],
                 ["narrate", "--voice", "no equals sign", ARTICLE], ["script", "--json=yes", ARTICLE],
                 ["narrate", "--config", os.path.join(out, "no.ini"), ARTICLE]]:
        Run(*args, cwd=folder).refused(2)
        written = [n for place in (out, folder) for _, _, names in os.walk(place) for n in names]
        expect(not written, "%s: something was written: %s" % (args, written))


@test
def a_message_names_the_option_that_is_wrong():
    for args, words in [(["-xq"], "no such option: -x "), (["-qx"], "no such option: -x "), (["--json=yes"], "--json takes no value "),
                        (["--titel", "T"], "no such option: --titel "), (["--title"], "--title takes a value ")]:
        run = Run("script", ARTICLE, *args).refused(2)
        expect(("lectern: " + words).encode() in run.err, "%s: %r" % (args, run.err))


@test
def values_that_only_begin_well_are_refused():
    for args in [["--date", "2026-02-30"], ["--date", "-200-1-1"], ["--date", "2026-1-1"], ["--title", "\udcff"],
                 ["--author", "Ann\x1b[2J"], ["--title", "two\nlines"], ["--language", "-"], ["--url", "https://"],
                 ["--url", "https://example.org/a b"]]:
        run = Run("script", *args, ARTICLE).refused(2)
        expect(("lectern: %s: " % args[0]).encode() in run.err, run.err)
    for args in [["-j", "1.5"], ["-j", "0x4"], ["-j", " 4"], ["--rate", "165.5"], ["--loudness", "-0x10"]]:
        Run("narrate", "-o", scratch("never"), *args, ARTICLE).refused(2)
    Run("script", "--date", "2028-02-29", "--title", "Über Häfen", "--url", "https://example.org/a?b=%20", ARTICLE).ok()


@test
def settings_without_a_value_are_yes_or_no():
    for value, voices in [("yes", 1), ("true", 1), ("on", 1), ("no", 2), ("false", 2), ("off", 2)]:
        ini = write("one.ini", "single-voice = %s\n" % value)
        doc = json.loads(Run("script", "--json", "--config", ini, ARTICLE).ok().out)
        expect(min(2, len({s["voice"] for s in doc["speakers"]})) == voices, "%s: %s" % (value, doc["speakers"]))
    run = Run("script", "--config", write("one.ini", "\nsingle-voice = maybe\n"), ARTICLE).refused(2)
    expect(b"one.ini:2: single-voice: " in run.err, run.err)


@test
def a_chosen_voice_that_is_not_there_is_told_once():
    for args in [["--voice", "Davit Rowe=willow"], ["--cast", write("cast.ini", "Davit Rowe = willow\n")]]:
        run = Run("script", *args, ARTICLE, ARTICLE).refused(2)
        expect(b"willow" in run.err and b"Davit Rowe" in run.err, run.err)


@test
def a_voice_chosen_for_nobody_is_a_doubt():
    doubts = lambda *args: json.loads(Run("script", "--json", "--explain", *args, ARTICLE).ok().out)["explain"]["doubts"]
    expect(["Davit Row" in d["doubt"] for d in doubts("--voice", "Davit Row=fern")].count(True) == 1, "not told")
    expect(doubts("--cast", write("cast.ini", "Davit Row = fern\n")) == doubts("--voice", "Davit Rowe=fern") == doubts(), "told")


@test
def settings_files_that_cannot_be_read_are_told():
    folder = scratch("folder")
    os.mkdir(folder)
    for option in ["--config", "--cast", "--lexicon"]:
        for path in [folder, scratch("no-file")]:
            run = Run("script", option, path, ARTICLE).refused(2)
            expect(os.path.basename(path).encode() in run.err, run.err)
    run = Run("script", ARTICLE, env={"XDG_CONFIG_HOME": folder}).ok()
    os.makedirs(os.path.join(folder, "lectern", "lectern.ini"))
    run = Run("script", ARTICLE, env={"XDG_CONFIG_HOME": folder}).refused(2)
    expect(b"lectern.ini" in run.err, run.err)


@test
def errors_of_settings_files_begin_with_their_place():
    for option, text, place in [("--config", "detail = all\n", "1: "), ("--cast", "\nAnn Cole\n", "2: "), ("--cast", "Ann Cole =\n", "1: "),
                                ("--lexicon", "Skerrow\n", "1:1: ")]:
        path = write("settings.file", text)
        run = Run("script", option, "settings.file", ARTICLE, cwd=os.path.dirname(path)).refused(2)
        expect(run.err.startswith(b"lectern: settings.file:" + place.encode()), run.err)


@test
def both_forms_of_long_options_and_the_end_of_options_work():
    path = write("-named-like-an-option.txt", "A ship came in.\n")
    folder = os.path.dirname(path)
    a = Run("script", "--json", "--title=Ships", "--", os.path.basename(path), cwd=folder).ok()
    b = Run("script", "--json", "--title", "Ships", "--", os.path.basename(path), cwd=folder).ok()
    expect(a.out == b.out, "they differ")
    expect(json.loads(a.out)["title"] == "Ships", "the title is not taken")


@test
def a_missing_input_ends_with_status_1_and_names_it():
    run = Run("narrate", "-o", scratch("out"), scratch("no-such-article.txt")).refused(1)
    expect(b"no-such-article.txt" in run.err, "the file is not named: %r" % run.err)


@test
def an_address_of_another_scheme_is_refused_as_one():
    run = Run("script", "gopher://example.org/a").refused(1)
    expect(b"gopher://example.org/a: only addresses of http and https" in run.err, run.err)


@test
def the_other_inputs_are_still_done():
    run = Run("script", "--json", scratch("none.txt"), ARTICLE)
    run.refused(1)
    expect(len(run.out.splitlines()) == 1, "the second input was not read")


@test
def empty_binary_and_folder_inputs_are_refused():
    for path in [write("empty.txt", b""), write("binary.txt", bytes(range(256)) * 40), ROOT]:
        Run("script", "--json", path).refused(1)


@test
def a_missing_voices_folder_ends_with_status_3():
    Run("narrate", "-o", scratch("out"), "--voices", scratch("no-voices"), ARTICLE).refused(3)
    Run("script", "--voices", scratch("no-voices"), ARTICLE).refused(3)


@test
def output_that_cannot_be_written_ends_with_status_4():
    Run("narrate", "--no-cache", "-o", os.path.join(write("a-file", b""), "below"), ARTICLE).refused(4)
    with open("/dev/full", "wb") as full:
        for args in [["script", "--json", ARTICLE], ["voices"], ["--help"]]:
            done = subprocess.run([LECTERN, *args], stdout=full, stderr=subprocess.PIPE)
            expect(done.returncode == 4, "a full standard output ended with status %d" % done.returncode)
            expect(done.stderr == b"lectern: standard output cannot be written: No space left on device\n", done.stderr)


@test
def closed_streams_are_told_and_no_file_takes_their_place():
    closed = lambda words, *args: subprocess.run(["sh", "-c", '"$@" ' + words, "sh", LECTERN, *args], capture_output=True)
    run = closed("<&-", "narrate", "--no-cache", "-o", scratch("out"), "-")
    expect(run.returncode == 1 and b"lectern: -: cannot be read: Bad file" in run.stderr, run.stderr)
    run = closed(">&-", "script", ARTICLE)
    expect(run.returncode == 4 and b"standard output cannot be written" in run.stderr, run.stderr)
    expect(closed("2>&-", "script", scratch("no-file")).returncode == 1, "a missing file without a place to say so")


@test
def a_reader_that_leaves_early_ends_the_program_in_silence():
    writer = subprocess.Popen([LECTERN, "script", "--json"] + [ARTICLE] * 20, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    writer.stdout.read(1)
    writer.stdout.close()
    expect(writer.stderr.read() == b"" and writer.wait() == -13, writer.returncode)


def interrupted(args):
    """Status and stderr of a run that is told to stop once it is at work."""
    process = subprocess.Popen([LECTERN, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        process.stdin.write(b"A ship came in.\n") if args[-1] == "-" else process.stdout.read(1)
        process.stdin.flush()
        time.sleep(0.3 * SLOW)
        process.send_signal(signal.SIGINT)
        if args[-1] == "-":
            return process.wait(timeout=10 * SLOW), process.stderr.read()
        _, err = process.communicate(timeout=60 * SLOW)
        return process.returncode, err
    finally:
        process.kill()


@test
def an_interrupt_ends_what_waits_for_its_input_and_what_has_many():
    for args in [["script", "-"], ["script", "--json"] + [ARTICLE] * 5000]:
        status, err = interrupted(args)
        expect(status == 130 and b"interrupted" in err, "%s: status %s, %r" % (args[:3], status, err[-200:]))


@test
def columns_are_counted_in_characters():
    run = Run("script", write("hole.txt", "One.\r\nÄüß\0a".encode())).refused(1)
    expect(b"hole.txt:2:4: " in run.err, run.err)


@test
def control_characters_of_names_and_texts_do_not_reach_the_terminal():
    name = scratch("evil\x1b[2J\x07\u202e.txt")
    for run in [Run("script", name), Run("script", write("a\x1b]0;b.txt", b"\0\1\2" * 100))]:
        shown = run.err.decode("utf-8")
        expect(run.status == 1 and not any(ord(c) < 32 and c != "\n" or c in "\x7f\u202e" for c in shown), "raw: %r" % shown)
    text = Run("script", write("escape.txt", "A boat \x1b[31mcame\x07 in. \u202e Late.\n")).out.decode()
    expect("\x1b" not in text and "\x07" not in text and "\u202e" not in text, "raw in the script: %r" % text)


@test
def voices_are_listed():
    text = Run("voices").ok().out.decode()
    for name in sorted(os.listdir(os.path.join(ROOT, "voices"))):
        if name.endswith(".ini"):
            expect(name[:-4] in text, "%s is missing" % name)


run_tests()
