#!/usr/bin/env python3
"""Pages that are made to cost a parser its square are read or refused in about a second, within
200 MB, whatever their size."""
import os, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from kit import CONFIG, LECTERN, SLOW, expect, run_tests, test, write

MIB = 1 << 20
# Alone on a machine each takes less than 1 s at the small size, 2 s at the large one.
LIMIT_S, LARGE_LIMIT_S, MEMORY_MB = 4 * SLOW, 10 * SLOW, 200


def fill(begin, piece, end=""):
    return lambda size: begin + piece * ((size - len(begin) - len(end)) // len(piece)) + end


def numbered(begin, piece):
    return lambda size: begin + "".join(piece % i for i in range(size // (len(piece) + 4)))


def deep(element, piece):
    return lambda size: TEXT + ("<%s>" % element) * 9000 + piece * ((size - 60000) // len(piece))


TEXT = "<p>The river rose on Monday, the harbour master said.</p>"
PAGES = {
    "a hundred thousand nested divisions": fill(TEXT, "<div>"),
    "lists that nest and never end": fill(TEXT, "<ul><li>"),
    "quotations that nest and never end": fill(TEXT, "<blockquote>"),
    "tables in cells of tables": fill(TEXT, "<table><tr><td>"),
    "drawings in drawings": fill(TEXT, "<svg><desc>"),
    "formulas in formulas": fill(TEXT, "<math><mi>"),
    "templates in templates": fill(TEXT, "<template>"),
    "menus in menus": fill(TEXT, "<select><option>"),
    "bold that never ends": fill(TEXT, "<b>"),
    "bold words that never end": fill(TEXT, "<b>x"),
    "bold, slanted and underlined, and never ends": fill(TEXT, "<b><i><u>x"),
    "links that never end": fill(TEXT, "<a href=x>x"),
    "fonts, each another, opened anew in each paragraph": numbered(TEXT, "<p><font color=%d>x"),
    "fonts, all the same, in paragraphs": fill(TEXT, "<p><font>x"),
    "words between the rows of a table": fill(TEXT + "<table>", "x<b>"),
    "links put in front of a table": fill(TEXT + "<table>", "<a>x"),
    "bold that ends in another paragraph": fill(TEXT, "<b><p>x</b>"),
    "bold that ends in another division": fill(TEXT, "<b><div>x</b></div>"),
    "ends of paragraphs in 9,000 divisions": deep("div", "</p>"),
    "ends of spans in 9,000 divisions": deep("div", "</span>"),
    "items in 9,000 spans": deep("span", "<li>x"),
    "a tag of fifty thousand attributes": numbered(TEXT + "<p ", "a%d=1 "),
    "pages of pages, each with an attribute": numbered(TEXT, "<html a%d=1>"),
    "a million ampersands": fill(TEXT, "&amp;"),
    "ampersands alone": fill(TEXT, "&"),
    "references that do not exist": fill(TEXT, "&nothingofthekind"),
    "a million less-than signs": fill(TEXT, "<"),
    "a comment without an end": fill(TEXT + "<!--", "x-"),
    "comments": fill(TEXT, "<!--x-->"),
    "a script without an end": fill(TEXT + "<script>", "x<"),
    "a field without an end": fill(TEXT + "<textarea>", "</textare"),
    "paragraphs": fill(TEXT, "<p>x"),
    "breaks": fill(TEXT, "x<br>"),
    "headings": fill(TEXT, "<h1>River</h1>"),
    "bylines within each other": deep("div class=byline", "<p>By Ann</p>"),
    "bylines": fill(TEXT, "<p class=byline>By <a rel=author>Ann Cole</a></p>"),
    "declarations": fill(TEXT, "<meta name=author content='Ann Cole'>"),
    "linked data that nests": fill(TEXT + "<script type='application/ld+json'>", '{"a":[', "</script>"),
    "linked data, a list": fill(TEXT + "<script type='application/ld+json'>[", "1,", "1]</script>"),
    "linked data, authors by reference": fill(
        TEXT + "<script type='application/ld+json'>[", '{"@type":"Article","author":{"@id":"#a"}},', "1]</script>"),
}



def spend(name, data):
    """Status, last line of stderr, processor seconds, megabytes."""
    path = write(name, data)
    process = subprocess.Popen([LECTERN, "script", "--json", path],
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    err = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, err.decode("utf-8", "replace"), usage.ru_utime + usage.ru_stime, usage.ru_maxrss >> 10


def page_test(name, make, size, limit_s):
    def run():
        status, err, seconds, megabytes = spend("page.html", make(size).encode())
        expect(status in (0, 1), "status %d: %s" % (status, err[-300:]))
        expect((status == 1) == err.startswith("lectern: "), "status %d, yet it says: %s" % (status, err[-300:]))
        expect(seconds < limit_s, "%.2f s" % seconds)
        if CONFIG != "asan":
            expect(megabytes < MEMORY_MB, "%d MB" % megabytes)
        if os.environ.get("FIGURES"):
            print("# %.2f s, %d MB, status %d %s" % (seconds, megabytes, status, err.strip()[-90:]))
    run.__doc__ = "%s: %.1f MiB" % (name, size / MIB)
    test(run)


for number, (name, make) in enumerate(PAGES.items()):
    page_test(name, make, MIB // 2, LIMIT_S)
    if number % 3 == 0:
        page_test(name, make, 16 * MIB - 4096, LARGE_LIMIT_S)
run_tests()
