"""What holds for any article that `script --json` has read, whatever it says. Written against the
interface alone: it shares no code with the program."""
import re, unicodedata

from kit import expect

MARKS = set("\"'`‘’‚‛“”„‟«»‹›〝〞〟＂")


def is_blank(c):
    return c.isspace() or c in "\x85\u00a0\u2028\u2029"


def spans_of(doc, *keys):
    return sorted((item["start"], item["end"]) for key in keys for item in doc[key] if "start" in item)


def rising(spans, what):
    end = 0
    for beg, fin in spans:
        expect(beg >= end, "%s overlap at byte %d" % (what, beg))
        expect(beg < fin, "%s: an empty span at byte %d" % (what, beg))
        end = fin


def check_coverage(doc, raw):
    """Every byte is in exactly one utterance, one skipped span, or is blank or a quotation mark."""
    spans = spans_of(doc, "utterances", "skipped")
    rising(spans, "utterances and skipped spans")
    expect(not spans or spans[-1][1] <= len(raw), "a span leaves the text")
    end = 0
    for beg, fin in spans + [(len(raw), len(raw))]:
        gap = raw[end:beg].decode("utf-8")
        lost = [c for c in gap if not is_blank(c) and c not in MARKS]
        expect(not lost, "unaccounted at byte %d: %r" % (end, gap[:80]))
        end = fin


def check_sentences(doc, raw):
    """Sentences rise, lie in their blocks and cover them but for blanks and what is skipped."""
    blocks, sentences = doc["blocks"], doc["sentences"]
    rising([(b["start"], b["end"]) for b in blocks], "blocks")
    rising([(s["start"], s["end"]) for s in sentences], "sentences")
    for s in sentences:
        block = blocks[s["block"]]
        expect(block["start"] <= s["start"] and s["end"] <= block["end"], "a sentence leaves its block at %d" % s["start"])
        text = raw[s["start"]:s["end"]].decode("utf-8")
        expect(not is_blank(text[0]) and not is_blank(text[-1]), "white space at the end of a sentence at %d" % s["start"])
    covered = spans_of(doc, "sentences")
    skipped = spans_of(doc, "skipped")
    taken = bytearray(len(raw))
    for beg, fin in covered + skipped:
        taken[beg:fin] = b"\1" * (fin - beg)
    for b in blocks:
        left = bytes(c for c, t in zip(raw[b["start"]:b["end"]], taken[b["start"]:b["end"]]) if not t)
        text = left.decode("utf-8", "replace")
        expect(all(is_blank(c) for c in text), "a block at %d is not covered by sentences: %r" % (b["start"], text[:60]))


def check_utterances(doc):
    """Utterances lie in their sentences and have speakers; quotes have speakers or none."""
    ids = [s["id"] for s in doc["speakers"]]
    expect(ids == list(range(len(ids))), "speaker ids do not count up from 0")
    expect(doc["speakers"][0]["kind"] == "narrator", "speaker 0 is not the narrator")
    for u in doc["utterances"]:
        s = doc["sentences"][u["sentence"]]
        expect(s["start"] <= u["start"] and u["end"] <= s["end"], "an utterance leaves its sentence at %d" % u["start"])
        expect(u["speaker"] in ids, "an utterance has no such speaker")
        expect(u["pause_ms"] >= 0, "a negative pause")
    rising([(q["start"], q["end"]) for q in doc["quotes"] if q["end"] > q["start"]], "quotes")
    for q in doc["quotes"]:
        expect(q["speaker"] is None or q["speaker"] in ids[1:], "a quote has no such speaker")
        expect(0 <= q["sureness"] <= 1, "sureness outside 0..1")


def check_spoken(doc):
    """Words only: no digits, no symbols, no controls."""
    for u in doc["utterances"]:
        for c in u["spoken"]:
            kind = unicodedata.category(c)
            # Digits are left to the engine where it speaks another language than English.
            digit = kind == "Nd" and not u.get("language", doc["language"]).startswith("en")
            expect(kind[0] in "LM" or digit or c in " ,.?!;:'-", "%r (%s) is spoken in %r" % (c, kind, u["spoken"][:80]))
        expect(re.search(r"\w", u["spoken"]), "an utterance without a word at %d" % u["start"])
        expect(u["spoken"] == u["spoken"].strip(), "blanks around %r" % u["spoken"][:80])


def check(doc):
    raw = doc["text"].encode("utf-8")
    check_coverage(doc, raw)
    check_sentences(doc, raw)
    check_utterances(doc)
    check_spoken(doc)
