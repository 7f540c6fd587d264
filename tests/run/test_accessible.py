#!/usr/bin/env python3
"""The accessible edition, read back by other parsers and another decoder than the program's: all that
is seen in its books is heard, in order and on time; `check` finds what does not hold together."""
import hashlib, json, os, posixpath, re, shutil, sys, xml.etree.ElementTree as xml, zipfile

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import ARTICLE, expect_same_tree, narrate, read_json, tool
from kit import ROOT, Run, expect, run_tests, scratch, test, write

OPF, SMIL, XHTML = "{http://www.idpf.org/2007/opf}", "{http://www.w3.org/ns/SMIL}", "{http://www.w3.org/1999/xhtml}"
DC = "{http://purl.org/dc/elements/1.1/}"
URL = "https://example.org/lighthouse"
CHAPTERS = """# The Ferry & the Tide

By Ann Roe

It left at noon. “We wait,” said Tom Ash, the pilot.

#### Fares

Prices rose < twice in March.

###### Children

They travel free. “It is fair,” Ash said. “And old.”

#### Tides

1. High at six.
2. Low at noon.
"""
# What nests, is noted, is pictured, and is said by the program.
STRUCTURE = """---
title: “We wait” — a talk with Tom Ash
author: Ann Roe
---

# “We wait” — a talk with Tom Ash

![Two cranes over a dry dock](a.jpg)

It left at noon.[^1] The pilot, Tom Ash, said: “We wait for those who come.” Nobody knew: “Who goes there?”

## Tools

1. A radio
   - with a battery
     - in a bag
   - and a spare

   It was new.
2. A lamp

### Fares

| Year | Ships |
|------|------:|
| 2023 | 12 |

![A pilot boat at dawn](b.jpg)

[^1]: By the clock of the harbour.
"""
_made = {}


def episode(*options, article=ARTICLE):
    key = (options, article)
    if key not in _made:
        _made[key] = narrate(scratch("episode-%d" % len(_made)), "--no-cache", "--url", URL, *options, article=article)
    return _made[key]


def both():
    return episode("--edition", "podcast,accessible")


CHAPTERS_PATH = write("chapters.md", CHAPTERS)
STRUCTURE_PATH = write("structure.md", STRUCTURE)


def structure():
    return episode("--edition", "accessible", "--detail", "full", article=STRUCTURE_PATH)


def chapters(*options):
    return episode("--edition", "accessible", *options, article=CHAPTERS_PATH)


def epub_of(folder):
    return os.path.join(folder, os.path.basename(folder) + ".epub")


def seconds(clock):
    clock = re.sub(r"^npt=|s$", "", clock)
    return sum(float(part) * 60 ** i for i, part in enumerate(reversed(clock.split(":"))))


class Book:
    """An EPUB's parts in the order of reading: (document, its overlay's pars, its overlay's id)"""

    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        root = xml.fromstring(self.zip.read("META-INF/container.xml")).find(".//{*}rootfile").get("full-path")
        self.base = posixpath.dirname(root)
        self.package = xml.fromstring(self.zip.read(root))
        self.items = {i.get("id"): i for i in self.package.iter(OPF + "item")}
        self.spine = [self.items[i.get("idref")] for i in self.package.iter(OPF + "itemref")]
        self.metas = [(m.get("property"), m.get("refines"), m.text) for m in self.package.iter(OPF + "meta")]

    def read(self, name):
        return self.zip.read(posixpath.join(self.base, name))

    def values(self, name):
        return [text for key, _, text in self.metas if key == name]

    def pars(self, item):
        """(id, sound, begin, end) of each"""
        smil = xml.fromstring(self.read(self.items[item.get("media-overlay")].get("href")))
        return [(p.find(SMIL + "text").get("src").split("#")[1], p.find(SMIL + "audio").get("src"),
                 seconds(p.find(SMIL + "audio").get("clipBegin")), seconds(p.find(SMIL + "audio").get("clipEnd")))
                for p in smil.iter(SMIL + "par")]


def seen_words(node, ids, inside=False):
    """(words that are read, words that are not) of an element, names of speakers left out"""
    read, unread = [], []

    def visit(e, inside):
        inside = inside or e.get("id") in ids
        named = e.get("class") == "who"
        if e.text and not named:
            (read if inside else unread).extend(e.text.split())
        for child in e:
            visit(child, inside)
            if child.tail:
                (read if inside else unread).extend(child.tail.split())
    visit(node, inside)
    return read, unread


def transcript_words(folder):
    with open(os.path.join(folder, os.path.basename(folder) + ".vtt"), encoding="utf-8") as f:
        blocks = f.read().split("\n\n")
    text = " ".join(re.sub(r"<[^>]*>", "", b.split("\n", 1)[1]) for b in blocks if " --> " in b.split("\n")[0])
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()


# --- EPUB ---

@test
def an_epub_begins_with_its_type_and_is_dated_by_nobody():
    with open(epub_of(both()), "rb") as f:
        head = f.read(58)
    expect(head[26:30] == b"\x08\0\0\0" and head[30:] == b"mimetypeapplication/epub+zip", "it begins with %r" % head)
    archive = zipfile.ZipFile(epub_of(both()))
    expect(archive.testzip() is None, "a checksum is wrong")
    for info in archive.infolist():
        expect(info.date_time == (1980, 1, 1, 0, 0, 0), "%s is of %s" % (info.filename, info.date_time))
        expect(not info.extra, "%s has an extra field" % info.filename)
        stored = info.filename.endswith((".mp3", ".png")) or info.filename == "mimetype"
        expect((info.compress_type == zipfile.ZIP_STORED) == stored, "%s is packed by %d" % (info.filename, info.compress_type))


@test
def the_manifest_is_what_is_in_the_archive():
    book = Book(epub_of(both()))
    listed = {posixpath.join(book.base, i.get("href")) for i in book.items.values()}
    there = {n for n in book.zip.namelist() if n != "mimetype" and not n.startswith("META-INF/") and not n.endswith(".opf")}
    expect(listed == there, "they differ in %s" % (listed ^ there))


def expect_all_heard(folder):
    book = Book(epub_of(folder))
    words = []
    for item in book.spine:
        body = xml.fromstring(book.read(item.get("href"))).find(XHTML + "body")
        read, unread = seen_words(body, {p[0] for p in book.pars(item)})
        expect(not unread, "%s shows what is not read: %s" % (item.get("href"), unread[:5]))
        if item is not book.spine[-1]:
            words += read
    wanted = transcript_words(folder)
    expect(words == wanted, "the book has %d words, the transcript %d; %s" %
           (len(words), len(wanted), next(((a, b) for a, b in zip(words, wanted) if a != b), "")))


@test
def all_that_is_seen_is_heard_and_all_that_is_heard_is_seen():
    for folder in (both(), chapters(), chapters("--overlay", "word"), chapters("--detail", "full")):
        expect_all_heard(folder)


def expect_exact_times(folder):
    book = Book(epub_of(folder))
    total = 0
    for item in book.spine:
        before = 0
        for name, sound, begin, end in book.pars(item):
            expect(abs(begin - before) < 0.0005 and end > begin, "#%s of %s: %.3f to %.3f behind %.3f" % (name, sound, begin, end, before))
            before = end
        stated = [seconds(text) for key, of, text in book.metas if key == "media:duration" and of == "#" + item.get("media-overlay")]
        expect(len(stated) == 1 and abs(stated[0] - before) < 0.0005, "%s lasts %.3f, stated %s" % (item.get("href"), before, stated))
        total += before
    stated = [seconds(text) for key, of, text in book.metas if key == "media:duration" and not of]
    expect(len(stated) == 1 and abs(stated[0] - total) < 0.0005, "all lasts %.3f, stated %s" % (total, stated))


@test
def clips_have_no_gaps_and_durations_are_their_sums():
    for folder in (both(), chapters(), chapters("--overlay", "word")):
        expect_exact_times(folder)


def line_starts(folder):
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as f:
        return {m[0]: float(m[1]) for m in re.findall(r'id="(l\d+)" data-s="([\d.]+)"', f.read())}


@test
def a_clip_begins_when_the_page_says_that_its_line_does():
    for folder in (both(), chapters()):
        book, offset, starts = Book(epub_of(folder)), 0, line_starts(folder)
        for item in book.spine[:-1]:
            pars = book.pars(item)
            for name, _, begin, _ in pars[1:]:
                expect(abs(offset + begin - starts[name]) < 0.005, "#%s: %.3f + %.3f, the page says %.3f" % (name, offset, begin, starts[name]))
            lead = starts[pars[0][0]] - offset
            expect(0 <= lead < 0.6, "%s begins %.3f s before its first word" % (item.get("href"), lead))
            offset += pars[-1][3]


@test
def words_are_marked_one_by_one_where_that_is_wished():
    book = Book(epub_of(chapters("--overlay", "word")))
    words = [w for item in book.spine for w in book.pars(item)]
    expect(all(w[0].startswith("w") for w in words), "some clips are of lines")
    lines = Book(epub_of(chapters()))
    expect(len(words) > 4 * sum(len(lines.pars(i)) for i in lines.spine), "%d clips" % len(words))


def samples(path):
    run = tool("ffmpeg", "-hide_banner", "-nostdin", "-v", "error", "-i", path, "-ac", "1", "-f", "s16le", "-")
    expect(run.returncode == 0 and not run.stderr, "ffmpeg: %s" % run.stderr.decode())
    return run.stdout


@test
def the_parts_are_the_sound_of_the_episode_to_the_sample():
    folder = chapters()
    whole = samples(os.path.join(folder, os.path.basename(folder) + ".mp3"))
    offset, parts = 0, sorted(n for n in os.listdir(os.path.join(folder, "daisy")) if re.match(r"part-\d+\.mp3", n))
    expect(len(parts) >= 4, "only %s" % parts)
    for name in parts:
        part = samples(os.path.join(folder, "daisy", name))
        settled = 4 * 1152 * 2  # a decoder has not heard the frame before the first
        expect(part[settled:] == whole[offset + settled:offset + len(part)], "%s is not the sound from %d on" % (name, offset // 2))
        offset += len(part)
    expect(offset == len(whole), "parts have %d samples, the episode %d" % (offset // 2, len(whole) // 2))


@test
def contents_nest_as_headings_do_and_lead_to_them():
    book = Book(epub_of(chapters()))
    nav = xml.fromstring(book.read("nav.xhtml"))

    def outline(ol):
        return [(li.find(XHTML + "a").text, outline(li.find(XHTML + "ol")) if li.find(XHTML + "ol") is not None else []) for li in ol]
    found = outline(nav.find(".//" + XHTML + "nav").find(XHTML + "ol"))
    expect(found == [("The Ferry & the Tide", []), ("It left at noon.", []), ("Fares", [("Children", [])]), ("Tides", []), ("About this edition", [])],
           "contents: %s" % found)
    for a in nav.iter(XHTML + "a"):
        name, _, target = a.get("href").partition("#")
        ids = {e.get("id") for e in xml.fromstring(book.read(name)).iter()}
        expect(not target or target in ids, "%s leads nowhere" % a.get("href"))
    levels = [e.tag[len(XHTML):] for item in book.spine for e in xml.fromstring(book.read(item.get("href"))).iter() if re.fullmatch(r".*}h[1-6]", e.tag)]
    expect(levels == ["h1", "h2", "h3", "h2", "h1"], "levels: %s" % levels)


@test
def one_sentence_before_the_first_heading_is_found():
    article = write("short-start.md", "# The Ferry\n\nIt left at noon.\n\n## Fares\n\nThey are three pounds.\n")
    folder = narrate(scratch("short-start"), "--no-cache", "--edition", "accessible", article=article)
    ncc = parse(folder, "ncc.html")
    found = [a.text for a in ncc.iter(XHTML + "a")]
    expect(found == ["The Ferry", "It left at noon.", "Fares", "About this edition"], found)
    Run("check", folder).ok()


@test
def the_package_says_who_what_and_for_whom():
    book = Book(epub_of(both()))
    text = {name: [e.text for e in book.package.iter(DC + name)] for name in ("source", "rights", "creator", "language", "identifier")}
    expect(text["source"] == [URL] and text["language"] == ["en"] and all(text.values()), "it says %s" % text)
    expect(re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", text["identifier"][0]), text["identifier"])
    expect(book.values("dcterms:modified") == ["2026-11-03T00:00:00Z"], book.values("dcterms:modified"))
    expect(any("synthetic" in n for n in book.values("media:narrator")), "the narrator is not said to be synthetic")
    expect("EPUB Accessibility 1.1 - WCAG 2.2 Level AA" in book.values("dcterms:conformsTo"), "it claims nothing")
    expect("synchronizedAudioText" in book.values("schema:accessibilityFeature"), book.values("schema:accessibilityFeature"))
    colophon = " ".join(xml.fromstring(book.read(book.spine[-1].get("href"))).itertext())
    for needed in (URL, "Rights:", "synthetic voices", "Maren Oldcastle"):
        expect(needed in colophon, "the colophon does not say %r" % needed)


@test
def who_speaks_is_named_to_those_who_do_not_hear_it():
    book = Book(epub_of(chapters()))
    names = [e.text for item in book.spine for e in xml.fromstring(book.read(item.get("href"))).iter() if e.get("class") == "who"]
    expect(names == ["Tom Ash: ", "Tom Ash: "], "names, once in a paragraph: %s" % names)
    expect(b".who{position:absolute" in book.read("style.css"), "names are seen, though nobody reads them aloud")


@test
def an_identity_is_the_articles_and_the_date_is_given():
    one = Book(epub_of(both())).package.find(".//" + DC + "identifier").text
    other = Book(epub_of(chapters())).package.find(".//" + DC + "identifier").text
    expect(one == other, "the same address, and %s is not %s" % (one, other))
    path = scratch("epoch")
    Run("narrate", "-q", "-o", path, "--no-cache", "--edition", "accessible", CHAPTERS_PATH, env={"SOURCE_DATE_EPOCH": "1709210096"}).ok()
    book = Book(epub_of(os.path.join(path, os.listdir(path)[0])))
    expect(book.values("dcterms:modified") == ["2024-02-29T12:34:56Z"], book.values("dcterms:modified"))
    expect(book.package.find(".//" + DC + "identifier").text != one, "another article, the same identity")
    Run("narrate", "-o", path, ARTICLE, env={"SOURCE_DATE_EPOCH": "yesterday"}).refused(2)


# --- DAISY ---

def parse(folder, name):
    return xml.parse(os.path.join(folder, "daisy", name)).getroot()


@test
def the_daisy_book_leads_from_its_centre_to_every_sound():
    short = write("short.md", "# Rain\n\nBy Ann Roe\n\nIt rained.\n\n## Later\n\nIt stopped.\n")
    for folder in (structure(), chapters("--detail", "full"), episode("--edition", "accessible", article=short)):
        expect_led_to_every_sound(folder)


def expect_led_to_every_sound(folder):
    ncc = parse(folder, "ncc.html")
    metas = {m.get("name"): m.get("content") for m in ncc.iter(XHTML + "meta")}
    body = ncc.find(XHTML + "body")
    expect(body[0].tag == XHTML + "h1" and body[0].get("class") == "title", "it begins with %s" % body[0].tag)
    expect(metas["ncc:tocItems"] == str(len(body)) and metas["dc:format"] == "Daisy 2.02", metas)
    expect(int(metas["ncc:prodNotes"]) == len(body.findall(XHTML + "span[@class='optional-prodnote']")), "remarks: %s" % metas["ncc:prodNotes"])
    expect(int(metas["ncc:files"]) == len(os.listdir(os.path.join(folder, "daisy"))), metas["ncc:files"])
    total, parts = 0, []
    for a in ncc.iter(XHTML + "a"):
        name, _, target = a.get("href").partition("#")
        smil = parse(folder, name)
        expect(target in {e.get("id") for e in smil.iter()}, "%s leads nowhere" % a.get("href"))
        if name in parts:
            continue
        parts.append(name)
        clips = [(seconds(c.get("clip-begin")), seconds(c.get("clip-end")), c.get("src")) for c in smil.iter("audio")]
        expect(all(os.path.exists(os.path.join(folder, "daisy", c[2])) for c in clips), "sound is missing")
        said = {m.get("name"): m.get("content") for m in smil.iter("meta")}
        expect(abs(seconds(said["ncc:totalElapsedTime"]) - total) < 0.002, "%s begins at %s, not %.3f" % (name, said["ncc:totalElapsedTime"], total))
        total += clips[-1][1]
    expect(abs(seconds(metas["ncc:totalTime"]) - total) < 0.002, "%s, not %.3f" % (metas["ncc:totalTime"], total))
    there = {n for n in os.listdir(os.path.join(folder, "daisy")) if n.endswith(".smil")}
    expect(set(parts) | {"master.smil"} == there, "parts that nothing leads to: %s" % (there - set(parts)))


@test
def what_is_looked_for_is_in_the_centre_and_announcements_are_not():
    body = parse(structure(), "ncc.html").find(XHTML + "body")
    found = [(e.tag[len(XHTML):], e.get("class"), "".join(e.itertext())) for e in body]
    expect(found == [("h1", "title", "“We wait” — a talk with Tom Ash"),
                     ("div", "group", "Image: Two cranes over a dry dock"),
                     ("h2", None, "Tools"), ("h3", None, "Fares"),
                     ("span", "optional-prodnote", "Image: A pilot boat at dawn"),
                     ("span", "noteref", "Note 1. By the clock of the harbour."),
                     ("h2", None, "About this edition")], found)


@test
def what_is_passed_over_leaves_whole_sentences_and_tables():
    passed = {}
    for n in sorted(os.listdir(os.path.join(structure(), "daisy"))):
        if not re.fullmatch(r"part-\d+\.smil", n):
            continue
        words = {e.get("id"): " ".join("".join(e.itertext()).split()) for e in parse(structure(), n.replace(".smil", ".html")).iter() if e.get("id")}
        for par in parse(structure(), n).iter("par"):
            passed.setdefault(par.get("system-required"), []).append(words[par.find("text").get("src").split("#")[1]])
    expect(passed["footnote-on"] == ["Note 1.", "Note 1.", "By the clock of the harbour."], passed["footnote-on"])
    expect(passed["prodnote-on"] == ["Image:", "Two cranes over a dry dock", "Section:", "A list of 2 items.", "Section:",
                                     "Image:", "A pilot boat at dawn"], passed["prodnote-on"])
    expect(passed[None][-4:] == ["Year:", "2023", "Ships:", "12"], passed[None])


def markup(folder, name):
    """The body's elements and words alone."""
    with open(os.path.join(folder, name), encoding="utf-8") as f:
        text = f.read()
    body = text[text.index("<body>") + 6:text.index("</body>")]
    return re.sub(r"\s*(</?(?!strong)[a-z][^>]*>)\s*", r"\1", re.sub(r"</?span[^>]*>", "", body))


@test
def lists_stand_in_the_items_that_they_belong_to():
    wanted = ('<ol><li value="1">A radio<ul><li>with a battery<ul><li>in a bag</li></ul></li><li>and a spare</li></ul>'
              '<p>It was new.</p></li><li value="2">A lamp</li></ol>')
    for name in ("large-print.html", "daisy/part-003.html"):
        found = markup(structure(), name)
        expect(wanted in found, "%s: %s" % (name, found))


@test
def what_the_program_says_stands_with_what_it_is_about():
    found = markup(structure(), "large-print.html")
    for wanted in ('<p class="soft">Image: Two cranes over a dry dock</p>', "<p>It left at noon. Note 1. The pilot", "<p>Year: 2023 Ships: 12</p>",
                   '<p class="soft">Note 1. By the clock of the harbour.</p>', "<p>Section:</p><h2>Tools</h2>", "<h3>Fares</h3>"):
        expect(wanted in found, "not %s: %s" % (wanted, found))
    book = Book(epub_of(structure()))
    notes = [e for item in book.spine for e in xml.fromstring(book.read(item.get("href"))).iter() if e.get("role") == "doc-footnote"]
    expect(len(notes) == 1 and notes[0].get("{http://www.idpf.org/2007/ops}type") == "footnote", "notes: %s" % notes)


@test
def nobody_is_named_whom_the_text_has_just_named_or_nobody_knows():
    found = markup(structure(), "large-print.html")
    expect("Tom Ash, said: “We wait for those who come.” Nobody knew: “Who goes there?”" in found, found)
    expect("<h1>“We wait” — a talk with Tom Ash</h1>" in found, found)


@test
def a_daisy_book_runs_from_the_right_where_its_language_does():
    arabic = write("arabic.txt", "المنارة تعود إلى العمل\n\nعادت منارة الميناء القديم إلى العمل يوم السبت.\n")
    folder = episode("--edition", "accessible", "--language", "ar", article=arabic)
    for name in ("ncc.html", "part-001.html"):
        expect(parse(folder, name).get("dir") == "rtl", "%s runs from the left" % name)
    about = parse(folder, "ncc.html").findall(".//" + XHTML + "a")[-1]
    colophon = parse(folder, "colophon.html").get("lang")
    expect(about.get("lang", "ar") == colophon, "the link to the colophon is in %s, the colophon in %s" % (about.get("lang"), colophon))


@test
def both_books_have_the_same_text_and_sound():
    folder = chapters()
    book = Book(epub_of(folder))
    for item in book.spine:
        name = item.get("href").replace(".xhtml", "")
        epub = " ".join("".join(xml.fromstring(book.read(item.get("href"))).find(XHTML + "body").itertext()).split())
        daisy = " ".join("".join(parse(folder, name + ".html").find(XHTML + "body").itertext()).split())
        expect(epub == daisy, "%s: %r, %r" % (name, epub[:80], daisy[:80]))
        with open(os.path.join(folder, "daisy", name + ".mp3"), "rb") as f:
            expect(f.read() == book.read(name + ".mp3"), "%s.mp3 differs" % name)


# --- The rest of the edition ---

@test
def the_large_print_has_every_word_and_names_who_speaks():
    with open(os.path.join(chapters(), "large-print.html"), encoding="utf-8") as f:
        page = f.read()
    main = page[page.index("<main>"):page.index("</main>")]
    expect(page.count("<h1>") == 1, "its title stands there %d times" % page.count("<h1>"))
    text = re.sub(r"<strong>.*?</strong>|<[^>]+>", " ", main).replace("&lt;", "<").replace("&amp;", "&").split()
    expect(text == transcript_words(chapters()), "it says %s" % text)
    expect("<strong>Tom Ash:</strong>" in page and "synthetic voices" in page and "18pt" in page, "something is missing")


@test
def a_row_of_a_table_is_one_paragraph():
    folder = episode("--edition", "accessible", article=os.path.join(ROOT, "tests", "cases", "market.md"))
    with open(os.path.join(folder, "large-print.html"), encoding="utf-8") as f:
        page = f.read()
    expect("<p>Street: Orchard Road Benches: 9 Broken: 1</p>" in page, page[page.index("<main>"):])
    expect("<p>A code sample is left out.</p>" in page, "what stands between blocks went into one")


@test
def the_page_offers_the_books_whatever_the_order_of_editions():
    for folder in (both(), chapters(), episode("--edition", "accessible,podcast")):
        with open(os.path.join(folder, "index.html"), encoding="utf-8") as f:
            page = f.read()
        for name in (os.path.basename(folder) + ".epub", "daisy/ncc.html", "large-print.html", os.path.basename(folder) + ".mp3"):
            expect('href="%s"' % name in page, "%s is not offered" % name)
        expect(page.count("<source ") == 1 and "daisy/part" not in page, "parts are offered as the episode")
    expect_same_tree(both(), episode("--edition", "accessible,podcast"))


@test
def workers_and_runs_leave_no_trace():
    for workers in ("1", "2", "8"):
        expect_same_tree(chapters(), episode("--edition", "accessible", "-j", workers, article=CHAPTERS_PATH))
        expect_same_tree(chapters("--overlay", "word"), episode("--edition", "accessible", "--overlay", "word", "-j", workers, article=CHAPTERS_PATH))


@test
def a_slip_is_told_at_once():
    Run("narrate", "--overlay", "page", ARTICLE).refused(2)
    Run("narrate", "--edition", "accessible,accessible", ARTICLE).refused(2)
    Run("narrate", "--edition", "braille", ARTICLE).refused(2)


# --- lectern check ---

def copy_of(folder, name="tampered"):
    path = os.path.join(scratch(name), os.path.basename(folder))
    shutil.copytree(folder, path)
    return path


def admit(folder, *names):
    """Has the report say what stands there now, so that only what is inside a file can be wrong."""
    report = read_json(folder, "report.json")
    for file in report["files"]:
        if file["name"] in names:
            with open(os.path.join(folder, file["name"]), "rb") as f:
                data = f.read()
            file["bytes"], file["sha256"] = len(data), hashlib.sha256(data).hexdigest()
    with open(os.path.join(folder, "report.json"), "w", encoding="utf-8") as f:
        json.dump(report, f)


def expect_fault(folder, *words):
    run = Run("check", folder)
    lines = run.err.decode().splitlines()
    expect(run.status == 1 and any(all(w in l for w in words) for l in lines), "wanted %s: status %d, %s" % (words, run.status, lines))


def repacked(edit, first="mimetype"):
    """An episode whose EPUB was taken apart and put together again; `edit` changes name -> bytes."""
    folder = copy_of(chapters())
    path = epub_of(folder)
    with zipfile.ZipFile(path) as old:
        files = {n: old.read(n) for n in old.namelist()}
    edit(files)
    with zipfile.ZipFile(path, "w") as new:
        for name in sorted(files, key=lambda n: n != first):
            new.writestr(zipfile.ZipInfo(name), files[name])
    admit(folder, os.path.basename(path))
    return folder


def swap(name, old, new):
    def edit(files):
        expect(re.search(old, files[name]), "%s is not in %s" % (old, name))
        files[name] = re.sub(old, new, files[name], count=1)
    return edit


@test
def check_is_content_with_whole_books():
    for folder in (both(), chapters(), chapters("--overlay", "word"), repacked(lambda files: None)):
        expect(Run("check", folder).ok().err == b"", "it complains")


@test
def check_finds_what_is_wrong_inside_an_epub():
    smil, text, package = "EPUB/part-002.smil", "EPUB/part-002.xhtml", "EPUB/package.opf"
    expect_fault(repacked(lambda f: None, first="EPUB/style.css"), "begin with its type")
    expect_fault(repacked(lambda f: f.pop("META-INF/container.xml")), "container.xml", "not in the archive")
    expect_fault(repacked(lambda f: f.pop("EPUB/nav.xhtml")), "nav.xhtml", "not in the archive")
    expect_fault(repacked(lambda f: f.update({"EPUB/more.txt": b"x"})), "more.txt", "not in the manifest")
    expect_fault(repacked(swap(text, rb"</section>", b"<p>Unheard.</p></section>")), "does not read", "Unheard")
    expect_fault(repacked(swap(text, rb'id="l\d+"', b'id="gone"')), "not in the text")
    expect_fault(repacked(swap(text, rb"</section>", b"")), "part-002.xhtml")
    expect_fault(repacked(swap(smil, rb'clipEnd="[^"]*"', b'clipEnd="00:59:00.000"')), "too short")
    expect_fault(repacked(swap(smil, rb'clipEnd="[^"]*"', b'clipEnd="soon"')), "does not follow")
    expect_fault(repacked(swap(smil, rb'clipBegin="[^"]*" clipEnd="([^"]*)"', rb'clipBegin="\1" clipEnd="00:00:00.000"')), "does not follow")
    expect_fault(repacked(swap(package, rb'(refines="#part-002-overlay">)[^<]*', rb"\g<1>00:00:01.000")), "part-002.smil lasts 1.000 s")
    expect_fault(repacked(swap(package, rb'("media:duration">)[^<]*', rb"\g<1>00:00:01.000")), "the book lasts 1.000 s")
    expect_fault(repacked(swap(package, rb' media-overlay="part-002-overlay"', b"")), "read along with nothing")
    expect_fault(repacked(lambda f: f.update({"EPUB/part-002.mp3": b"no sound"})), "part-002.smil", "not there or too short")


@test
def check_finds_a_damaged_archive():
    folder = copy_of(chapters())
    path = epub_of(folder)
    with open(path, "r+b") as f:
        data = f.read()
        f.seek(data.index(b"ID3") + 5000)
        f.write(b"damaged")
    admit(folder, os.path.basename(path))
    expect_fault(folder, ".mp3", "is damaged")
    with open(path, "r+b") as f:
        f.truncate(len(data) - 100)
    admit(folder, os.path.basename(path))
    expect_fault(folder, os.path.basename(path), "cannot read")


def daisy_with(name, old, new):
    folder = copy_of(chapters())
    path = os.path.join(folder, "daisy", name)
    with open(path, encoding="utf-8") as f:
        text = f.read()
    expect(re.search(old, text), "%s is not in %s" % (old, name))
    with open(path, "w", encoding="utf-8") as f:
        f.write(re.sub(old, new, text, count=1))
    admit(folder, "daisy/" + name)
    return folder


@test
def check_finds_what_is_wrong_inside_a_daisy_book():
    expect_fault(daisy_with("ncc.html", r'<meta name="dc:creator"[^>]*>', ""), "dc:creator", "not in ncc.html")
    expect_fault(daisy_with("ncc.html", r"part-003.smil#p\d+", "part-003.smil#p999"), "leads nowhere")
    expect_fault(daisy_with("ncc.html", r"part-003.smil", "part-009.smil"), "part-009.smil")
    expect_fault(daisy_with("ncc.html", r"part-003.smil", "../../part-009.smil"), "part-009.smil")
    expect_fault(daisy_with("ncc.html", r'(totalTime" content=")[^"]*', r"\g<1>00:00:01.000"), "the book lasts 1.000 s")
    expect_fault(daisy_with("ncc.html", r'(tocItems" content=")[^"]*', r"\g<1>3"), "ncc:tocItems")
    expect_fault(daisy_with("ncc.html", r"<h3([^>]*>.*)</h3>", r"<h5\1</h5>"), "leaves out a level")
    expect_fault(daisy_with("part-002.smil", r'clip-end="[^"]*"', 'clip-end="npt=3000s"'), "too short")
    expect_fault(daisy_with("part-002.smil", r"part-002.mp3", "part-999.mp3"), "not there or too short")
    expect_fault(daisy_with("part-002.smil", r'(timeInThisSmil" content=")[^"]*', r"\g<1>00:00:01.000"), "part-002.smil lasts 1.000 s")
    expect_fault(daisy_with("part-002.html", r"</body>", "<p>Unheard.</p></body>"), "does not read", "Unheard")


@test
def check_follows_folders_but_nothing_that_leads_out_of_them():
    folder = copy_of(chapters())
    with open(os.path.join(folder, "daisy", "more.txt"), "w") as f:
        f.write("x")
    expect_fault(folder, "daisy/more.txt", "not in the report")
    folder = copy_of(chapters())
    os.mkdir(os.path.join(folder, "empty"))
    expect_fault(folder, "empty", "not in the report")
    folder = copy_of(chapters())
    os.rename(os.path.join(folder, "daisy"), folder + ".daisy")
    os.symlink(folder + ".daisy", os.path.join(folder, "daisy"))
    expect_fault(folder, "daisy/ncc.html", "link")
    folder = copy_of(chapters())
    os.mkfifo(os.path.join(folder, "pipe.vtt"))
    report = read_json(folder, "report.json")
    report["files"].append({"name": "pipe.vtt", "bytes": 1, "sha256": "0"})
    with open(os.path.join(folder, "report.json"), "w") as f:
        json.dump(report, f)
    expect_fault(folder, "pipe.vtt is no regular file")
    os.remove(os.path.join(folder, "report.json"))
    os.mkfifo(os.path.join(folder, "report.json"))
    expect_fault(folder, "report.json cannot be opened")
    for name in ("../secret", "/etc/hostname", "daisy/../../secret", "daisy//ncc.html", "daisy/.hidden", "daisy/"):
        folder = copy_of(chapters())
        report = read_json(folder, "report.json")
        report["files"].append({"name": name, "bytes": 1, "sha256": "0"})
        with open(os.path.join(folder, "report.json"), "w") as f:
            json.dump(report, f)
        expect_fault(folder, "without a plain name")


@test
def check_measures_every_file_whose_loudness_is_stated():
    folder = copy_of(both())
    report = read_json(folder, "report.json")
    stated = [f for f in report["files"] if "loudness" in f]
    expect(len(stated) == 1 and stated[0]["name"].endswith(".mp3"), "stated of %s" % [f["name"] for f in stated])
    stated[0]["loudness"]["integrated_lufs"] = -23
    with open(os.path.join(folder, "report.json"), "w") as f:
        json.dump(report, f)
    expect_fault(folder, "the report says -23.00")


run_tests()
