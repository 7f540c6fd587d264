#!/usr/bin/env python3
"""EPUB from outside: a book is narrated, its script is edited, and archives that are broken, protected or
made to do harm are refused in one line, soon, and in little memory."""
import io, json, os, resource, struct, subprocess, sys, time, zipfile, zlib

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "same")]
from kit import CONFIG, LECTERN, Run, expect, run_tests, scratch, test, write
from render import CONTAINER, XHTML, pack

MIMETYPE = ("mimetype", "application/epub+zip")
CHAPTERS = [
    ("c1.xhtml", "<p>The tide came early.<a epub:type='noteref' href='notes.xhtml#n1'>1</a> “It always does,” said Ann Cole.</p>"),
    ("c2.xhtml", "<h2>The rope</h2><p>She coiled it twice.</p><span epub:type='pagebreak' id='p9'>9</span><p>Nobody saw.</p>"),
    ("notes.xhtml", "<section epub:type='endnotes'><ol><li id='n1'>By an hour. <a href='c1.xhtml#r1'>↩</a></li></ol></section>"),
]


def package(names, metadata=""):
    items = "".join('<item id="i%d" href="%s" media-type="application/xhtml+xml"/>' % (i, n) for i, n in enumerate(names))
    spine = "".join('<itemref idref="i%d"/>' % i for i in range(len(names)))
    return ('<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
            "<dc:title>The Early Tide</dc:title><dc:creator>Noor Haddad</dc:creator><dc:language>en</dc:language>%s</metadata><manifest>%s"
            '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest><spine>%s</spine></package>'
            % (metadata, items, spine))


def members(chapters=CHAPTERS, extra=()):
    nav = XHTML % '<nav epub:type="toc"><ol><li><a href="c1.xhtml">The tide</a></li><li><a href="c2.xhtml">Rope</a></li></ol></nav>'
    return ([MIMETYPE, ("META-INF/container.xml", CONTAINER), ("book/package.opf", package([n for n, _ in chapters])), ("book/nav.xhtml", nav)]
            + [("book/" + n, XHTML % t) for n, t in chapters] + list(extra))


BOOK = pack(members())


def read(data, name="book.epub", *options):
    return json.loads(Run("script", "--json", *options, write(name, data)).ok().out)


def refused(data, said, name="book.epub"):
    run = Run("script", write(name, data))
    run.refused(1)
    expect(said in run.err.decode(), "%r is not in %r" % (said, run.err))
    return run


@test
def a_book_becomes_an_episode_with_its_chapters():
    out = scratch("episodes")
    Run("narrate", "-q", "-o", out, "--no-cache", write("book.epub", BOOK), timeout=300).ok()
    folder = os.path.join(out, os.listdir(out)[0])
    with open(os.path.join(folder, "chapters.json"), encoding="utf-8") as f:
        titles = [c["title"] for c in json.load(f)["chapters"]]
    expect(titles == ["The Early Tide", "The tide", "The rope"], titles)
    with open(os.path.join(folder, "report.json"), encoding="utf-8") as f:
        report = json.load(f)
    expect(report["coverage"]["unaccounted"] == 0, report["coverage"])
    reasons = {d["reason"] for d in report["skipped"]}
    expect({"note mark", "page number", "link back from a note"} <= reasons, reasons)
    expect("Ann Cole" in {s["name"] for s in report["speakers"]}, report["speakers"])
    Run("check", folder, timeout=300).ok()


@test
def places_name_the_document():
    drops = read(BOOK, "book.epub", "--explain")["explain"]["drops"]
    places = {(d["reason"], d["document"]) for d in drops}
    expect(("page number", "book/c2.xhtml") in places and ("link back from a note", "book/notes.xhtml") in places, places)
    shown = Run("script", "--explain", write("book.epub", BOOK)).ok().out.decode()
    expect("book/c2.xhtml:3:1 left out, page (page number): 9\n" in shown, shown)


@test
def a_script_of_a_book_can_be_edited_and_narrated_with_and_without_it():
    path = write("book.epub", BOOK)
    sheet = Run("script", path).ok().out.decode()
    same = Run("script", "--script", write("same.script", sheet)).ok().out.decode()
    expect(same == sheet, "read again it differs")
    edited = write("edited.script", sheet.replace("\nNarrator: Nobody saw.", "\n- Narrator: Nobody saw."))
    for inputs in ([], [path], ["--input-format", "epub"]):
        doc = json.loads(Run("script", "--json", "--script", edited, *inputs).ok().out)
        expect("left out in the script" in {d["reason"] for d in doc["skipped"]}, doc["skipped"])
    newer = write("newer.epub", pack(members([("c0.xhtml", "<p>A new page.</p>")] + CHAPTERS)))
    doc = json.loads(Run("script", "--json", "--script", edited, newer).ok().out)
    expect("A new page." in doc["text"] and "left out in the script" in {d["reason"] for d in doc["skipped"]}, doc["skipped"])
    cut = sheet[:sheet.rindex("</html>")]
    Run("script", "--script", write("cut.script", cut)).refused(1)


@test
def content_tells_a_book_whatever_its_name():
    doc = read(BOOK, "book.bin")
    expect("The tide came early." in doc["text"], doc["text"])
    stdin = Run("script", "--json", "-", stdin=BOOK).ok()
    expect(json.loads(stdin.out)["title"] == "The Early Tide", stdin.out)


@test
def archives_that_are_no_whole_books_are_refused():
    refused(BOOK[:len(BOOK) // 2], "cut short")
    refused(BOOK[:100], "cut short")
    refused(b"PK\x05\x06" + b"\0" * 18, "container.xml is missing")
    refused(pack([MIMETYPE, ("a.txt", "words")]), "container.xml is missing")
    refused(pack(members()[:2]), "book/package.opf is missing")
    refused(pack(members()[:-2]), "book/c2.xhtml is missing")
    refused(pack([MIMETYPE, ("META-INF/container.xml", "<container/>")]), "names no package")
    refused(pack([MIMETYPE, ("META-INF/container.xml", "<container>\n<x")]), "META-INF/container.xml, line 2")
    refused(pack(members()[:2] + [("book/package.opf", "<package/>")]), "no order of reading")
    refused(pack(members([("c1.xhtml", "<img src='x'/>")])), "no text")
    refused(pack([("word/document.xml", "<w/>")]), "ZIP", name="letter.docx")
    run = Run("script", "--input-format", "epub", write("no.epub", "words"))
    run.refused(1)


@test
def damage_within_a_member_is_noticed():
    with zipfile.ZipFile(io.BytesIO(BOOK)) as z:
        info = z.getinfo("book/c2.xhtml")
    at = info.header_offset + 30 + len(info.filename) + info.compress_size // 2
    refused(BOOK[:at] + bytes([BOOK[at] ^ 0xFF]) + BOOK[at + 1:], "book/c2.xhtml is damaged")


@test
def protected_books_are_refused():
    def encryption(algorithm):
        return ("META-INF/encryption.xml", '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod Algorithm="%s"/>'
                '<e:CipherData><e:CipherReference URI="book/c1.xhtml"/></e:CipherData></e:EncryptedData></encryption>' % algorithm)
    for extra in [encryption("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), ("META-INF/rights.xml", "<rights/>"),
                  ("META-INF/sinf.xml", "<sinf/>"), ("META-INF/license.lcpl", "{}"), ("META-INF/encryption.xml", "<broken")]:
        refused(pack(members(extra=[extra])), "protected")
    fonts = pack(members(extra=[encryption("http://www.idpf.org/2008/embedding"), ("book/a.otf", "font")]))
    expect("The tide came early." in read(fonts)["text"], "scrambled fonts are no protection")


@test
def names_are_names_and_lead_nowhere():
    evil = members(extra=[("../../../../etc/passwd", "x"), ("/etc/shadow", "y"), ("C:\\\\boot.ini", "z")])
    expect("The tide came early." in read(pack(evil))["text"], "members that nothing names do no harm")
    for name in ["../../../../../etc/passwd", "/etc/passwd", "..%2f..%2f..%2f..%2fetc/passwd"]:
        refused(pack(members()[:2] + [("book/package.opf", package([name]))]), "etc/passwd is missing")
    outside = members(CHAPTERS[:1] + [("https://example.org/c2.xhtml", "<p>x</p>")])
    expect("The tide came early." in read(pack(outside))["text"], "what is elsewhere is left alone")


def zeros(size):
    """`size` zeros deflated, without ever holding them."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    out, crc, block = [], 0, b" " * (1 << 20)
    for _ in range(size >> 20):
        out.append(deflate.compress(block))
        crc = zlib.crc32(block, crc)
    return b"".join(out) + deflate.flush(), crc


def raw_archive(entries):
    """A ZIP archive of (name, deflated bytes, crc, size that is stated)."""
    out, table = b"", b""
    for name, data, crc, size in entries:
        name = name.encode()
        head = struct.pack("<HHHHHIIIHH", 20, 0, 8, 0, 0x21, crc, len(data), size, len(name), 0)
        table += b"PK\x01\x02" + struct.pack("<H", 20) + head + struct.pack("<HHHII", 0, 0, 0, 0, len(out)) + name
        out += b"PK\x03\x04" + head + name + data
    return out + table + b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, len(entries), len(entries), len(table), len(out), 0)


def deflated(text):
    data = text.encode()
    deflate = zlib.compressobj(9, zlib.DEFLATED, -15)
    return deflate.compress(data) + deflate.flush(), zlib.crc32(data), len(data)


def measured(data):
    """Refused: seconds, and MB at most."""
    path = write("bomb.epub", data)
    pid = os.fork()
    if pid == 0:
        with open(os.devnull, "w") as null, open(path + ".err", "w") as err:
            os.dup2(null.fileno(), 1)
            os.dup2(err.fileno(), 2)
        os.execv(LECTERN, [LECTERN, "script", path])
    start = time.monotonic()
    _, status, usage = os.wait4(pid, 0)
    with open(path + ".err") as f:
        said = f.read()
    expect(os.waitstatus_to_exitcode(status) == 1 and said.count("\n") == 1, "status %d: %s" % (status, said))
    return time.monotonic() - start, usage.ru_maxrss / 1024, said


@test
def bombs_are_refused_at_once_and_in_little_memory():
    base = [(n, *deflated(t)) for n, t in members()]
    data, crc = zeros(1 << 30)
    half, half_crc = zeros(60 << 20)
    small, small_crc = zeros(4 << 20)
    bombs = [
        ("one of a gigabyte", base + [("book/big.xhtml", data, crc, 1 << 30)], "64 MiB"),
        ("twenty of sixty megabytes", base + [("book/%d" % i, half, half_crc, 60 << 20) for i in range(20)], "times its size"),
        ("a ratio", base + [("book/x", small, small_crc, 4 << 20)], "times its size"),
        ("more than it states", [(n, small, small_crc, 100) if n == "book/c1.xhtml" else (n, d, c, s) for n, d, c, s in base], "damaged"),
        ("a gigabyte behind a small size", [(n, data, crc, 100) if n == "book/c1.xhtml" else (n, d, c, s) for n, d, c, s in base], "damaged"),
        ("many members", base + [("m%d" % i, b"\x03\0", 0, 0) for i in range(30000)], "members"),
    ]
    for name, entries, said in bombs:
        seconds, mb, message = measured(raw_archive(entries))
        expect(said in message, "%s: %s" % (name, message))
        expect(CONFIG != "release" or (seconds < 1 and mb < 200), "%s: %.2f s, %.0f MB" % (name, seconds, mb))
        print("# %s: %.2f s, %.0f MB" % (name, seconds, mb))


@test
def documents_beyond_the_bound_are_refused():
    page = "<p>" + " ".join("word%d" % i for i in range(90000)) + "</p>"
    names = ["c%d.xhtml" % i for i in range(40)]
    data = pack(members([(n, page) for n in names]))
    refused(data, "more than 32 MiB")


if __name__ == "__main__":
    run_tests()
