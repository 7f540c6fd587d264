#!/usr/bin/env python3
"""`script --explain`: what is left out and what is doubtful, with its place in the input."""
import json, os, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import Run, articles, expect, run_tests, script, test, write

TEXT = "Ferry sails\nBy Ann Cole\nNov. 3, 2026\n\nÄrger: the ferry left.[1] It was full.\n\nRead more: The pier\n\n“We sail,” a voice said.\n"
MARKDOWN = "---\ntitle: Ferry\n---\n\n# Ferry\n\nIt *left*.[^1]\n\n## Related\n\n- [Pier](https://example.org/a)\n\n[^1]: At noon.\n"


def explained(text, name):
    return json.loads(Run("script", "--json", "--explain", write(name, text)).ok().out)["explain"]


@test
def every_drop_has_the_line_and_column_of_the_input():
    drops = explained(TEXT, "a.txt")["drops"]
    places = {d["reason"]: (d["line"], d["column"], d["element"]) for d in drops}
    expect(places["date line"] == (3, 1, "credit"), places)
    expect(places["note mark"] == (5, 23, "paragraph"), places)  # columns are characters
    expect(places["related link"] == (7, 1, "credit"), places)


@test
def places_of_markdown_are_those_of_the_source():
    drops = explained(MARKDOWN, "a.md")["drops"]
    lines = [(d["reason"], d["line"]) for d in drops]
    for want in [("front matter", 1), ("note mark", 7), ("related link", 9), ("related link", 11), ("note mark", 13)]:
        expect(want in lines, "%r is not in %r" % (want, lines))


@test
def a_quote_of_nobody_is_a_doubt():
    doubts = explained("It was late at the pier.\n\n“We sail at noon,” was heard from the dark.\n", "b.txt")["doubts"]
    expect(len(doubts) == 1 and doubts[0]["line"] == 3, doubts)


@test
def every_quote_that_the_unknown_speak_is_a_doubt():
    joint = "The boat was late.\n\n“We lost the nets at noon,” said Ann Cole and Ben Hart.\n\n“We swam,” was heard.\n"
    seen = 0
    for name, data in articles() + [("joint.txt", joint.encode())]:
        doc = json.loads(Run("script", "--json", "--explain", write(name, data)).ok().out)
        unknown = [s["id"] for s in doc["speakers"] if s["kind"] == "unknown"]
        doubts = {d.get("start") for d in doc["explain"]["doubts"]}
        for quote in doc["quotes"]:
            if any(u["speaker"] in unknown and u["start"] == quote["start"] for u in doc["utterances"]):
                expect(quote["start"] in doubts, "%s: %s" % (name, quote))
                seen += 1
    expect(seen >= 2, "only %d were seen" % seen)


@test
def a_speaker_whom_the_editor_names_is_no_doubt():
    sheet = Run("script", write("dark.txt", "Ann Cole came.\n\n“We sail at noon,” was heard from the dark.\n")).ok().out.decode()
    named = sheet.replace("\n[script]", "Carl Moor = fern, person\n\n[script]").replace("Unknown speaker: We", "Carl Moor: We")
    for text, count in [(sheet, 1), (named, 0)]:
        doc = json.loads(Run("script", "--json", "--explain", "--script", write("dark.script", text)).ok().out)
        expect(len(doc["explain"]["doubts"]) == count, doc["explain"])


@test
def people_get_a_line_each_without_controls():
    out = Run("script", "--explain", write("c.txt", TEXT + "\nAdvertisement\x1b[31m\n")).ok().out.decode()
    expect(out.startswith("read as text (a line is a paragraph), detail standard, language en, by Ann Cole, of 2026-11-03\n"), out)
    expect("3:1 left out, credit (date line): Nov. 3, 2026\n" in out, out)
    expect("\x1b" not in out, out)


@test
def what_is_left_out_for_one_reason_is_one_thing_to_people():
    links = "".join("<li><a href=/%d>Harbour news of day %d</a>" % (i, i) for i in range(20))
    page = "<!doctype html><nav><ul>%s</ul></nav><article><h1>Ferry</h1><p>%s</article>" % (links, "The ferry left at noon. " * 30)
    out = Run("script", "--explain", write("d.html", page)).ok().out.decode()
    menu = [l for l in out.splitlines() if "Harbour news of day" in l]
    expect(len(menu) == 1 and ", 100 words): Harbour news of day 0 Harbour" in menu[0], out)


@test
def white_space_does_not_part_what_is_left_out():
    text = "Ferry sails\n\nThe ferry left at noon. It was full.\n\nRead more: The pier\n\nRead more: The tide\n\nIt was late.\n"
    out = Run("script", "--explain", write("e.txt", text)).ok().out.decode()
    lines = [l for l in out.splitlines() if "left out" in l]
    expect(len(lines) == 1 and lines[0].startswith("5:1 ") and "pier Read more: The tide" in lines[0], out)


@test
def several_inputs_are_told_apart():
    paths = [write("one\x1b.txt", TEXT), write("two.txt", TEXT)]
    lines = Run("script", "--explain", *paths).ok().out.decode().splitlines()
    heads = [l for l in lines if "read as" in l]
    expect([h.split(": ")[0].endswith(n) for h, n in zip(heads, ["one.txt", "two.txt"])] == [True, True], heads)


@test
def without_the_option_nothing_is_explained():
    expect("explain" not in script(TEXT), "the default has it")


@test
def each_article_explains_all_that_is_skipped():
    for name, data in articles():
        doc = json.loads(Run("script", "--json", "--explain", write(name, data)).ok().out)
        spans = [(d["start"], d["end"]) for d in doc["explain"]["drops"]]
        expect(spans == [(d["start"], d["end"]) for d in doc["skipped"]], name)


run_tests()
