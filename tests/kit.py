"""What the test scripts share: how a test is written, how the program is run.

    @test
    def twice_the_same_bytes():
        "two runs give the same folder"
        expect(a == b, "they differ")

    run_tests()                     # prints TAP, exits non-zero where one failed
"""
import concurrent.futures, json, os, subprocess, sys, time, traceback

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
OUT = os.environ.get("OUT", os.path.join(ROOT, "out"))
BUILD = os.environ.get("BUILD", os.path.join(OUT, "build", "release"))
CONFIG = os.environ.get("CONFIG", "release")
LECTERN = os.environ.get("LECTERN", os.path.join(OUT, "lectern"))
SHARED = os.environ.get("SHARED", os.path.join(os.path.dirname(ROOT), "shared"))
SCRATCH = os.environ.get("SCRATCH", os.path.join(OUT, "test", "by-hand"))
SLOW = {"asan": 6, "cover": 3}.get(CONFIG, 1)  # how much longer things may take
LONG = bool(os.environ.get("LONG"))  # make check-long: the whole, not a sample
os.makedirs(SCRATCH, exist_ok=True)

_tests = []


class Skip(Exception):
    """Raised by a test that cannot run here; says why."""


def test(function):
    _tests.append(function)
    return function


def expect(condition, message):
    if not condition:
        raise AssertionError(message)


def name_of(function):
    return (function.__doc__ or function.__name__.replace("_", " ")).strip().splitlines()[0]


def run_tests():
    failed = False
    for number, function in enumerate(_tests, 1):
        name = name_of(function)
        try:
            function()
            print("ok %d - %s" % (number, name))
        except Skip as reason:
            print("ok %d - %s # SKIP %s: %s" % (number, name, name, reason))
        except AssertionError as error:
            failed = True
            print("not ok %d - %s" % (number, name))
            print("# " + str(error).replace("\n", "\n# "))
        except Exception:
            failed = True
            print("not ok %d - %s" % (number, name))
            print("# " + traceback.format_exc().replace("\n", "\n# "))
        sys.stdout.flush()
    sys.exit(1 if failed else 0)


def side_by_side(check, items):
    """[(item, what it raised)] of the items that `check` fails on; as many at once as there are processors
    in a long run, else one, for other scripts run beside this one."""
    def judge(item):
        try:
            check(item)
        except (AssertionError, subprocess.TimeoutExpired) as error:
            return item, error
    with concurrent.futures.ThreadPoolExecutor((os.cpu_count() or 1) if LONG else 1) as pool:
        return [found for found in pool.map(judge, items) if found]


def scratch(name):
    """A path in this script's own folder; nothing stands there."""
    path = os.path.join(SCRATCH, name)
    if os.path.isdir(path):
        subprocess.run(["rm", "-rf", path], check=True)
    elif os.path.exists(path):
        os.remove(path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    return path


def write(name, data):
    """Writes bytes or text to a scratch file, gives its path."""
    path = scratch(name)
    with open(path, "wb") as f:
        f.write(data if isinstance(data, bytes) else data.encode("utf-8"))
    return path


class Run:
    """A finished run of the program: status, out, err (bytes), seconds of wall and of processor."""

    def __init__(self, *args, stdin=b"", timeout=120, env=None, cwd=None):
        before = os.times()
        start = time.monotonic()
        done = subprocess.run([LECTERN, *args], input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=timeout * SLOW, env=dict(os.environ, **(env or {})), cwd=cwd)
        after = os.times()
        self.args = args
        self.seconds = time.monotonic() - start
        self.cpu_s = (after.children_user + after.children_system) - (before.children_user + before.children_system)
        self.status, self.out, self.err = done.returncode, done.stdout, done.stderr

    def ok(self):
        expect(self.status == 0, "%s: status %d: %s" % (" ".join(self.args), self.status, self.err[-800:].decode("utf-8", "replace")))
        return self

    def refused(self, status):
        """Ended with `status` and one line that says why."""
        shown = "%s: status %d, stderr %r" % (" ".join(self.args), self.status, self.err[-800:])
        expect(self.status == status, "wanted status %d; %s" % (status, shown))
        lines = [l for l in self.err.decode("utf-8").splitlines() if l.startswith("lectern: ")]
        expect(len(lines) == 1, "wanted one line `lectern: ...`; " + shown)
        expect(len(lines[0]) > len("lectern: ") + 5, "the message says too little; " + shown)
        return self


def script(data, *options, name="input.txt", timeout=60):
    """What `script --json` says of an article (bytes or text)."""
    run = Run("script", "--json", *options, write(name, data), timeout=timeout).ok()
    return json.loads(run.out)


def articles():
    """(name, bytes) of every article that the project carries."""
    found = []
    for folder in ("articles", "cases"):
        path = os.path.join(ROOT, "tests", folder)
        for name in sorted(os.listdir(path)):
            if name.endswith((".txt", ".md", ".html")):
                with open(os.path.join(path, name), "rb") as f:
                    found.append((name, f.read()))
    return found
