#!/usr/bin/env python3
"""What the program writes of its own is in the article's language: no English label stands in a German or
an Arabic episode, and a language that it has no words for is told in English that is marked as such."""
import glob, os, re, sys, xml.etree.ElementTree as xml, zipfile

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import narrate, tool
from kit import ROOT, expect, run_tests, scratch, test, write

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ARTICLES = {
    "de": """# Die letzte Fähre

Am Sonntag fährt die „Seeschwalbe“ zum letzten Mal. „Wir hören nur noch den Wind“, sagte Bürgermeister Hauke Petersen.

## Ein Damm kommt

Der neue Damm kostet 12,4 Millionen Euro.
""",
    "ar": """المنارة تعود إلى العمل

بقلم ليلى حداد

عادت منارة الميناء القديم إلى العمل يوم السبت بعد عشرين عاماً من الصمت. وقال العمدة سامي منصور: "انتظرنا هذا الضوء طويلاً."
""",
    "sw": """Kivuko cha mwisho

Kivuko cha zamani kimeondoka bandarini Jumapili asubuhi. Watu wengi walisimama ufukweni na kupunga mikono.
""",
}
# What programs read.
NOT_READ = ("report.json", "script.json")
_made = {}


def episode(language):
    if language not in _made:
        article = write("words-%s.md" % language if language == "de" else "words-%s.txt" % language, ARTICLES[language])
        _made[language] = narrate(scratch("words-" + language), "--no-cache", "--language", language, "--edition",
                                  "podcast,accessible", article=article)
    return _made[language]


def labels():
    """Rows of all languages: language -> label -> words."""
    rows = {}
    for path in glob.glob(os.path.join(ROOT, "src", "publish", "labels", "*.c")):
        with open(path, encoding="utf-8") as f:
            source = f.read()
        found = re.findall(r'\[((?:LABEL|PAGE)_\w+)\] =((?:\s*"(?:[^"\\]|\\.)*")+)', source)
        if found:
            rows[os.path.basename(path)[:-2]] = {name: "".join(re.findall(r'"((?:[^"\\]|\\.)*)"', words)) for name, words in found}
    return rows


def english_of(language):
    """Stretches of English labels that no label of the language has."""
    rows = labels()
    own = " ".join(rows.get(language, {}).values())
    pieces = {piece.strip(" :,.;()“”") for words in rows["en"].values() for piece in re.split(r"\{.\}", words)}
    return sorted(p for p in pieces if len(p) > 3 and p not in own)


def texts(folder):
    """name -> text of every file that people are shown, members of the EPUB and tags among them."""
    found = {}
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            if name in NOT_READ:
                continue
            if name.endswith(".epub"):
                book = zipfile.ZipFile(full)
                found.update({name + "/" + m: book.read(m).decode() for m in book.namelist() if m.endswith((".xhtml", ".opf", ".smil"))})
            elif name.endswith((".html", ".smil", ".vtt", ".srt", ".json")):
                with open(full, encoding="utf-8") as f:
                    found[os.path.relpath(full, folder)] = f.read()
            elif name.endswith(".mp3"):
                found[os.path.relpath(full, folder)] = tool("ffprobe", "-v", "error", "-show_format", "-show_chapters", full).stdout.decode()
    return found


@test
def the_table_is_read_whole():
    rows = labels()
    expect(len(rows) >= 25 and all(set(row) == set(rows["en"]) and all(row.values()) for row in rows.values()),
           {language: len(row) for language, row in rows.items()})
    expect("Contents" in english_of("de") and "Text" not in english_of("de"), english_of("de"))


def no_english(language, wanted):
    def run():
        found = texts(episode(language))
        expect(len(found) > 12, sorted(found))
        for name, text in found.items():
            text = re.sub(r" (<span lang=\"en\" dir=\"ltr\">)?\[synthetic voice\](</span>)?", "", text)  # for programs
            for piece in english_of(language):
                expect(not re.search(r"\b%s\b" % re.escape(piece), text), "%s says %r" % (name, piece))
        together = "\n".join(found.values())
        for words in wanted:
            expect(words in together, "nothing says %r" % words)
    run.__doc__ = "no file of an episode in %s says an English label" % language
    test(run)


no_english("de", [">Inhalt<", "Über diese Ausgabe", "Gelesen von synthetischen Stimmen", "<v Erzählstimme>", "(synthetische Stimme) [synthetic voice]"])
no_english("ar", [">المحتويات<", "عن هذا الإصدار", "<v الراوي>", "بقلم ليلى حداد", "الأصوات: "])


@test
def right_to_left_is_said_of_every_text():
    folder = episode("ar")
    found = texts(folder)
    for name, text in found.items():
        if name.endswith((".xhtml", ".html")):
            expect(re.search(r"<html[^>]* dir=\"rtl\"", text), "%s does not run from right to left" % name)
    package = [text for name, text in found.items() if name.endswith(".opf")][0]
    expect('<spine page-progression-direction="rtl">' in package, "pages are turned the wrong way")


@test
def english_is_marked_where_the_language_has_no_words():
    found = texts(episode("sw"))
    colophon = [xml.fromstring(text) for name, text in found.items() if name.endswith("/colophon.xhtml")][0]
    expect(colophon.get("lang") == colophon.get(XML_LANG) == "en" and "About this edition" in "".join(colophon.itertext()), colophon.attrib)
    contents = [text for name, text in found.items() if name.endswith("nav.xhtml")][0]
    expect('<h1 id="contents" lang="en" xml:lang="en">Contents</h1>' in contents, contents)
    expect(re.search(r'<nav epub:type="landmarks" lang="en" xml:lang="en" aria-label="Landmarks"', contents), contents)
    expect(re.search(r'<a epub:type="titlepage" href="part-001.xhtml" lang="sw" xml:lang="sw">', contents), contents)
    package = [text for name, text in found.items() if name.endswith(".opf")][0]
    expect('accessibilitySummary" xml:lang="en">' in package, package)
    expect('<footer lang="en" dir="ltr">' in found["large-print.html"], "the large print does not mark its English")


@test
def stations_are_told_in_english():
    article = write("words-de.md", ARTICLES["de"])
    folder = narrate(scratch("words-radio"), "--no-cache", "--language", "de", "--edition", "radio", "--rdxml", article=article)
    (sidecar,) = [n for n in os.listdir(os.path.join(folder, "radio")) if n.endswith(".xml")]
    with open(os.path.join(folder, "radio", sidecar), encoding="utf-8") as f:
        text = f.read()
    expect("synthetic voices" in text and "Stimmen" not in text, text)


run_tests()
