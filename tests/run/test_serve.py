#!/usr/bin/env python3
"""`lectern serve`: ranges, states of files, and nothing outside the folder."""
import contextlib, http.client, os, signal, socket, subprocess, sys

sys.path[:0] = [os.path.dirname(os.path.dirname(os.path.abspath(__file__)))]
from kit import LECTERN, Run, expect, run_tests, scratch, test

SOUND = bytes(range(256)) * 40


def folder():
    path = scratch("served")
    os.makedirs(os.path.join(path, "ferry"))
    for name, data in [("feed.xml", b"<rss/>"), ("ferry/ferry.mp3", SOUND), ("ferry/index.html", b"<p>Ferry"), ("ferry/ferry.vtt", b"WEBVTT\n"), (".hidden", b"no"), ("odd name.txt", b"odd")]:
        with open(os.path.join(path, name), "wb") as f:
            f.write(data)
    with open(os.path.join(os.path.dirname(path), "secret"), "wb") as f:
        f.write(b"secret")
    os.symlink("../secret", os.path.join(path, "link"))
    os.symlink("..", os.path.join(path, "up"))
    os.makedirs(os.path.join(path, "empty dir"))
    return path


@contextlib.contextmanager
def server(*options):
    process = subprocess.Popen([LECTERN, "serve", folder(), *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        address = process.stdout.readline().decode().strip()
        expect(address.startswith("http://127.0.0.1:"), "%r %r" % (address, process.poll()))
        yield int(address.rstrip("/").rsplit(":", 1)[1])
    finally:
        process.send_signal(signal.SIGINT)
        process.communicate(timeout=20)
        expect(process.returncode == 130, "it ended with %d" % process.returncode)


def ask(port, path, method="GET", **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    connection.request(method, path, headers={k.replace("_", "-"): v for k, v in headers.items()})
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@test
def a_file_comes_whole_with_its_type_and_state():
    with server() as port:
        answer, body = ask(port, "/ferry/ferry.mp3")
        expect(answer.status == 200 and body == SOUND, answer.status)
        expect(answer.getheader("Content-Type") == "audio/mpeg" and answer.getheader("Accept-Ranges") == "bytes", answer.getheaders())
        head, nothing = ask(port, "/ferry/ferry.mp3", "HEAD")
        expect(head.status == 200 and nothing == b"" and head.getheader("Content-Length") == str(len(SOUND)), head.getheaders())
        again, _ = ask(port, "/ferry/ferry.mp3", If_None_Match=answer.getheader("ETag"))
        expect(again.status == 304, again.status)
        odd, body = ask(port, "/odd%20name.txt")
        expect(odd.status == 200 and body == b"odd", odd.status)


@test
def parts_are_what_was_asked_for():
    size = len(SOUND)
    with server() as port:
        for wanted, beg, end in [("bytes=0-99", 0, 100), ("bytes=100-", 100, size), ("bytes=-7", size - 7, size), ("bytes=10-999999", 10, size), ("bytes=-999999", 0, size)]:
            answer, body = ask(port, "/ferry/ferry.mp3", Range=wanted)
            expect(answer.status == 206 and body == SOUND[beg:end], "%s: %d" % (wanted, answer.status))
            expect(answer.getheader("Content-Range") == "bytes %d-%d/%d" % (beg, end - 1, size), answer.getheaders())
        for wanted in ("bytes=%d-" % size, "bytes=-0"):
            answer, _ = ask(port, "/ferry/ferry.mp3", Range=wanted)
            expect(answer.status == 416 and answer.getheader("Content-Range") == "bytes */%d" % size, answer.status)
        for wanted in ("bytes=0-1,4-5", "bytes=5-2", "bytes=x", "lines=1-2", "bytes=" + "9" * 40 + "-"):
            answer, body = ask(port, "/ferry/ferry.mp3", Range=wanted)
            expect(answer.status == 200 and body == SOUND, "%s: %d" % (wanted, answer.status))


@test
def a_part_of_another_state_is_the_whole():
    with server() as port:
        answer, body = ask(port, "/ferry/ferry.mp3", Range="bytes=0-9", If_Range='"old"')
        expect(answer.status == 200 and body == SOUND, answer.status)
        etag = answer.getheader("ETag")
        answer, body = ask(port, "/ferry/ferry.mp3", Range="bytes=0-9", If_Range=etag)
        expect(answer.status == 206, answer.status)


@test
def nothing_outside_and_nothing_hidden_is_served():
    with server() as port:
        for path in ("/../secret", "/ferry/../../secret", "/%2e%2e/secret", "/link", "/up/secret", "/.hidden", "/ferry/%2e%2e/%2e%2e/secret", "//../secret", "/ferry/ferry.mp3/x", "/" + "a" * 300, "/nothing", "/empty%20dir/"):
            answer, body = ask(port, path)
            expect(answer.status == 404 and b"secret" not in body, "%s: %d %r" % (path, answer.status, body))


@test
def a_folder_is_its_page_below_a_slash():
    with server() as port:
        answer, _ = ask(port, "/ferry")
        expect(answer.status == 301 and answer.getheader("Location") == "/ferry/", answer.getheaders())
        answer, _ = ask(port, "//ferry")
        expect(answer.getheader("Location") == "/ferry/", answer.getheaders())
        answer, body = ask(port, "/ferry/")
        expect(answer.status == 200 and body == b"<p>Ferry", answer.status)
        answer, body = ask(port, "/")
        expect(body == b"<rss/>" and answer.getheader("Content-Type").startswith("application/rss+xml"), answer.getheaders())


@test
def transcripts_may_be_read_by_other_sites_and_pages_not():
    with server() as port:
        answer, _ = ask(port, "/ferry/ferry.vtt", Origin="https://player.example.org")
        expect(answer.getheader("Access-Control-Allow-Origin") == "*", answer.getheaders())
        answer, _ = ask(port, "/ferry/index.html")
        expect(answer.getheader("Access-Control-Allow-Origin") is None, answer.getheaders())


@test
def other_methods_and_nonsense_are_refused():
    with server() as port:
        for method in ("POST", "PUT", "DELETE", "OPTIONS"):
            answer, _ = ask(port, "/feed.xml", method)
            expect(answer.status == 405 and answer.getheader("Allow") == "GET, HEAD", "%s: %d" % (method, answer.status))
        with socket.create_connection(("127.0.0.1", port), timeout=20) as s:
            s.sendall(b"\x00\xff garbage\r\n\r\n")
        answer, _ = ask(port, "/feed.xml")
        expect(answer.status == 200, "it did not live on")


@test
def what_cannot_be_served_is_told():
    run = Run("serve", scratch("nowhere")).refused(1)
    expect(b"cannot be read" in run.err, run.err)
    Run("serve").refused(2)
    Run("serve", folder(), "--listen", "example.org").refused(2)
    with server() as port:
        run = Run("serve", folder(), "--port", str(port)).refused(4)
        expect(b"Address already in use" in run.err, run.err)


run_tests()
