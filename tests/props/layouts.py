"""One article in every layout that plain text comes in. An article is a title, a byline and
paragraphs, each a line; a rendering is what an archive, a wire, a mailer or a typist made of it."""
import textwrap


def wrap(text, width, first="", rest=""):
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest, break_long_words=False,
                         break_on_hyphens=False)


def seed(title, byline, paragraphs):
    return "\n".join(["By " + byline, "Copyright 2026 The Harbour Post"] + paragraphs) + "\n"


def bare_lines(title, byline, paragraphs):
    return "\n".join(paragraphs) + "\n"


def blank_lines(title, byline, paragraphs):
    return "\n\n".join(paragraphs) + "\n"


def titled(title, byline, paragraphs):
    return "\n\n".join([title, "By " + byline + "\nNov. 23, 2026"] + paragraphs) + "\n"


def archive(title, byline, paragraphs):
    head = ["HEADLINE: " + title, "BYLINE: " + byline, "SECTION: Local; Pg. 4", "LENGTH: 812 words",
            "LOAD-DATE: November 23, 2026", "", "BODY:", ""]
    return "\n".join(head) + "\n\n".join(paragraphs) + "\n"


def release(title, byline, paragraphs):
    head = ["FOR IMMEDIATE RELEASE", "", "CONTACT: " + byline, "press@example.org", "", title, ""]
    body = ["\n".join(wrap(p, 76)) for p in paragraphs]
    body[0] = "\n".join(wrap("SKERROW, Nov. 23, 2026 -- " + paragraphs[0], 76))
    return "\n".join(head) + "\n" + "\n\n".join(body) + "\n\nAbout Tide Works\n\nTide Works builds piers.\n\n###\n"


def wire(title, byline, paragraphs):
    lines = ["BC-" + title.split()[0] + ",0812", title, "By " + byline.upper(), "Associated Press Writer", ""]
    lines += wrap("SKERROW (AP) _ " + paragraphs[0], 68, "   ")
    for p in paragraphs[1:]:
        lines += wrap(p, 68, "   ")
    return "\n".join(lines) + "\n   ___\n   Copyright 2026 The Harbour Post. All rights reserved.\n"


def wire_more(title, byline, paragraphs):
    half = max(1, len(paragraphs) // 2)
    lines = [title, "By " + byline, ""]
    for i, p in enumerate(paragraphs):
        lines += wrap(p, 68, "    ")
        if i + 1 == half and half < len(paragraphs):
            lines += ["(MORE)", ""]
    return "\n".join(lines) + "\n-30-\n"


def typewriter(title, byline, paragraphs):
    lines = [title.upper().center(64).rstrip(), ("by " + byline).center(64).rstrip(), ""]
    for p in paragraphs:
        lines += wrap(p, 64, "     ")
    return "\n".join(lines) + "\n"


def gutenberg(title, byline, paragraphs):
    head = ["The Project Gutenberg eBook of " + title, "", "This eBook is for the use of anyone anywhere.", "",
            "Title: " + title, "", "Author: " + byline, "", "Release date: November 23, 2026", "", "Language: English", "",
            "*** START OF THE PROJECT GUTENBERG EBOOK " + title.upper() + " ***", "", "", title, "", "By " + byline, "", ""]
    body = "\n\n".join("\n".join(wrap(p, 72)) for p in paragraphs)
    return "\n".join(head) + body + "\n\n\n*** END OF THE PROJECT GUTENBERG EBOOK " + title.upper() + \
        " ***\n\nUpdated editions will replace the previous one.\n"


def mail(title, byline, paragraphs):
    head = ["Return-Path: <news@example.org>", "Received: from mail.example.org (mail.example.org [192.0.2.7])",
            "\tby mx.example.net; Mon, 23 Nov 2026 09:00:00 +0000", "From: " + byline + " <news@example.org>",
            "To: readers@example.net", "Subject: " + title, "Date: Mon, 23 Nov 2026 09:00:00 +0000",
            "Content-Type: text/plain; charset=utf-8", "X-Mailer: Tide 1.2", ""]
    body = "\n\n".join("\n".join(wrap(p, 72)) for p in paragraphs)
    return "\n".join(head) + "\n" + body + "\n\n-- \n" + byline + "\nThe Harbour Post, 4 Pier Road\nUnsubscribe: https://example.org/u\n"


def flowed(title, byline, paragraphs):
    head = ["From: " + byline + " <news@example.org>", "Subject: " + title,
            "Content-Type: text/plain; charset=utf-8; format=flowed", ""]
    body = "\n\n".join(" \n".join(wrap(p, 70)) for p in paragraphs)
    return "\n".join(head) + "\n" + body + "\n"


def wrapped_tight(title, byline, paragraphs):
    lines = [title, "By " + byline]
    for p in paragraphs:
        lines += wrap(p, 80)
    return "\n".join(lines) + "\n"


LAYOUTS = [seed, bare_lines, blank_lines, titled, archive, release, wire, wire_more, typewriter, gutenberg, mail, flowed,
           wrapped_tight]


def paragraphs_of(doc):
    """What is narrated of a script, block by block, white space made one blank, without the opening."""
    raw, out = doc["text"].encode(), []
    skipped = bytearray(len(raw))
    for s in doc["skipped"]:
        skipped[s["start"]:s["end"]] = b"\1" * (s["end"] - s["start"])
    for b in doc["blocks"]:
        if b["kind"] in ("title", "byline"):
            continue
        text = bytes(c for i, c in enumerate(raw[b["start"]:b["end"]], b["start"]) if not skipped[i]).decode("utf-8", "replace")
        text = " ".join(text.split())
        if text:
            out.append(text)
    return out
