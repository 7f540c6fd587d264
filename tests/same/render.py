"""One article in four formats.

A source has a head of "key: value" lines and then a block a line: "= heading", "> quotation",
"- item", "1. item", "~" (a scene ends), "note 1: words", else a paragraph. In a line stand
{em:words}, {link:words|address} and {note:1}.
"""
import html, io, re, zipfile

INLINE = re.compile(r"\{(em|link|note):([^}|]*)(?:\|([^}]*))?\}")
NAMED = {"’": "&rsquo;", "“": "&ldquo;", "”": "&#8221;", "—": "&mdash;", "é": "&eacute;", "ü": "&#xFC;", "«\u00a0": "&laquo;&nbsp;"}


class Article:
    def __init__(self, source):
        self.head, self.blocks = {}, []
        for line in source.splitlines():
            key = re.match(r"(title|byline|language): (.*)", line)
            if key and not self.blocks:
                self.head[key.group(1)] = key.group(2)
            elif line.strip():
                self.blocks.append(self.block(line))
        self.title, self.byline, self.language = (self.head[k] for k in ("title", "byline", "language"))

    @staticmethod
    def block(line):
        for kind, pattern in [("heading", r"= (.*)"), ("quote", r"> (.*)"), ("item", r"- (.*)"), ("number", r"\d+\. (.*)"),
                              ("break", r"(~)$"), ("note", r"note (\d+: .*)")]:
            match = re.match(pattern, line)
            if match:
                return kind, match.group(1)
        return "paragraph", line

    def has(self, kind):
        return any(k == kind for k, _ in self.blocks)

    def groups(self):
        """Blocks of a kind that follow each other, as lists and quotations do."""
        groups = []
        for kind, words in self.blocks:
            if groups and groups[-1][0] == kind and kind in ("quote", "item", "number", "note"):
                groups[-1][1].append(words)
            else:
                groups.append((kind, [words]))
        return groups


def by(article):
    return {"en": "By ", "de": "Von ", "fr": "Par ", "es": "Por "}[article.language] + article.byline


# --- plain text: emphasis, links and marks of notes cannot be told

def plain(words):
    return INLINE.sub(lambda m: "" if m.group(1) == "note" else m.group(2), words)


def as_text(article):
    out = [article.title, by(article)]
    for kind, words in article.groups():
        marks = {"item": "- ", "quote": "", "break": "", "heading": "", "paragraph": ""}
        if kind == "break":
            out.append("* * *")
        elif kind in ("number", "note"):
            out.append("\n".join("%d. %s" % (i, plain(w)) for i, w in enumerate(words, 1)))
        else:
            glue = "\n" if kind == "item" else "\n\n"
            out.append(glue.join(marks[kind] + plain(w) for w in words))
    return "\n\n".join(out) + "\n"


# --- Markdown

def as_markdown(article):
    def line(words):
        shapes = {"em": "*%s*", "link": "[%s](%s)", "note": "[^%s]"}
        def inline(m):
            return shapes[m.group(1)] % ((m.group(2), m.group(3)) if m.group(1) == "link" else m.group(2))
        return INLINE.sub(inline, words)

    out = ["# " + article.title, by(article)]
    for kind, words in article.groups():
        if kind == "quote":
            out.append("\n>\n".join("> " + line(w) for w in words))
        elif kind == "item":
            out.append("\n".join("- " + line(w) for w in words))
        elif kind == "number":
            out.append("\n".join("%d. %s" % (i, line(w)) for i, w in enumerate(words, 1)))
        elif kind == "note":
            out.append("\n\n".join("[^%s]: %s" % tuple(line(w).split(": ", 1)) for w in words))
        else:
            out.append({"heading": "## %s", "break": "***%.0s", "paragraph": "%s"}[kind] % line(words[0]))
    return ("---\nlang: %s\n---\n\n" % article.language) + "\n\n".join(out) + "\n"


# --- HTML and XHTML

def markup(words, note, named):
    def inline(m):
        kind, inner, address = m.group(1), html.escape(m.group(2), False), m.group(3)
        return {"em": "<em>%s</em>" % inner, "link": '<a href="%s">%s</a>' % (address, inner), "note": note % {"n": inner}}[kind]
    out, at = [], 0
    for m in INLINE.finditer(words):
        out += [html.escape(words[at:m.start()], False), inline(m)]
        at = m.end()
    text = "".join(out) + html.escape(words[at:], False)
    for plain_form, name in NAMED.items() if named else ():
        text = text.replace(plain_form, name)
    return text


def body(article, note_mark, note, named):
    out = ["<h1>%s</h1>" % markup(article.title, "", named), '<p class="byline">%s</p>' % by(article)]
    for kind, words in article.groups():
        lines = [markup(w, note_mark, named) for w in words]
        if kind == "quote":
            out.append("<blockquote>%s</blockquote>" % "".join("<p>%s</p>" % l for l in lines))
        elif kind in ("item", "number"):
            tag = "ul" if kind == "item" else "ol"
            out.append("<%s>%s</%s>" % (tag, "".join("<li>%s</li>" % l for l in lines), tag))
        elif kind == "note":
            out.append(note("".join('<li id="n%s"><p>%s <a href="#r%s" class="footnote-backref">↩</a></p></li>' % (n, t, n)
                                    for n, t in (l.split(": ", 1) for l in lines))))
        else:
            out.append({"heading": "<h2>%s</h2>", "break": "<hr/>%.0s", "paragraph": "<p>%s</p>"}[kind] % lines[0])
    return "\n".join(out)


def as_html(article):
    inner = body(article, '<sup id="r%(n)s"><a href="#n%(n)s">%(n)s</a></sup>',
                 lambda items: '<section class="footnotes"><ol>%s</ol></section>' % items, True)
    return ('<!doctype html>\n<html lang="%s">\n<head><meta charset="utf-8"><title>%s</title></head>\n<body><article>\n%s\n</article></body></html>\n'
            % (article.language, html.escape(article.title), inner))


PACKAGE = """<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">urn:x:1</dc:identifier>
<dc:title>%s</dc:title><dc:creator>%s</dc:creator><dc:language>%s</dc:language></metadata>
<manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/></manifest>
<spine><itemref idref="a"/></spine></package>
"""
XHTML = """<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>
<body>%s</body></html>
"""
CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles></container>
"""


def pack(members):
    """A ZIP archive, its first member stored as EPUB wants it; the same bytes each time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as z:
        for i, (name, data) in enumerate(members):
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            z.writestr(info, data, zipfile.ZIP_STORED if i == 0 else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def as_epub(article):
    inner = body(article, '<a epub:type="noteref" id="r%(n)s" href="#n%(n)s">%(n)s</a>',
                 lambda items: '<section epub:type="endnotes"><ol>%s</ol></section>' % items, False)
    nav = XHTML % ('<nav epub:type="toc"><ol><li><a href="text/a.xhtml">%s</a></li></ol></nav>' % html.escape(article.title, False))
    package = PACKAGE % (html.escape(article.title, False), html.escape(article.byline, False), article.language)
    return pack([("mimetype", "application/epub+zip"), ("META-INF/container.xml", CONTAINER), ("book/package.opf", package),
                 ("book/nav.xhtml", nav), ("book/text/a.xhtml", XHTML % inner)])
