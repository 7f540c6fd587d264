#!/usr/bin/env python3
"""The page as a file: it offers what lies beside it, and is small whatever there is."""
import os, re, sys, urllib.parse

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from episode import narrate
from kit import Run, expect, run_tests, scratch, test, write

NAMES = ["Ada Quill", "Bo Reed", "Cy Marsh", "Dora Fenn", "Eli Stone", "Fay Brook", "Gus Hill", "Hal Ford", "Ida Weir", "Jon Lock"]
SPEECH = "\n\n".join("## Part %d\n\n“The water will come back to us in the spring,” %s said. “We have seen it before.”" % (i, name)
                     for i, name in enumerate(NAMES, 1))
CROWD = write("crowd.md", "---\ntitle: The Low Water\nauthor: Ines Maddox\ndate: 2026-01-12\n---\n\nThe river is low.\n\n%s\n" % SPEECH)
CACHE = os.path.join(os.path.dirname(CROWD), "cache")
_made = {}


def episode(*options):
    if options not in _made:
        _made[options] = narrate(scratch("episode-%d" % len(_made)), "--cache", CACHE, *options, article=CROWD)
    return _made[options]


def everything():
    return episode("--edition", "podcast,radio,accessible", "--format", "mp3,opus,flac,wav", "--split", "chapter", "--also", "fast")


def page_of(folder):
    with open(os.path.join(folder, "index.html"), encoding="utf-8") as f:
        return f.read()


def links(page):
    """address -> what the link says, of all downloads"""
    found = re.findall(r'<li><a href="([^"]*)"(?: download)?>(.*?)</a></li>', page[page.index('id="files"'):])
    expect(len({a for a, _ in found}) == len(found), "something is offered twice: %s" % found)
    return {urllib.parse.unquote(a): re.sub("<[^>]*>", " ", says) for a, says in found}


def files(folder):
    """What a listener may want: not the page, the cover, nor the inside of the DAISY book."""
    found = {os.path.relpath(os.path.join(at, name), folder) for at, _, names in os.walk(folder) for name in names}
    return {f for f in found if f == "daisy/ncc.html" or not (f.startswith("daisy/") or f in ("index.html", "cover.png"))}


def shown(size):
    return "%d kB" % ((size + 999) // 1000) if size < 1000000 else "%d.%d MB" % (size // 1000000, size // 100000 % 10)


@test
def all_that_lies_beside_the_page_is_offered_with_its_size():
    for folder in (everything(), episode(), episode("--edition", "accessible")):
        offered = links(page_of(folder))
        expect(set(offered) == files(folder), "offered or there, not both: %s" % sorted(set(offered) ^ files(folder)))
        for name, says in offered.items():
            size = os.path.getsize(os.path.join(folder, name))
            if name == "daisy/ncc.html":
                size = sum(os.path.getsize(os.path.join(folder, "daisy", n)) for n in os.listdir(os.path.join(folder, "daisy")))
            known = name != "report.json" and (name != "script.json" or "transcript.json" in offered)
            expect(says.rstrip().endswith(shown(size)) == known, "%s: %r, it has %d bytes" % (name, says, size))


@test
def single_chapters_are_offered_by_their_titles():
    offered = {a: says for a, says in links(page_of(everything())).items() if a.startswith("chapters/")}
    expect(len(offered) == len(NAMES) + 1 and any("Part 7" in says for says in offered.values()), offered)


@test
def one_player_plays_the_episodes_own_formats():
    sources = re.findall(r'<source src="([^"]*)"', page_of(everything()))
    expect(sources == ["the-low-water." + f for f in ("mp3", "opus", "flac", "wav")], sources)


@test
def the_legend_names_eight_voices_and_counts_the_others():
    page = page_of(episode())
    legend = re.search(r'<ul class="legend".*?</ul>', page, re.S).group(0)
    expect(legend.count("<strong>") == 8 and '<a href="#voices">other voices: 3</a>' in legend, legend)
    for name in NAMES:
        expect("<strong>%s</strong>: synthetic voice" % name in page, "%s is not among the voices" % name)


@test
def the_waveform_is_as_small_for_a_long_article():
    long = write("long.md", "# The Long Water\n\n" + "The river is low, and nobody knows why it is. " * 120)
    page = page_of(narrate(scratch("long"), "--cache", CACHE, article=long))
    for p in (page, page_of(episode())):
        wave = re.search(r'<svg role="img".*?</svg>', p, re.S).group(0)
        expect(len(re.findall(r"M\d+\.5 \d+v\d+", wave)) == 240 and len(wave) < 4500, "%d bytes" % len(wave))


@test
def a_jingle_is_drawn_in_nobodys_colour():
    tone = os.path.join(os.path.dirname(CROWD), "tone.wav")
    frames = b"".join((8000 if i // 50 % 2 else -8000).to_bytes(2, "little", signed=True) for i in range(3 * 22050))
    with open(tone, "wb") as f:
        f.write(b"RIFF" + (36 + len(frames)).to_bytes(4, "little") + b"WAVEfmt " + (16).to_bytes(4, "little") +
                b"".join(n.to_bytes(b, "little") for n, b in ((1, 2), (1, 2), (22050, 4), (44100, 4), (2, 2), (16, 2))) +
                b"data" + len(frames).to_bytes(4, "little") + frames)
    rest = lambda folder: sum(int(h) > 20 for h in re.findall(r"v(\d+)", (re.findall(r'<path class="rest" d="([^"]*)"', page_of(folder)) or [""])[0]))
    expect(rest(episode()) == 0 and rest(episode("--intro", tone)) > 3, "%d, %d" % (rest(episode()), rest(episode("--intro", tone))))


@test
def a_reading_that_is_not_levelled_is_drawn_too():
    heights = lambda folder: re.findall(r"v(\d+)", re.search(r'<svg role="img".*?</svg>', page_of(folder), re.S).group(0))
    expect(len(set(heights(episode("--preset", "raw")))) > 5, "it is flat")


run_tests()
