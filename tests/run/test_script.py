#!/usr/bin/env python3
"""`script` and `--script FILE`: what `lectern script` prints is edited and obeyed."""
import json, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "props"))
import laws
from kit import Run, articles, expect, run_tests, scratch, test, write

ARTICLE = (
    "The Tide Clock\nBy Ann Cole\n\nThe clock of 1911 is back in Skerrow harbour.[1] It was sold in a storm.\n\n"
    "“We did not come here to be thanked,” said Maren Oldcastle. “We came to mend a clock.”\n\n"
    "Advertisement\n\nDavit Rowe, the harbour master, agreed. “It keeps the time,” he said.\n"
)


def sheet_of(article, *options):
    return Run("script", *options, article).ok().out.decode()


def edited(sheet, *changes):
    for old, new in changes:
        expect(sheet.count(old) == 1, "%r stands %d times in\n%s" % (old, sheet.count(old), sheet))
        sheet = sheet.replace(old, new)
    return write("edited.script", sheet)


def data(*arguments):
    run = Run("script", "--json", *arguments).ok()
    return json.loads(run.out), run.err.decode()


def line(script, begin):
    found = [u for u in script["utterances"] if script["bytes"][u["start"] :].startswith(begin.encode())]
    expect(len(found) == 1, "%r stands %d times" % (begin, len(found)))
    return found[0]


def script_after(*changes, article=ARTICLE, new_article=None):
    path = write("a.txt", article)
    sheet = edited(sheet_of(path), *changes)
    given = [write("b.txt", new_article)] if new_article else []
    script, err = data("--script", sheet, *given)
    script["bytes"] = script["text"].encode()
    return script, err


def name(script, utterance):
    return script["speakers"][utterance["speaker"]]["name"]


@test
def what_is_not_edited_changes_nothing():
    for title, text in articles() + [("a.txt", ARTICLE.encode())]:
        path = write(title, text)
        sheet = write("same.script", sheet_of(path))
        plain, _ = data(path)
        for arguments in (["--script", sheet, path], ["--script", sheet]):
            again, err = data(*arguments)
            expect(again == plain and not err, "%s: %s" % (path, err))
        expect(sheet_of(path, "--script", sheet) == open(sheet, encoding="utf-8", newline="").read(), path)


@test
def another_speaker_says_a_line():
    script, _ = script_after(("Maren Oldcastle: We came to mend", "Davit Rowe: We came to mend"))
    utterance = line(script, "We came to mend")
    expect(name(script, utterance) == "Davit Rowe" and utterance["kind"] == "quote", utterance)
    quote = [q for q in script["quotes"] if q["start"] == utterance["start"]][0]
    expect(quote["speaker"] == utterance["speaker"], quote)


@test
def a_line_given_to_the_unknown_is_said_by_nobody_who_is_named():
    script, _ = script_after(
        ("\n[script]", "Unknown speaker = narrator-b, unknown\n\n[script]"), ("Maren Oldcastle: We came to mend", "Unknown speaker: We came to mend")
    )
    utterance = line(script, "We came to mend")
    expect(script["speakers"][utterance["speaker"]]["kind"] == "unknown", script["speakers"])
    quote = [q for q in script["quotes"] if q["start"] == utterance["start"]][0]
    expect(quote["speaker"] is None, quote)


@test
def a_speaker_may_be_new_and_a_kind_said():
    script, _ = script_after(
        ("\n[script]", "Old Tam = onyx, person, male\n\n[script]"), ("Narrator: It was sold", "Old Tam (narration): It was sold")
    )
    utterance = line(script, "It was sold")
    expect(name(script, utterance) == "Old Tam" and utterance["kind"] == "narration", utterance)
    expect(script["speakers"][utterance["speaker"]]["voice"] == "onyx", script["speakers"])


@test
def words_pauses_and_voices_are_obeyed():
    script, _ = script_after(
        ("nineteen eleven is back", "19 hundred eleven is back"),
        ("Narrator: It was sold in a storm.\n", "Narrator: It was sold in a storm.\n    pause 2500 ms\n"),
        ("Davit Rowe = ", "Davit Rowe = flint, person\n# was "),
    )
    expect("clock of nineteen hundred eleven is back" in line(script, "The clock of")["spoken"], script["utterances"])
    expect(line(script, "It was sold")["pause_ms"] == 2500, script["utterances"])
    expect([s["voice"] for s in script["speakers"] if s["name"] == "Davit Rowe"] == ["flint"], script["speakers"])


@test
def lines_are_left_out_and_drops_brought_back():
    script, _ = script_after(
        ("Narrator: It was sold", "- Narrator: It was sold"), ("- (advertisement) Advertisement", "Narrator: Advertisement")
    )
    reasons = {script["bytes"][d["start"] : d["end"]].decode(): d["reason"] for d in script["skipped"]}
    expect(reasons.get("It was sold in a storm.") == "left out in the script", reasons)
    covered = sum(u["end"] - u["start"] for u in script["utterances"]) + sum(d["end"] - d["start"] for d in script["skipped"])
    plain, _ = data(write("a.txt", ARTICLE))
    expect(covered == sum(x["end"] - x["start"] for x in plain["utterances"] + plain["skipped"]), covered)
    expect(len(script["skipped"]) == len(plain["skipped"]), script["skipped"])


@test
def edits_stay_in_the_script_that_is_printed_anew():
    path = write("a.txt", ARTICLE)
    changes = [
        ("Maren Oldcastle: We came to mend", "Davit Rowe: We came to mend"),
        ("Narrator: It was sold in a storm.\n", "Narrator: It was sold in a storm.\n    = It sank.\n    pause 900 ms\n"),
        ("Narrator: Davit Rowe, the", "- Narrator: Davit Rowe, the"),
    ]
    once = write("once.script", sheet_of(path, "--script", edited(sheet_of(path), *changes)))
    expect("    = It sank.\n    pause 900 ms\n" in open(once, encoding="utf-8").read(), "edits are lost")
    expect(sheet_of(path, "--script", once) == open(once, encoding="utf-8").read(), "not the same again")


def printed_again(*changes, article=ARTICLE):
    """The sheet that is printed of an edited one; applied again it must print the same."""
    path = write("a.txt", article)
    once = write("once.script", sheet_of(path, "--script", edited(sheet_of(path), *changes)))
    expect(sheet_of(path, "--script", once) == open(once, encoding="utf-8").read(), "not the same again")
    return open(once, encoding="utf-8").read()


@test
def generated_lines_stay_left_out():
    sheet = printed_again(("Narrator: The Tide Clock\n", "- Narrator: The Tide Clock\n"))
    expect("- (left out in the script) The Tide Clock\n" in sheet, sheet)
    back = sheet.replace("- (left out in the script) The Tide Clock", "Narrator: The Tide Clock")
    expect(sheet_of(write("a.txt", ARTICLE), "--script", write("back.script", back)) == sheet_of(write("a.txt", ARTICLE)), back)


@test
def an_opening_that_is_left_out_stands_where_it_stood():
    lines = ("Narrator: The Tide Clock\n", "Narrator: By Ann Cole\n")
    sheet = printed_again(*((l, "- " + l) for l in lines))
    at = [sheet.index(w) for w in ("(left out in the script) The Tide Clock", "(left out in the script) By Ann Cole", "Narrator: Read by")]
    expect(at == sorted(at), sheet)


@test
def kinds_and_genders_of_the_cast_are_obeyed():
    cast = [row for row in sheet_of(write("a.txt", ARTICLE)).split("\n") if row.startswith("Maren Oldcastle = ")][0]
    change = (cast, cast.split(",")[0] + ", organisation")
    script, _ = script_after(change)
    maren = [s for s in script["speakers"] if s["name"] == "Maren Oldcastle"][0]
    expect(maren["kind"] == "organisation" and maren["gender"] == "unknown", maren)
    expect(change[1] + "\n" in printed_again(change), "lost")


@test
def a_new_name_is_the_same_speaker():
    cast = [row for row in sheet_of(write("a.txt", ARTICLE)).split("\n") if row.startswith("Davit Rowe = ")][0]
    script, _ = script_after((cast, cast.replace("Davit Rowe", "David Rowe")), ("Davit Rowe: It keeps", "David Rowe: It keeps"))
    david = [s for s in script["speakers"] if s["name"] == "David Rowe"]
    expect(len(david) == 1 and "Davit Rowe" in david[0]["aliases"], script["speakers"])
    expect(not [s for s in script["speakers"] if s["name"] == "Davit Rowe"], script["speakers"])
    expect(name(script, line(script, "It keeps")) == "David Rowe", script["utterances"])


@test
def the_narrator_may_have_a_name():
    sheet = sheet_of(write("a.txt", ARTICLE)).replace("Narrator", "Anna Lind")
    script, err = data("--script", write("a.script", sheet))
    plain, _ = data(write("a.txt", ARTICLE))
    expect(not err and script["speakers"][0]["name"] == "Anna Lind", script["speakers"])
    expect(script["utterances"] == plain["utterances"] and script["quotes"] == plain["quotes"], script)


@test
def the_rest_of_a_sentence_is_left_out():
    script, _ = script_after(("Narrator: said Maren Oldcastle.", "- Narrator: said Maren Oldcastle."))
    said, plain = line(script, "We did not come"), data(write("a.txt", ARTICLE))[0]
    plain["bytes"] = plain["text"].encode()
    expect(said["spoken"].endswith("thanked."), said)
    expect(said["pause_ms"] == max(line(plain, "We did not come")["pause_ms"], line(plain, "said Maren")["pause_ms"]), said)


@test
def the_command_line_goes_before_the_script():
    sheet = edited(sheet_of(write("a.txt", ARTICLE)))
    script, err = data("--script", sheet, "--voice", "Davit Rowe=flint", "--voice", "narrator=narrator-b")
    voices = {s["name"]: s["voice"] for s in script["speakers"]}
    expect(voices["Davit Rowe"] == "flint" and voices["Narrator"] == "narrator-b" and not err, voices)
    script, _ = data("--script", sheet, "--single-voice")
    expect(len({s["voice"] for s in script["speakers"]}) == 1, script["speakers"])


@test
def an_article_that_changed_keeps_the_edits_that_fit():
    changes = [("Maren Oldcastle: We came to mend", "Davit Rowe: We came to mend"), ("Narrator: It was sold in a storm.\n", "Narrator: It was sold in a storm.\n    = It sank.\n")]
    new = ARTICLE.replace("It was sold in a storm.", "It was lost in a storm.").replace("By Ann Cole", "By Ann Cole\n\nA first paragraph is new.")
    script, err = script_after(*changes, new_article=new)
    expect(name(script, line(script, "We came to mend")) == "Davit Rowe", script["utterances"])
    expect("lost" in line(script, "It was lost")["spoken"], script["utterances"])
    expect("the article has changed here" in err and err.count("\n") == 1, err)


@test
def changed_words_are_told():
    _, err = script_after(("Narrator: It was sold in a storm.", "Narrator: It was given away."))
    expect("edited.script:" in err and ":1: its words are not those of the article" in err, err)


@test
def lines_that_are_taken_out_are_told():
    script, err = script_after(("Narrator: It was sold in a storm.\n", ""))
    expect(line(script, "It was sold")["spoken"] == "It was sold in a storm.", script["utterances"])
    expect(err.count("\n") == 1 and "lines were taken out before it" in err, err)


@test
def words_are_said_as_they_are_written():
    script, err = script_after(("The clock of nineteen eleven is back in Skerrow harbour.", "The A C L U’s clock isn’t back"))
    expect(line(script, "The clock of")["spoken"] == "The A C L U's clock isn't back." and not err, script["utterances"])


def swapped(sheet):
    """Every other line is left out, and what is left out is spoken."""
    head, rest = sheet.split("[script]\n", 1)
    body, tail = rest.split("\n[article ", 1)
    out = []
    for i, row in enumerate(body.split("\n")):
        if row.startswith("- ("):
            row = "Narrator: " + row.split(") ", 1)[-1] if ") " in row else row
        elif row and not row.startswith((" ", "#", "[")) and i % 2:
            row = "- " + row
        out.append(row)
    return head + "[script]\n" + "\n".join(out) + "\n[article " + tail


@test
def every_law_holds_whatever_is_left_out_or_brought_back():
    for title, text in articles() + [("a.txt", ARTICLE.encode())]:
        path = write(title, text)
        run = Run("script", "--json", "--script", write("swapped.script", swapped(sheet_of(path))))
        if run.status == 0:
            try:
                laws.check(json.loads(run.out))
            except AssertionError as error:
                raise AssertionError("%s: %s" % (title, error))
        else:
            expect(run.status == 1 and b"leaves out every line" in run.err, run.err)


@test
def an_edited_script_is_narrated():
    sheet = edited(sheet_of(write("a.txt", ARTICLE)), ("Narrator: It was sold in a storm.\n", "- Narrator: It was sold in a storm.\n"), ("- (note mark) [1]", "Narrator: [1]"))
    folder = scratch("episodes")
    episode = Run("narrate", "--script", sheet, "-q", "-o", folder).ok().out.decode().strip()
    report = json.load(open(os.path.join(episode, "report.json")))
    expect(report["coverage"]["unaccounted"] == 0, report["coverage"])
    Run("check", episode).ok()


@test
def what_is_no_script_is_refused_with_its_place():
    sheet = sheet_of(write("a.txt", ARTICLE))
    cases = [
        ("", "is missing"),
        (ARTICLE, "a.script:1:1: this is no script"),
        (sheet.replace("Narrator: It was", "Nobody: It was"), "no name of the cast"),
        (sheet.replace("[script]", "[scrip]"), "no such part"),
        (sheet.replace("Davit Rowe = ", "Davit Rowe = nothing-of-the-kind, person\n# "), "a.script:13:1: there is no voice nothing-of-the-kind"),
        (sheet.replace("\n    = ", "\n    pause x\n    = ", 1), "a pause reads"),
        (sheet.replace("- (note mark) [1]", "- (note mark) [1]\n    = one"), "the line before is not spoken"),
        (sheet.replace("= narrator-a, narrator\n", "= narrator-a, person\n"), "the narrator's kind cannot be changed"),
        (sheet.replace("\n[script]", "Old Tam = onyx, narrator\n\n[script]"), "there can be one narrator only"),
        (sheet.replace("\n    = ", "\n    = Ambo [[a]] ", 1), "phonemes stand in a lexicon"),
        (sheet[: sheet.index("[article")], "is missing"),
        (sheet.replace("Narrator: It", "Narrator: \udcff It"), "not UTF-8"),
    ]
    for text, message in cases:
        run = Run("script", "--script", write("a.script", text.encode("utf-8", "surrogateescape")))
        expect(run.status == 1 and message in run.err.decode() and not run.out, (message, run.status, run.err))
        expect(run.err.decode().count("\n") == 1, run.err)


@test
def a_script_of_another_article_is_refused():
    sheet = write("other.script", sheet_of(write("a.txt", ARTICLE)))
    run = Run("script", "--script", sheet, write("b.txt", "The ferry left at noon.\n\nNobody was on board.\n"))
    expect(run.status == 1 and b"no line of the script stands in this article" in run.err and not run.out, run.err)


@test
def windows_line_ends_are_no_edit():
    path = write("a.txt", ARTICLE)
    sheet = "\ufeff" + sheet_of(path).replace("\n", "\r\n")
    script, err = data("--script", write("crlf.script", sheet.encode()), path)
    expect(script == data(path)[0] and not err, err)


run_tests()
