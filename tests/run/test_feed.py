#!/usr/bin/env python3
"""`lectern feed`: what subscribers key on stays, what is not whole is not listed."""
import base64, glob, hashlib, json, os, re, shutil, subprocess, sys
import xml.etree.ElementTree as ET

sys.path[:0] = [os.path.dirname(os.path.abspath(__file__)), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from kit import LECTERN, Run, expect, run_tests, scratch, test, write
from validators import FOLDER, needs, validate

BASE = "https://example.org/show/"
PODCAST = "{https://podcastindex.org/namespace/1.0}"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
ATOM = "{http://www.w3.org/2005/Atom}"
DAY_1, DAY_2 = "1790000000", "1790400000"  # SOURCE_DATE_EPOCH of two runs
INI = "title = Harbour Notes\nowner_email = desk@example.org\ncategory = News / Politics\n"


def article(title, words, dated=True):
    date = "Nov. 3, 2026\n" if dated else ""
    return "%s\nBy Ann Cole and Ben Hart\n%s\n%s\n\n“We will sail at noon, whatever the weather brings us then,” said Ann Cole.\n" % (title, date, words)


def narrate(folder, name, text, *options):
    # One path for each article: its name is its identity.
    path = os.path.join(os.path.dirname(folder), name + ".txt")
    with open(path, "w", encoding="utf-8") as f:
        f.write(text)
    run = Run("narrate", "-q", "--no-cache", "-o", folder, *options, path).ok()
    return run.out.decode().strip()


def refresh(folder, day=DAY_1, status=0, base=BASE):
    run = Run("feed", folder, "--url", base, env={"SOURCE_DATE_EPOCH": day})
    expect(run.status == status, "status %d: %s" % (run.status, run.err.decode()))
    return run


def feed(folder):
    with open(os.path.join(folder, "feed.xml"), "rb") as f:
        return f.read()


def items(folder):
    """guid -> item"""
    channel = ET.fromstring(feed(folder)).find("channel")
    return {i.findtext("guid"): i for i in channel.findall("item")}


_shows = {}


def show(name, count=2, ini=INI, url=True):
    """A folder with episodes; made once for each name."""
    if name not in _shows:
        folder = os.path.join(scratch(name), "episodes")
        os.makedirs(folder)
        for i in range(count):
            title = "Ferry %s sails" % "ABC"[i]
            options = ["--url", "https://example.org/%d" % i] if url else []
            narrate(folder, "a%d" % i, article(title, "The ferry left. " * 3, dated=i == 0), *options)
        if ini:
            with open(os.path.join(folder, "show.ini"), "w", encoding="utf-8") as f:
                f.write(ini)
        _shows[name] = folder
    return _shows[name]


@test
def an_item_tells_what_its_files_are():
    folder = show("items")
    refresh(folder)
    for item in items(folder).values():
        enclosure = item.find("enclosure")
        path = os.path.join(folder, enclosure.get("url")[len(BASE):])
        data = open(path, "rb").read()
        expect(int(enclosure.get("length")) == len(data), "the length is not the file's")
        sri = item.find(PODCAST + "alternateEnclosure/" + PODCAST + "integrity").get("value")
        expect(sri == "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode(), sri)
        for link in item.findall(PODCAST + "transcript") + item.findall(PODCAST + "chapters"):
            expect(os.path.exists(os.path.join(folder, link.get("url")[len(BASE):])), link.get("url"))
        people = [(p.get("role"), p.text) for p in item.findall(PODCAST + "person")]
        expect(("author", "Ann Cole") in people and ("author", "Ben Hart") in people, people)
        expect("synthetic" in item.findtext("description"), "nothing says that the voice is synthetic")


@test
def dates_are_the_articles_or_the_day_of_the_first_listing():
    folder = show("items")
    refresh(folder)
    dates = {i.findtext("title"): i.findtext("pubDate") for i in items(folder).values()}
    expect(dates["Ferry A sails"] == "Tue, 03 Nov 2026 00:00:00 +0000", dates)
    expect(dates["Ferry B sails"] == "Mon, 21 Sep 2026 14:13:20 +0000", dates)


@test
def a_second_run_changes_nothing():
    folder = show("items")
    refresh(folder)
    before = feed(folder)
    refresh(folder, DAY_2)
    expect(feed(folder) == before, "the feed has changed")


@test
def added_corrected_and_removed_articles_leave_the_others_as_they_are():
    folder = show("changes")
    refresh(folder)
    first = items(folder)
    narrate(folder, "a2", article("Ferry C sails", "A third one.", dated=False), "--url", "https://example.org/2")
    refresh(folder, DAY_2)
    second = items(folder)
    expect(set(first) < set(second) and len(second) == 3, "the article was not added")
    for guid in first:
        expect(ET.tostring(first[guid]) == ET.tostring(second[guid]), "an item that nobody touched has changed")
    narrate(folder, "a0", article("Ferry A sails", "It left an hour late, as was found out since."), "--url", "https://example.org/0")
    refresh(folder, DAY_2)
    third = items(folder)
    expect(set(third) == set(second), "a correction changed an identity")
    changed = [g for g in second if ET.tostring(second[g]) != ET.tostring(third[g])]
    expect(len(changed) == 1, "%d items have changed" % len(changed))
    old, new = second[changed[0]], third[changed[0]]
    expect(old.findtext("pubDate") == new.findtext("pubDate"), "the correction changed the day")
    expect("Corrected on 2026-09-26" in new.findtext("description"), new.findtext("description"))
    expect(new.findtext(ATOM + "updated") == "2026-09-26T05:20:00Z", new.findtext(ATOM + "updated"))
    expect(old.find("enclosure").get("url") != new.find("enclosure").get("url"), "players would keep the old sound")
    corrected = feed(folder)
    refresh(folder, DAY_1)
    expect(feed(folder) == corrected, "the correction was forgotten")
    shutil.rmtree(os.path.join(folder, "ferry-b-sails"))
    refresh(folder, DAY_2)
    fourth = items(folder)
    expect(len(fourth) == 2 and all(ET.tostring(third[g]) == ET.tostring(fourth[g]) for g in fourth), "others have changed")


def copy_of(name, other, **options):
    folder = scratch(name)
    shutil.copytree(show(other, **options), folder)
    if os.path.exists(os.path.join(folder, "feed.xml")):
        os.remove(os.path.join(folder, "feed.xml"))
    return folder


@test
def all_files_of_a_corrected_item_have_other_addresses():
    folder = copy_of("addresses", "items")
    refresh(folder)
    old = items(folder)
    narrate(folder, "a0", article("Ferry A sails", "It left an hour late."), "--url", "https://example.org/0")
    refresh(folder, DAY_2)
    new = items(folder)
    guid = [g for g in old if old[g].findtext("title") == "Ferry A sails"][0]
    links = lambda item: [e.get("url") or e.get("uri") for e in item.iter() if e.tag in (PODCAST + "transcript", PODCAST + "chapters", PODCAST + "source", "enclosure")]
    expect(len(links(new[guid])) >= 5 and not set(links(old[guid])) & set(links(new[guid])), links(new[guid]))


@test
def a_correction_that_is_not_heard_changes_no_item():
    folder = os.path.join(scratch("unheard"), "episodes")
    os.makedirs(folder)
    text = article("Ferry A sails", "The ferry left at noon.") + "\nRead more: https://example.org/%s\n"
    narrate(folder, "a0", text % "tides", "--url", "https://example.org/0")
    refresh(folder)
    before, script = feed(folder), open(os.path.join(folder, "ferry-a-sails", "script.json")).read()
    narrate(folder, "a0", text % "weather", "--url", "https://example.org/0")
    expect(open(os.path.join(folder, "ferry-a-sails", "script.json")).read() != script, "nothing was corrected")
    refresh(folder, DAY_2)
    expect(feed(folder) == before, "the feed has changed")


@test
def what_is_gone_from_the_input_stays_listed_as_it_was():
    folder = copy_of("kept", "items")
    refresh(folder)
    before = items(folder)
    narrate(folder, "a2", article("Ferry C sails", "A third one.", dated=False), "--url", "https://example.org/2")
    refresh(folder, DAY_2)
    after = items(folder)
    expect(len(after) == 3 and all(ET.tostring(after[g]) == ET.tostring(before[g]) for g in before), "old items have changed")


@test
def an_article_with_another_headline_is_one_item():
    folder = copy_of("headline", "items")
    refresh(folder)
    before = items(folder)
    narrate(folder, "a0", article("Ferry A sails after all", "It left at one."), "--url", "https://example.org/0")
    run = refresh(folder, DAY_2)
    after = items(folder)
    expect(set(after) == set(before), "the identity has changed")
    expect("Ferry A sails after all" in [i.findtext("title") for i in after.values()], "the old one is listed")
    expect(b"ferry-a-sails is not listed: ferry-a-sails-after-all is a later episode" in run.err, run.err)


@test
def a_show_that_moves_keeps_its_identities():
    folder = copy_of("moved", "unnamed", url=False)
    refresh(folder, base="http://127.0.0.1:8080/")
    tried = items(folder)
    refresh(folder, base=BASE)
    first = ET.fromstring(feed(folder)).findtext("channel/" + PODCAST + "guid")
    refresh(folder, base="https://elsewhere.example/notes/")
    moved = ET.fromstring(feed(folder)).findtext("channel/" + PODCAST + "guid")
    expect(first == moved, "the show is another")
    expect(set(items(folder)) == set(tried), "episodes are others")
    os.remove(os.path.join(folder, "feed.xml"))
    refresh(folder, base=BASE)
    expect(ET.fromstring(feed(folder)).findtext("channel/" + PODCAST + "guid") == first, "where it was tried out has given it its identity")


@test
def a_lock_has_an_owner_who_can_be_asked():
    folder = copy_of("unowned", "items")
    refresh(folder)
    expect(b'<podcast:locked owner="desk@example.org">yes<' in feed(folder), "it is not locked")
    os.remove(os.path.join(folder, "show.ini"))
    refresh(folder)
    expect(b"podcast:locked" not in feed(folder), "it is locked, and nobody has the key")


@test
def an_episode_that_is_not_whole_is_not_listed_and_told():
    folder = show("broken", url=False)
    mp3 = os.path.join(folder, "ferry-a-sails", "ferry-a-sails.mp3")
    with open(mp3, "ab") as f:
        f.write(b"x")
    run = refresh(folder, status=1)
    expect(b"ferry-a-sails is not listed: ferry-a-sails.mp3" in run.err, run.err)
    expect([i.findtext("title") for i in items(folder).values()] == ["Ferry B sails"], "it is listed")


@test
def an_episode_whose_report_has_no_digests_is_not_listed_and_told():
    folder = show("digests", url=False)
    path = os.path.join(folder, "ferry-a-sails", "report.json")
    with open(path, encoding="utf-8") as f:
        report = f.read()
    for bad in ["", "zz"]:
        with open(path, "w", encoding="utf-8") as f:
            f.write(re.sub(r'("sha256":")..', r"\g<1>" + bad, report))
        run = refresh(folder, status=1)
        expect(b"ferry-a-sails is not listed: report.json has no digest of " in run.err, run.err)


@test
def a_folder_of_shows_gets_an_outline():
    top = scratch("shows")
    os.makedirs(top)
    for name in ("one", "two"):
        shutil.copytree(show("items"), os.path.join(top, name))
        os.remove(os.path.join(top, name, "feed.xml")) if os.path.exists(os.path.join(top, name, "feed.xml")) else None
        with open(os.path.join(top, name, "show.ini"), "w") as f:
            f.write("title = Show %s\n" % name)
    refresh(top)
    outline = ET.parse(os.path.join(top, "shows.opml")).getroot()
    links = {o.get("text"): o.get("xmlUrl") for o in outline.iter("outline")}
    expect(links == {"Show one": BASE + "one/feed.xml", "Show two": BASE + "two/feed.xml"}, links)
    expect(b"<title>Show one</title>" in feed(os.path.join(top, "one")), "the show has another title")


@test
def a_private_show_asks_not_to_be_listed():
    folder = scratch("private")
    shutil.copytree(show("items"), folder)
    with open(os.path.join(folder, "show.ini"), "a") as f:
        f.write("private = yes\n")
    refresh(folder)
    expect(b"<itunes:block>Yes</itunes:block>" in feed(folder), "directories may list it")


@test
def what_directories_would_refuse_is_refused_with_its_line():
    for line, want in [("category = Newz", b"show.ini:2: category: a category of Apple"), ("colour = red", b"show.ini:2: unknown key colour"), ("private = maybe", b"show.ini:2: yes or no")]:
        folder = scratch("wrong")
        os.makedirs(folder)
        with open(os.path.join(folder, "show.ini"), "w") as f:
            f.write("title = A\n" + line + "\n")
        run = Run("feed", folder, "--url", BASE).refused(2)
        expect(want in run.err, run.err)


@test
def an_address_is_wanted():
    for options in ([], ["--url", "ftp://example.org/"], ["--url", "https://example.org/a?b"]):
        run = Run("feed", show("items"), *options).refused(2)
        expect(b"--url" in run.err, run.err)


@test
def text_of_an_article_does_not_become_markup():
    folder = os.path.join(scratch("markup"), "episodes")
    os.makedirs(folder)
    narrate(folder, "m", article("Fog & <b>tide</b> ]]> \"now\"", "A <script>alert(1)</script> & more."))
    refresh(folder)
    item = list(items(folder).values())[0]
    expect(item.findtext("title") == "Fog & <b>tide</b> ]]> \"now\"", item.findtext("title"))
    expect("<script>" not in item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded"), "markup got into the notes")


@test
def a_show_that_is_not_in_utf_8_is_refused_with_its_line():
    folder = os.path.join(scratch("latin"), "episodes")
    shutil.copytree(show("items"), folder)
    with open(os.path.join(folder, "show.ini"), "wb") as f:
        f.write("title = Notes\nauthor = Café Müller\n".encode("latin-1"))
    run = refresh(folder, status=2)
    expect(b"show.ini:2: not UTF-8" in run.err, run.err)


@test
def an_episode_that_was_tampered_with_neither_stops_nor_spoils_the_feed():
    folder = os.path.join(scratch("tampered"), "episodes")
    shutil.copytree(show("items"), folder)
    names = sorted(os.path.dirname(p) for p in glob.glob(os.path.join(folder, "*", "report.json")))
    with open(os.path.join(names[0], "script.json"), encoding="utf-8") as f:
        script = json.load(f)
    script["text"] = "Ü" + script["text"]
    for block in script["blocks"]:
        block["start"], block["end"] = 1, 1e300  # within a character, and where no number of bytes is
    with open(os.path.join(names[0], "script.json"), "w", encoding="utf-8") as f:
        json.dump(script, f, ensure_ascii=False)
    os.remove(os.path.join(names[1], "report.json"))
    os.mkfifo(os.path.join(names[1], "report.json"))
    run = refresh(folder, status=1)
    expect(b"is not listed" in run.err, run.err)
    feed(folder).decode("utf-8")
    ET.fromstring(feed(folder))


@test
def a_validator_of_the_fields_rules_finds_nothing():
    needs("validate-feed.py")
    folder = show("items")
    refresh(folder)
    validate("validate-feed.py", os.path.join(folder, "feed.xml"), "--feed-url", BASE + "feed.xml")


@test
def two_parsers_that_directories_use_lose_nothing():
    needs("validate-feed-parsers.mjs")
    folder = show("items")
    refresh(folder)
    validate("validate-feed-parsers.mjs", os.path.join(folder, "feed.xml"))


@test
def a_refreshed_feed_is_stable():
    needs("validate-feed-stability.py")
    folder = copy_of("stable", "items")
    refresh(folder)
    old = os.path.join(os.path.dirname(folder), "old.xml")
    new = os.path.join(folder, "feed.xml")
    shutil.copy(new, old)
    narrate(folder, "a2", article("Ferry C sails", "A third one."))
    refresh(folder, DAY_2)
    validate("validate-feed-stability.py", old, new)
    shutil.copy(new, old)
    narrate(folder, "a0", article("Ferry A sails", "It left an hour late."), "--url", "https://example.org/0")
    refresh(folder, DAY_2)
    run = subprocess.run(["/usr/bin/python3", os.path.join(FOLDER, "validate-feed-stability.py"), old, new], capture_output=True, text=True)
    changes = [line.split(": ", 1)[1].split()[:2] for line in run.stdout.splitlines() if line.startswith("ERROR")]
    expect(changes == [["enclosure", "url"], ["enclosure", "length"]], run.stdout)
    validate("validate-feed.py", new, "--feed-url", BASE + "feed.xml")
    validate("validate-feed-parsers.mjs", new)


run_tests()
