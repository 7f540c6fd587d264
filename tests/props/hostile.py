"""Lines that have hurt speech engines, made from a seed: (name, bytes) pairs. Each costs at most
its own sentence.

As a program: hostile.py FOLDER writes them there."""
import os, random, sys

SEED = 20261127

# Measured on espeak-ng 1.51: runs of dotted letters smash its stack, runs of pictographs and
# mixed scripts crash it in some languages, text that ends within a character is read past its
# end, U+0001 is a command, and a flag makes "[[" and "<" commands too.
FIXED = {
    "dotted": b"a." * 90,
    "dotted-and-spaced": b"a . " * 90,
    "dotted-accents": "é . ".encode() * 60,
    "dotted-cyrillic": "я.".encode() * 60,
    "dotted-few": b"a." * 20,
    "dotted-just-over": b"a." * 21,
    "dotted-greek": "α.".encode() * 80,
    "dotted-hebrew": "א.".encode() * 80,
    "dotted-devanagari": "क.".encode() * 80,
    "dotted-pairs": b"ab." * 90,
    "dotted-capitals": b"U.S.A." * 60,
    "dotted-digits": b"1." * 120,
    "dotted-letters-and-digits": b"a.1." * 80,
    "dotted-endless": b"a." * 40000,
    "dotted-name": b".".join(b"module%d" % i for i in range(600)),
    "dotted-after-a-word": b"The letters " + b"x." * 120 + b" are many.",
    "dotted-wide": "ａ．".encode() * 90,
    "dotted-with-marks": "e\u0301.".encode() * 90,
    "dotted-apostrophes": b"a.'" * 90,
    "dotted-hyphens": b"a-." * 90,
    "single-letters": b"a b c d e f g h i j k l m n o p q r s t u v w x y z " * 40,
    "letters-with-commas": b"a, b, c, d, e, " * 80,
    "six-pictographs": "😀😀😀😀😀😀".encode(),
    "sixty-pictographs": "😀".encode() * 60,
    "pictographs-and-letters": "😀a".encode() * 60,
    "pictographs-and-stops": "😀. ".encode() * 60,
    "families": "👩‍👩‍👧‍👦".encode() * 30,
    "skin-tones": "👍🏽👍🏿".encode() * 30,
    "flags": "🇳🇴🇮🇪🇦🇲".encode() * 30,
    "half-flags": "🇳".encode() * 61,
    "keycaps": "1️⃣2️⃣#️⃣".encode() * 30,
    "selectors": b"a" + "\ufe0f".encode() * 300 + b" b",
    "tag-characters": "🏴\U000e0067\U000e0062\U000e007f".encode() * 20,
    "mixed-scripts": "aбγאबमあ中한թფ ".encode() * 30,
    "scripts-by-word": "harbour гавань λιμάνι נמל बंदरगाह 港口 항구 նավահանգիստ ".encode() * 10,
    "armenian": "Նավը հասավ նավահանգիստ։ ".encode() * 10,
    "burmese": "သင်္ဘောဆိပ်ကမ်း ".encode() * 20,
    "cut-in-two": b"The tide came in \xf0",
    "cut-in-three": b"The tide came in \xe2\x82",
    "cut-in-four": b"The tide came in \xf0\x9f\x98",
    "cut-everywhere": b"\xe2\x82 tide \xf0\x9f \xc3 came \xf0" * 30,
    "bytes-80-to-ff": bytes(range(0x80, 0x100)) * 4,
    "surrogates": b"a \xed\xa0\xbd\xed\xb8\x80 b \xed\xa0\x80 c \xed\xbf\xbf d",
    "overlong": b"a \xc0\x80 b \xc0\xae c \xe0\x80\xaf d \xf0\x80\x80\xaf e",
    "beyond-unicode": b"a \xf4\x90\x80\x80 b \xf8\x88\x80\x80\x80 c \xfc\x84\x80\x80\x80\x80 d \xff\xfe",
    "command-rate": b"The tide \x0199S came in.",
    "command-slow": b"The tide \x011S came in.",
    "command-pitch": b"The tide \x0199P came in.",
    "command-loud": b"The tide \x0199A came in.",
    "command-pause": b"The tide \x0199999B came in.",
    "command-voice": b"The tide \x013V came in.",
    "command-punctuation": b"The tide \x012Y came: in!",
    "command-range": b"The tide \x01-99R \x01+99R came in.",
    "command-phonemes": b"The tide \x01[[h@loU]] came in.",
    "commands-all": b" ".join(b"\x01%d%c word" % (n, c) for c in range(65, 91) for n in (0, 9, 99)),
    "command-letters": b"\x01" + b"".join(b"%c\x01" % c for c in range(32, 127)),
    "phonemes": b"[[h@loU]]",
    "phonemes-open": b"[[h@loU and so on",
    "phonemes-nested": b"[[[[h@loU]]]] [[ [[ ]] ]]",
    "phonemes-switch": b"[[_^_EN]] [[_^_HI]] [[_^_XX]] word",
    "phonemes-long": b"[[" + b"h@loU" * 3000 + b"]]",
    "phonemes-wrong": b"[[\x01\xff%s%n]] [[]] [[ ]] [[?]]",
    "ssml-audio": b'<audio src="/etc/hostname">The tide</audio> came in.',
    "ssml-break": b'The tide <break time="9s"/> came in.',
    "ssml-break-endless": b'The tide <break time="99999999s"/> came in.',
    "ssml-prosody-open": b'<prosody rate="x-fast">The tide came in.',
    "ssml-voice": b'<voice xml:lang="hi" name="klatt">The tide</voice> came in.',
    "ssml-speak-open": b'<speak><p><s>The tide came in.',
    "ssml-say-as": b'<say-as interpret-as="tts:char">tide</say-as> <mark name="x"/> <sub alias="y">z</sub>',
    "ssml-attributes": b"<prosody " + b'rate="1" ' * 300 + b">tide</prosody>",
    "entities": b"&amp;&lt;&gt;&quot;&#0;&#1;&#x1;&#xD800;&#x110000;&#99999999999;&unknown; tide",
    "entities-many": b"&amp;" * 3000,
    "tags-nested": b"<b>" * 5000 + b"tide" + b"</b>" * 5000,
    "tags-unclosed": b"<p><div><span " * 500,
    "tag-without-end": b"tide <" + b"a" * 20000,
    "comment-open": b"tide <!-- came in",
    "cdata": b"<![CDATA[ tide ]]> <?xml version='1.0'?> <!DOCTYPE x [<!ENTITY a 'b'>]> &a;",
    "megabyte-of-a-letter": b"a" * (1 << 20),
    "megabyte-without-a-blank": (b"harbourmastertide" * (1 << 16))[:1 << 20],
    "megabyte-of-marks": b"?!" * (1 << 19),
    "megabyte-of-a-consonant": b"x" * (1 << 20),
    "han-without-a-blank": "中".encode() * 1024,
    "address-of-50-kb": b"https://example.org/" + b"tide/harbour-clock?x=%20&y=1;" * 1700,
    "address-with-dots": b"http://" + b"a." * 5000 + b"example",
    "mail-address-long": b"a" * 5000 + b"@" + b"b." * 5000 + b"example",
    "path-long": b"/usr" * 5000,
    "nuls": b"The tide\0\0\0\0 came in.\0",
    "nul-alone": b"\0",
    "digits-100000": b"7" * 100000,
    "digits-grouped": b"1,234," * 4000 + b"567",
    "digits-with-points": b"1.2.3.4.5.6.7.8.9." * 200,
    "digits-with-signs": b"-+-+1e99999 0x7fffffff 1e-99999 99999999999999999999 -0 +0 .5. 5..5",
    "digits-arabic": "٠١٢٣٤٥٦٧٨٩".encode() * 100,
    "digits-of-all-scripts": "१२३ ๑๒๓ ၁၂၃ １２３ ①②③ ⅷⅸ ½⅓".encode() * 20,
    "dates-impossible": b"99/99/9999 2026-13-45 31 February 0000-00-00T99:99:99Z",
    "money-endless": b"$" * 500 + b"9" * 500 + b" million billion",
    "roman-endless": b"MMMMDCCCCLXXXXVIIII" * 100,
    "right-to-left": "\u202eThe tide came in.\u202c שלום עולם مرحبا بالعالم".encode(),
    "bidi-controls": "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f tide ".encode() * 50,
    "zero-width": "t\u200bi\u200cd\u200de\u2060 \ufeffcame\u00ad in".encode() * 50,
    "zero-width-alone": "\u200b".encode() * 500,
    "zalgo": "".join(c + "".join(chr(0x300 + i) for i in range(60)) for c in "tide came in").encode(),
    "marks-on-a-letter": b"e" + "\u0301".encode() * 50000 + b" tide",
    "marks-alone": "\u0301\u0327\u20e3 ".encode() * 500,
    "marks-indic": "क्".encode() * 500,
    "marks-thai": "ที่ ".encode() + "่".encode() * 500,
    "jamo": "\u1100\u1161\u11a8".encode() * 500,
    "controls": bytes(c for c in range(1, 32) if c not in (9, 10, 13)) * 20 + b" tide",
    "controls-c1": "".join(chr(c) for c in range(0x80, 0xa0)).encode() * 20 + b" tide",
    "escapes": b"\x1b[31mtide\x1b]0;title\x07\x1b[2J\x1bc\x9b1m",
    "backspaces": b"tide\x08\x08\x08\x08\x7f\x7fcame",
    "private-use": "\ue000\uf8ff\U000f0000\U0010fffd tide".encode() * 20,
    "noncharacters": "\ufffe\uffff\ufdd0\ufdef\U0001fffe\U0010ffff tide".encode() * 20,
    "replacements": "\ufffd".encode() * 500,
    "separators": "tide\u2028came\u2029in\u0085now\u000bso\u000cthere".encode(),
    "blanks-of-all-kinds": "tide\u00a0\u1680\u2000\u2003\u2009\u202f\u205f\u3000came\tin".encode() * 30,
    "unassigned": "\u0378\u0380\U0003fffd\U000e0fff tide".encode() * 20,
    "annotations": "\ufff9tide\ufffacame\ufffbin".encode() * 30,
    "mathematical": "𝕿𝖍𝖊 𝓽𝓲𝓭𝓮 𝚌𝚊𝚖𝚎 𝐢𝐧".encode() * 20,
    "ligatures": "ﬃ ﷺ ﷽ ㍿ ㎯ ǆ ß ŉ".encode() * 40,
    "upper-and-lower": "İıŁłẞßΣςσǅ".encode() * 60,
    "shell": b"`touch x`; $(touch x) | tee x && rm -rf / > x < y 'a' \"b\" $HOME ${IFS} * ? ~ \\ !!",
    "format-strings": b"%s%s%s%n%n%d%x %1$s %.99999d %99999999c",
    "sql": b"'; DROP TABLE clips; -- \" OR 1=1 /* x */",
    "script": b"<script>alert('tide')</script> javascript:alert(1) <img src=x onerror=alert(1)>",
    "paths": b"../../../../etc/passwd /dev/zero /proc/self/mem C:\\con\\nul file:///etc/hostname",
    "templates": b"{{7*7}} ${7*7} <%= 7*7 %> #{7*7} {%raw%}",
    "brackets-open": b"([{<" * 2000,
    "brackets-closed": b")]}>" * 2000,
    "quotes-open": "“‘«„".encode() * 500,
    "apostrophes": b"'" * 5000 + b" tide's'",
    "hyphens": b"a-" * 5000,
    "dashes": "—–-".encode() * 2000,
    "stops": b". " * 3000,
    "ellipses": "… ... ".encode() * 1000,
    "slashes": b"and/or/" * 2000,
    "underscores": b"_tide_" * 2000,
    "hashes": b"#tide" * 2000,
    "ats": b"@tide" * 2000,
    "stars": b"tide *came* **in** ***so*** " * 300,
    "consonants": b"bcdfghjklmnpqrstvwxz " * 300,
    "a-word-a-thousand-times": b"tide " * 1000,
    "sentence-of-5000-words": b"and the tide came in " * 1000,
}


# ---- made by chance

def scripts(rng):
    """Letters of many scripts, a run of each."""
    ranges = [(0x61, 26), (0x430, 32), (0x3b1, 25), (0x5d0, 27), (0x627, 36), (0x905, 80), (0x985, 70), (0xe01, 58),
              (0x1000, 80), (0x10d0, 33), (0x561, 38), (0x1200, 200), (0x3041, 80), (0x4e00, 3000), (0xac00, 3000), (0xb85, 60)]
    words = []
    for _ in range(rng.randrange(20, 80)):
        first, count = rng.choice(ranges)
        words.append("".join(chr(first + rng.randrange(count)) for _ in range(rng.randrange(1, 9))))
    return "".join(w + rng.choice([" ", " ", "", ".", ", "]) for w in words).encode()


def pictographs(rng):
    found = [chr(0x1f300 + rng.randrange(0x350)) + rng.choice(["", "", "\u200d", "\ufe0f", "\U0001f3fd", " ", "a"])
             for _ in range(rng.randrange(6, 90))]
    return "".join(found).encode()


def any_characters(rng):
    """Whatever UTF-8 can write but line ends."""
    codes = [rng.randrange(1, 0x110000) for _ in range(200)]
    return "".join(chr(c) for c in codes if c not in (10, 11, 12, 13, 0x85, 0x2028, 0x2029) and not 0xd800 <= c < 0xe000).encode()


def any_bytes(rng):
    return bytes(b for b in (rng.getrandbits(8) for _ in range(400)) if b not in (0, 10, 13))


def pieces(rng):
    parts = [FIXED[name] for name in sorted(FIXED) if len(FIXED[name]) < 400 and b"\0" not in FIXED[name]]
    return b" ".join(rng.choice(parts) for _ in range(6))


MAKERS = [scripts, pictographs, any_characters, any_bytes, pieces]


def lines(count=156):
    """`count` of them, the fixed ones first; the longest have a megabyte."""
    rng = random.Random(SEED)
    made = [("chance-%02d" % i, MAKERS[i % len(MAKERS)](rng)) for i in range(max(0, count - len(FIXED)))]
    return (sorted(FIXED.items()) + made)[:count]


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    for line, data in lines():
        with open(os.path.join(sys.argv[1], line), "wb") as f:
            f.write(data)
