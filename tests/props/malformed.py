"""Articles nobody would write, made from a seed: (name, bytes) pairs. Whatever they hold, the
program must end soon, refuse or read them, and keep every byte accounted for.

As a program: malformed.py FOLDER writes them there."""
import os, random, sys

SEED = 20261123
WORDS = ("the harbour mayor said on Monday that no boat , however late \" “ ” ' ’ ‘ « » ( ) [[ ]] — – … . ? ! : ; "
         "$5.5 million £3 €4.20 3.7% 10:30 a.m. No. 7 Mr. Dr. U.S. NATO 1/2 ½ XIV 2026 Nov. 3 555-0101 +44 @name #tag "
         "http://a.example/b?c=d <b> </b> <speak> <!-- --> &amp; ``` > # * - 1. | --- === \\ \t é é ß Ł 東京 ☕ 👩‍🍳 "
         "\u200b \u202e \u00a0 \u2028 \ufeff \x01 \x7f \x1b[31m he she said told asked according to Smith Jones").split(" ")


def random_bytes(rng):
    return bytes(rng.getrandbits(8) for _ in range(rng.choice([1, 7, 100, 3000, 40000])))


def random_words(rng):
    count = rng.choice([3, 40, 800])
    return "".join(rng.choice(WORDS) + rng.choice([" "] * 8 + ["\n", "\n\n", "", "\r\n"]) for _ in range(count)).encode()


def broken_utf8(rng):
    data = bytearray(random_words(rng))
    for _ in range(1 + len(data) // 50):
        at = rng.randrange(len(data) + 1)
        if rng.random() < 0.5:
            data[at:at] = rng.choice([b"\xe2\x82", b"\xf0\x9f\x98", b"\xc3", b"\x80", b"\xff", b"\xed\xa0\x80", b"\xc0\xaf"])
        else:
            del data[at:at + rng.randrange(3)]
    return bytes(data)


def other_encodings(rng):
    text = random_words(rng).decode()
    return text.encode(rng.choice(["utf-16", "utf-16-be", "utf-32", "latin-1", "cp1252", "shift_jis"]), "replace")


def controls(rng):
    return "".join(chr(rng.choice([1, 7, 8, 11, 12, 27, 127, 0x85, 0x200b, 0x202e, 0x2066, 0xfeff, 0xe000, 65, 32, 10]))
                   for _ in range(2000)).encode()


def markup(rng):
    parts = ["<speak>", "</speak>", "<voice name='x'>", "[[", "]]", "[[_^_EN]]", "<break time='9999s'/>", "&#0;", "&#x1F600;",
             "&lt;", "<script>", "<!--", "]]>", "<p", "\x01", "word ", "said ", "\n"]
    return "".join(rng.choice(parts) for _ in range(rng.choice([10, 3000]))).encode()


def mutated(rng, articles):
    data = bytearray(rng.choice(articles))
    for _ in range(rng.choice([1, 10, 200])):
        at = rng.randrange(len(data))
        step = rng.random()
        if step < 0.4:
            data[at] = rng.getrandbits(8)
        elif step < 0.7:
            del data[at:at + rng.randrange(40)]
        else:
            beg = rng.randrange(len(data))
            data[at:at] = data[beg:beg + rng.randrange(200)]
    return bytes(data[:200000])


# What has hurt programs of this sort: each grows with `n`, and must cost in proportion.
MAIL = b"From: a@example.org\nSubject: b\n"
NASTY = {
    "opening-marks": lambda n: "“".encode() * n,
    "straight-marks": lambda n: b'"' * n,
    "apostrophes": lambda n: b"' " * n,
    "one-line": lambda n: b"the tide came in and went out, he said, " * (n // 8),
    "one-word": lambda n: b"a" * (8 * n),
    "capitals": lambda n: b"Aa Bb " * n,
    "names-and-quotes": lambda n: b"".join(b'"No," said Pat Q%d.\n\n' % i for i in range(n // 4)),
    "quotes-one-line": lambda n: b'"No," he said. ' * n,
    "periods": lambda n: b"." * (4 * n),
    "initials": lambda n: b"A. " * n,
    "commas": lambda n: b"a, " * n,
    "digits": lambda n: b"7" * (4 * n),
    "grouped-digits": lambda n: b"1,234." * n,
    "empty-lines": lambda n: b"\n" * (4 * n) + b"a\n",
    "short-lines": lambda n: b"a\n\n" * n,
    "brackets": lambda n: b"[" * n + b"](" * n,
    "parentheses": lambda n: b"(" * n + b")" * n,
    "block-quotes": lambda n: b">" * n + b" a",
    "lists": lambda n: b"".join(b"  " * min(i, 60) + b"- a\n" for i in range(n // 16)),
    "emphasis": lambda n: b"*a_ " * n,
    "backticks": lambda n: b"".join(b"`" * (i % 90) + b"a" for i in range(n // 8)),
    "table": lambda n: b"|a" * 40 + b"|\n" + b"|-" * 40 + b"|\n" + (b"|1" * 40 + b"|\n") * (n // 80),
    "pipes": lambda n: b"|" * (4 * n),
    "links": lambda n: b"[a](http://b.example/c) " * (n // 4),
    "marks-on-one-letter": lambda n: b"e" + "\u0301".encode() * n,
    "tags": lambda n: b"<b><i>" * n,
    "entries": lambda n: b"<rss><channel>" + b"<item><title>a</title><description>b c</description></item>" * (n // 8) + b"</channel></rss>",
    "entry": lambda n: b"<rss><channel><item><description>" + b"&lt;p&gt;a &amp;amp; b.\n" * n + b"</description></item></channel></rss>",
    "entries-of-json": lambda n: b'{"version":"https://jsonfeed.org/version/1","items":[' + b",".join([b'{"content_html":"<p>a b"}'] * (n // 8)) + b"]}",
    "quoted-mail": lambda n: MAIL + b"\n" + b"a wrote:\n> b c\n\n" * (n // 2),
    "boundaries": lambda n: MAIL + b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\n" + b"--c\n" * n,
    "tables-of-mail": lambda n: MAIL + b"Content-Type: text/html\n\n" + b"<table><tr><td><table><tr><td>a</table></table>" * (n // 8),
    "encoded-words": lambda n: MAIL + b"X: " + b"=?utf-8?q?a?= " * n + b"\nSubject: " + b"=?utf-8?b?YQ==?=\n " * (n // 8) + b"\n\na\n",
    "entities": lambda n: b"&amp;&#34;" * n,
    "hyphens": lambda n: b"a-" * n,
    "dashes": lambda n: "—".encode() * n,
    "words-with-hyphens-at-line-ends": lambda n: b"no-\nbody " * n,
    "blanks": lambda n: b" " * (8 * n),
    "blanks-between": lambda n: (b"a" + b" " * 50) * (n // 8),
    "currency": lambda n: b"$5.5 million " * n,
    "urls": lambda n: b"http://" + b"a.b/" * n,
    "nul": lambda n: b"\0" * n,
    "said": lambda n: b"said " * n,
    "he-said": lambda n: b"he said \"a\" and she said " * n,
}


def samples(articles=(b"A boat came in.\n\n\"Late,\" said Ada Quill.\n",), count=160):
    """`count` seeded samples and every nasty one in a middle size: all at most a few MB."""
    rng = random.Random(SEED)
    makers = [random_bytes, random_words, broken_utf8, other_encodings, controls, markup, lambda r: mutated(r, articles)]
    found = [("empty", b""), ("blank", b" "), ("blanks", b" \n\t\r\n" * 500), ("nul", b"\0"), ("bom", b"\xef\xbb\xbf"),
             ("one-letter", b"a"), ("one-mark", b'"'), ("half-character", b"\xe2\x82"),
             ("a-megabyte-on-a-line", b"harbour " * 131072), ("ten-thousand-opening-marks", "“".encode() * 10000),
             ("ten-thousand-quotes-never-closed", "“No. ".encode() * 10000)]
    found += [(name, make(4000)) for name, make in sorted(NASTY.items())]
    found += [("seeded-%03d" % i, makers[i % len(makers)](rng)) for i in range(count)]
    return found


if __name__ == "__main__":
    os.makedirs(sys.argv[1], exist_ok=True)
    for sample, data in samples():
        with open(os.path.join(sys.argv[1], sample), "wb") as f:
            f.write(data)
