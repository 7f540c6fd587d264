#!/usr/bin/env python3
"""Web addresses as inputs, from servers on this machine: what is read, what is refused, what is kept."""
import gzip, http.server, json, os, signal, socket, ssl, subprocess, sys, threading, time, zlib

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import BUILD, LECTERN, ROOT, SLOW, Run, Skip, expect, run_tests, scratch, test

ARTICLE = open(os.path.join(ROOT, "tests", "articles", "lighthouse.txt"), "rb").read()
PAGE = ("<!doctype html><html lang=ru><head><title>Маяк</title><meta charset=%s></head><body><article><h1>Маяк</h1>"
        "<p>Остров решил сохранить свой маяк, сообщила во вторник газета.</p></article></body></html>")
BOMB = 50 << 20


def deflated_zeros(count):
    pack = zlib.compressobj(9, zlib.DEFLATED, 31)
    blank = b" " * (1 << 20)
    return b"".join(pack.compress(blank) for _ in range(count >> 20)) + pack.flush()


class Handler(http.server.BaseHTTPRequestHandler):
    """Answers by the path; the server remembers what was asked for."""
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, body=b"", status=200, type="text/plain; charset=utf-8", **headers):
        self.send_response(status)
        if type:
            self.send_header("Content-Type", type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers and status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        name = self.path.split("?")[0].strip("/").replace("/", "_").replace(".", "_").replace("-", "_")
        try:
            getattr(self, "page_" + name, self.page_missing)()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def page_missing(self):
        self.answer(b"no such page", 404)

    def page_robots_txt(self):
        self.answer(self.server.robots[1], self.server.robots[0])

    def page_article(self):
        self.answer(ARTICLE)

    def page_gzip(self):
        self.answer(gzip.compress(ARTICLE), Content_Encoding="gzip")

    def page_bomb(self):
        self.answer(deflated_zeros(BOMB), Content_Encoding="gzip")

    def page_cut_gzip(self):
        packed = gzip.compress(ARTICLE)
        self.answer(packed[:len(packed) // 2], Content_Encoding="gzip")

    def page_endless(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        while True:
            self.wfile.write(b"10000\r\n" + b"word " * 13107 + b"\n\r\n")

    def page_slow(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "100000")
        self.end_headers()
        for _ in range(600):
            self.wfile.write(b"w")
            time.sleep(0.1)

    def page_short(self):
        self.answer(ARTICLE[:1000], Content_Length=str(len(ARTICLE)))
        self.close_connection = True

    def page_short_chunk(self):
        self.answer(b"400\r\n" + ARTICLE[:1024], Transfer_Encoding="chunked", Content_Length="0")
        self.close_connection = True

    def page_silent(self):
        self.close_connection = True

    def page_to_article(self):
        self.answer(b"moved", 301, Location="/article?from=here")

    def page_to_utf8(self):
        self.answer(b"moved", 302, Location="/%D0%BC")

    def page_loop(self):
        self.answer(b"moved", 302, Location="/loop")

    def page_hop(self):
        left = int(self.path.split("?")[1])
        self.answer(b"moved", 307, Location="/hop?%d" % (left - 1) if left > 1 else "/article")

    def page_to_file(self):
        self.answer(b"moved", 302, Location="file:///etc/passwd")

    def page_to_nowhere(self):
        self.answer(b"moved", 302)

    def page_to_other(self):
        self.answer(b"moved", 302, Location="http://127.0.0.2:%d/article" % self.server.server_port)

    def page_etag(self):
        if self.headers.get("If-None-Match") == self.server.etag:
            self.answer(status=304, type=None)
        else:
            self.answer(ARTICLE, ETag=self.server.etag)

    def page_dated(self):
        date = "Sat, 28 Nov 2026 08:00:00 GMT"
        if self.headers.get("If-Modified-Since") == date:
            self.answer(status=304, type=None)
        else:
            self.answer(ARTICLE, Last_Modified=date)

    def page_secret(self):
        self.answer(ARTICLE, ETag='"s"', Cache_Control="private, No-Store")

    def page_koi(self):
        self.answer((PAGE % "windows-1251").encode("koi8-r"), type="text/html; charset=KOI8-R")

    def page_meta(self):
        self.answer((PAGE % "windows-1251").encode("cp1251"), type="text/html")

    def page_canonical(self):
        self.answer(ARTICLE, type="text/plain\x01")

    def page_login(self):
        self.answer(b"", 401)

    def page_paid(self):
        self.answer(b"", 402)

    def page_forbidden(self):
        self.answer(b"no \x1b[2J", 403)

    def page_busy(self):
        self.answer(b"", 429, Retry_After="120")

    def page_broken(self):
        self.answer(b"", 500)

    def page_empty(self):
        self.answer(b"", 204)

    def page_picture(self):
        self.answer(b"\x89PNG\r\n", type="image/png")

    def page_pdf(self):
        self.answer(b"%PDF-1.7", type="application/pdf")

    def page_untyped(self):
        self.answer(ARTICLE, type=None)


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # the program went away: what it is tested for


def serve(robots=(404, b""), wrap=None):
    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.asked, server.robots, server.etag = [], robots, '"one"'
    if wrap:
        server.socket = wrap(server.socket)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


SERVER = serve()


def at(path, server=SERVER, scheme="http"):
    return "%s://127.0.0.1:%d%s" % (scheme, server.server_port, path)


def script(address, *options):
    return Run("script", "--json", "--allow-private", "--no-cache", address, *options)


def read(address, *options):
    return json.loads(script(address, *options).ok().out)


def refused(address, words, status=1):
    run = script(address).refused(status)
    expect(words in run.err, "%s: wanted %r: %r" % (address, words, run.err))
    expect(not run.out, "something was printed")


@test
def a_page_is_read_as_its_file_is():
    page = read(at("/article"))
    file = json.loads(Run("script", "--json", "-", stdin=ARTICLE).ok().out)
    expect(page["text"] == file["text"] and page["utterances"] == file["utterances"], "the two differ")
    expect(page["input"] == page["url"] == at("/article"), page["url"])
    for path in ["/gzip", "/untyped", "/article#part"]:
        expect(read(at(path))["text"] == file["text"], path)


@test
def the_request_says_who_asks():
    asked = len(SERVER.asked)
    read(at("/article"))
    (first, _), (second, headers) = SERVER.asked[asked:]
    expect((first, second) == ("/robots.txt", "/article"), SERVER.asked[asked:])
    expect(headers["User-Agent"].startswith("lectern/") and "text/html" in headers["Accept"], headers)
    expect("Cookie" not in headers and "Referer" not in headers, headers)


@test
def redirects_are_followed_five_times():
    page = read(at("/to-article"))
    expect(page["url"] == at("/article?from=here") and page["input"] == at("/to-article"), page["url"])
    expect(len(read(at("/hop?5"))["text"]) > 1000, "five are too many")
    refused(at("/hop?6"), b"more than 5 times")
    refused(at("/loop"), b"more than 5 times")
    refused(at("/to-file"), b"only addresses of http and https")
    refused(at("/to-nowhere"), b"without saying where")


@test
def hosts_of_this_machine_are_refused_in_any_spelling():
    port = SERVER.server_port
    asked = len(SERVER.asked)
    for host in ["127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "017700000001", "127.0.0.1.", "[::ffff:127.0.0.1]",
                 "[::1]", "localhost", "0", "10.0.0.1", "169.254.169.254", "192.168.1.1", "[fe80::1]", "[64:ff9b::7f00:1]"]:
        run = Run("script", "http://%s:%d/article" % (host, port)).refused(1)
        expect(b"not the public's" in run.err or b"host is not known" in run.err, "%s: %r" % (host, run.err))
    expect(len(SERVER.asked) == asked, "the server was asked")


@test
def a_redirect_to_a_host_that_is_not_the_publics_is_refused():
    run = limited("/article")
    expect(b"bytes from" in run.stdout, run)
    run = limited("/to-other")
    expect(b"127.0.0.2, which is not the public's" in run.stdout, run)


@test
def addresses_that_cannot_be_are_refused():
    for address, words in [("http://u:secret@127.0.0.1/", b"name or password"), ("ftp://127.0.0.1/a", b"not of ftp"),
                           ("file:///etc/passwd", b"not of file"), ("http://", b"no web address"), ("http://a b/", b"no web address"),
                           ("https://no-such-host.invalid/", b"host is not known"), (at("/" + "a" * 5000), b"longer than")]:
        refused(address, words)


@test
def letters_of_any_script_may_stand_in_a_path():
    asked = len(SERVER.asked)
    refused(at("/м a\"?é"), b"no such page")
    expect(SERVER.asked[-1][0] == "/%D0%BC%20a%22?%C3%A9" and len(SERVER.asked) == asked + 2, SERVER.asked[asked:])


@test
def what_the_server_says_of_its_encoding_goes_before_the_page():
    for path in ["/koi", "/meta"]:
        page = read(at(path))
        expect("Остров решил сохранить свой маяк" in page["text"], "%s: %s" % (path, page["text"]))


@test
def answers_that_are_no_page_are_told_in_words():
    for path, words in [("/none", b"no such page (check the address); status 404"), ("/login", b"logged in"), ("/paid", b"paid for"),
                        ("/forbidden", b"refuses the page"), ("/busy", b"try again in 120 s"), ("/broken", b"has failed"),
                        ("/empty", b"status 204"), ("/picture", b"a picture"), ("/pdf", b"a PDF document")]:
        refused(at(path), words)


@test
def half_a_page_is_no_page():
    for path in ["/short", "/short-chunk", "/silent", "/cut-gzip"]:
        run = script(at(path)).refused(1)
        expect(b"try again later" in run.err, "%s: %r" % (path, run.err))


@test
def a_page_is_never_larger_than_an_input_may_be():
    for path in ["/bomb", "/endless"]:
        run = script(at(path)).refused(1)
        expect(b"larger than 16 MiB" in run.err, run.err)


def limited(path, bytes=1 << 20, total_ms=20000, slow_s=15):
    return subprocess.run([os.path.join(BUILD, "tests", "tool", "fetch_with_limits"), at(path), str(bytes), str(total_ms), str(slow_s)],
                          stdout=subprocess.PIPE, timeout=60 * SLOW)


@test
def a_server_that_is_slow_is_not_waited_for():
    for options in [{"slow_s": 1}, {"total_ms": 1500}]:
        start = time.monotonic()
        run = limited("/slow", **options)
        expect(b"takes too long" in run.stdout and time.monotonic() - start < 10 * SLOW, run)
    expect(b"larger than 1000 bytes" in limited("/article", bytes=1000).stdout, "the limit is not kept")


@test
def an_interrupt_ends_a_transfer():
    for number in (signal.SIGINT, signal.SIGTERM):
        process = subprocess.Popen([LECTERN, "script", "--allow-private", "--no-cache", at("/slow")], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        asked = len(SERVER.asked)
        deadline = time.monotonic() + 20 * SLOW
        while not any(path == "/slow" for path, _ in SERVER.asked[asked:]) and time.monotonic() < deadline:
            time.sleep(0.02)
        start = time.monotonic()
        process.send_signal(number)
        _, err = process.communicate(timeout=20 * SLOW)
        expect(process.returncode == 128 + number, "status %d: %r" % (process.returncode, err))
        expect(time.monotonic() - start < 2 * SLOW, "it took %.1f s" % (time.monotonic() - start))


@test
def what_has_not_changed_is_not_sent_again():
    cache = scratch("cache")

    def fetch(path):
        return Run("script", "--json", "--allow-private", "--cache", cache, at(path)).ok().out

    def asks(path):
        return [headers for asked, headers in SERVER.asked if asked == path]
    for path, field in [("/etag", "If-None-Match"), ("/dated", "If-Modified-Since")]:
        first = fetch(path)
        expect(fetch(path) == first, "%s: the second differs" % path)
        one, two = asks(path)
        expect(field not in one and field in two, (one, two))
    SERVER.etag = '"two"'
    fetch("/etag")
    expect(asks("/etag")[-1]["If-None-Match"] == '"one"', "it was not asked whether it changed")
    fetch("/etag")
    expect(asks("/etag")[-1]["If-None-Match"] == '"two"', "the new page was not kept")
    fetch("/secret")
    fetch("/secret")
    expect("If-None-Match" not in asks("/secret")[-1], "what must not be stored was stored")
    # Damage is found, and the page fetched anew.
    folder = os.path.join(cache, "web")
    for name in os.listdir(folder):
        with open(os.path.join(folder, name), "r+b") as f:
            f.seek(-10, os.SEEK_END)
            f.write(b"damage")
    fetch("/etag")
    expect("If-None-Match" not in asks("/etag")[-1], "a damaged page was believed")


@test
def what_robots_txt_keeps_is_not_read():
    server = serve(robots=(200, b"User-agent: *\nDisallow: /\nAllow: /to-article\n\nUser-agent: lectern\nDisallow: /article\n"))
    for path in ["/article", "/to-article"]:
        run = script(at(path, server)).refused(1)
        expect(b"asks programs not to read this page" in run.err, run.err)
    read(at("/untyped", server))
    expect("/article" not in [path.split("?")[0] for path, _ in server.asked], server.asked)
    server = serve(robots=(503, b""))
    run = script(at("/article", server)).refused(1)
    expect(b"does not tell what programs may read" in run.err, run.err)
    read(at("/article", serve(robots=(403, b""))))
    server.shutdown()


@test
def a_certificate_that_nobody_vouches_for_is_refused():
    key, certificate = scratch("key.pem"), scratch("certificate.pem")
    try:
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
                        "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        raise Skip("openssl makes no certificate")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server = serve(wrap=lambda s: context.wrap_socket(s, server_side=True))
    run = script(at("/article", server, "https")).refused(1)
    expect(b"cannot be trusted" in run.err and not server.asked, run.err)


@test
def a_script_of_a_page_works_without_the_network():
    server = serve()
    address = at("/article", server)
    text = Run("script", "--allow-private", "--no-cache", address).ok().out
    server.shutdown()
    server.server_close()
    path = scratch("page.script")
    with open(path, "wb") as f:
        f.write(text)
    page = json.loads(Run("script", "--json", "--script", path).ok().out)
    expect(page["input"] == page["url"] == address and len(page["text"]) > 1000, page["url"])


@test
def an_episode_of_a_page_takes_the_place_of_the_one_before():
    out, cache = scratch("episodes"), scratch("clips")
    args = ["narrate", "--allow-private", "-o", out, "--cache", cache, "--rate", "450", "--progress", "json"]
    first = Run(*args, at("/etag")).ok().out
    expect(Run(*args, at("/etag")).ok().out == first, "the second has a place of its own")
    other = Run(*args, at("/article")).ok().out
    expect(other.strip() == first.strip() + b"-2", (first, other))
    report = json.load(open(os.path.join(first.decode().strip(), "report.json")))
    expect(report["input"] == at("/etag"), report["input"])


@test
def one_address_that_fails_does_not_stop_the_others():
    run = script(at("/none"), at("/article")).refused(1)
    expect(len(run.out.splitlines()) == 1, run.out[:200])


@test
def proxies_of_the_environment_are_not_used():
    proxy = "http://127.0.0.1:9/"
    Run("script", "--allow-private", "--no-cache", at("/article"), env={"http_proxy": proxy, "all_proxy": proxy, "ALL_PROXY": proxy}).ok()


run_tests()
