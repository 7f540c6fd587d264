#!/usr/bin/env python3
"""What people do with the checkout: install it, follow its README, keep its rules."""
import glob, os, re, shlex, shutil, subprocess, sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
from kit import LECTERN, OUT, ROOT, SLOW, Run, Skip, expect, run_tests, scratch, test

MAKE = os.environ.get("MAKE_PROGRAM", "make")
# The settings of the make that called us, so that nothing is built anew.
SETTINGS = [w for w in shlex.split(os.environ.get("CALLER_MAKEFLAGS", "")) if re.match(r"[A-Z_]+=", w)]


def make(*args):
    run = subprocess.run([MAKE, "--no-print-directory", "-C", ROOT, *SETTINGS, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    expect(run.returncode == 0, "make %s: %s" % (" ".join(args), run.stdout.decode()[-800:]))
    return run.stdout.decode()


def files(folder):
    return sorted(os.path.relpath(os.path.join(p, n), folder) for p, _, names in os.walk(folder) for n in names)


@test
def install_puts_everything_in_place_and_uninstall_takes_it_away():
    stage = scratch("stage")
    make("install", "DESTDIR=" + stage)
    placed = files(stage)
    for end in ("bin/lectern", "share/lectern/voices/narrator-a.ini", "share/lectern/voices/distance.tsv", "man/man1/lectern.1",
                "bash-completion/completions/lectern", "site-functions/_lectern"):
        expect(any(f.endswith(end) for f in placed), "%s is not installed" % end)
    program = os.path.join(stage, [f for f in placed if f.endswith("bin/lectern")][0])
    done = subprocess.run([program, "--version"], stdout=subprocess.PIPE)
    expect(done.returncode == 0, "the installed program does not run")
    make("uninstall", "DESTDIR=" + stage)
    expect(not files(stage), "left behind: %s" % files(stage))


@test
def the_manual_page_is_well_formed_and_names_every_option():
    page = Run("help", "--man").ok().out.decode()
    expect(page.startswith((".TH", ".\\\"", "'\\\"")), "it begins with %r" % page[:20])
    for option in re.findall(r"--[a-z-]+", Run("narrate", "--help").ok().out.decode()):
        expect(option.replace("-", "\\-") in page or option in page, "%s is missing" % option)
    if not shutil.which("man"):
        raise Skip("man is not installed (make setup)")
    path = scratch("lectern.1")
    with open(path, "w") as f:
        f.write(page)
    run = subprocess.run(["man", "--warnings", "-l", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         env=dict(os.environ, LC_ALL="C.UTF-8", MANWIDTH="100", MANPAGER="cat"))
    expect(run.returncode == 0 and b"warning" not in run.stderr, "man: %s" % run.stderr.decode()[:400])


@test
def the_completions_are_scripts_that_their_shells_take():
    for form, shell in (("--bash", "bash"), ("--zsh", "zsh")):
        script = Run("help", form).ok().out
        expect(b"narrate" in script and b"loudness" in script, "%s names no commands or options" % form)
        if shutil.which(shell):
            run = subprocess.run([shell, "-n"], input=script, stderr=subprocess.PIPE)
            expect(run.returncode == 0, "%s -n: %s" % (shell, run.stderr.decode()))


def readme_commands():
    """Command lines of the README's fenced blocks: ```sh or ```console with $."""
    found = []
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
        for language, block in re.findall(r"^```(\w*)\n(.*?)^```", f.read(), re.M | re.S):
            for line in re.sub(r"\\\n\s*", " ", block).splitlines():
                if language == "console" and line.startswith("$ "):
                    found.append(line[2:])
                elif language in ("sh", "bash", "shell") and line.strip() and not line.startswith("#"):
                    found.append(line)
    return found


def stage_for_readme():
    """A folder like the checkout, whose out/ may be written to, with articles of likely names."""
    folder = scratch("readme")
    os.makedirs(os.path.join(folder, "out"))
    for name in os.listdir(ROOT):
        if name != "out" and not name.startswith("."):
            os.symlink(os.path.join(ROOT, name), os.path.join(folder, name))
    os.symlink(LECTERN, os.path.join(folder, "out", "lectern"))
    sample = os.path.join(ROOT, "tests", "articles", "lighthouse.txt")
    for name in ("article.txt", "another.txt", "article.md", "story.txt"):
        shutil.copy(sample, os.path.join(folder, name))
    return folder


@test
def links_between_the_pages_lead_somewhere():
    for path in [os.path.join(ROOT, n) for n in os.listdir(ROOT) if n.endswith(".md")] + glob.glob(os.path.join(ROOT, "*", "README.md")):
        with open(path, encoding="utf-8") as f:
            text = f.read()
        for link in re.findall(r"\]\(([^)\s]+)\)", text):
            target, _, place = link.partition("#")
            if "://" in link:
                continue
            target = os.path.normpath(os.path.join(os.path.dirname(path), target)) if target else path
            expect(os.path.exists(target), "%s leads to %s, which is not there" % (path, link))
            if place:
                with open(target, encoding="utf-8") as f:
                    heads = [re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in re.findall(r"^#+ (.*)", f.read(), re.M)]
                expect(place in heads, "%s leads to %s, a heading that is not there" % (path, link))


@test
def the_readme_begins_with_narrating_and_checking():
    commands = [c for c in readme_commands() if c.startswith("make")]
    expect(commands[:2] == ["make narrate", "make check"], "its first commands are %s" % commands[:2])


def readme_example(begin):
    """The lines of the fenced block that begins so, without those that stand for others."""
    with open(os.path.join(ROOT, "README.md"), encoding="utf-8") as f:
        blocks = [b for b in re.findall(r"^```text\n(.*?)^```", f.read(), re.M | re.S) if b.startswith(begin)]
    expect(len(blocks) == 1, "%d blocks begin with %s" % (len(blocks), begin))
    return [l.replace(" [...]", "") for l in blocks[0].splitlines() if l not in ("", "[...]")]


@test
def the_examples_of_the_readme_are_what_is_printed():
    sample = os.path.join(ROOT, "tests", "articles", "lighthouse.txt")
    printed = Run("script", sample).ok().out.decode().splitlines()
    at = [printed.index(l) if l in printed else expect(False, "not printed: " + l) for l in readme_example("[cast]")]
    expect(at == sorted(at) and len(at) > 10, "the order is another: %s" % at)
    folder = Run("narrate", "-q", "-o", scratch("episodes"), sample).ok().out.decode().strip()
    transcript = open(glob.glob(folder + "/*.vtt")[0], encoding="utf-8").read()
    bare = lambda text: re.sub(r"<\d\d:[\d:.]+>", "", text)
    spoken = [l for l in readme_example("00:") if l.startswith("<v ")]
    for line in spoken:
        expect(bare(line) in bare(transcript), "not in the transcript: " + line)
    expect(len(spoken) == 2, spoken)


@test
def every_command_of_the_readme_works():
    commands, folder, ran = readme_commands(), stage_for_readme(), 0
    env = dict(os.environ, PATH=os.path.join(folder, "out") + ":" + os.environ["PATH"])
    for command in commands:
        if re.match(r"(sudo |apt|git )", command) or re.search(r"https?://", command):
            continue  # needs a network or another machine
        if re.match(r"(\w+=\S+ )*make\b", command):  # this very run is one of them
            make("-n", *shlex.split(command, comments=True)[1:])
            ran += 1
            continue
        run = subprocess.run(command, shell=True, cwd=folder, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=120 * SLOW)
        expect(run.returncode == 0, "%s: status %d: %s" % (command, run.returncode, run.stdout.decode()[-400:]))
        ran += 1
    expect(ran >= 3, "only %d commands were found" % ran)


@test
def setup_is_quick_and_quiet_where_everything_is_there():
    run = subprocess.run([os.path.join(ROOT, "scripts", "setup")], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    if b"installing" in run.stdout or b"not Debian" in run.stderr:
        raise Skip("this machine does not have every package")
    expect(run.returncode == 0 and run.stdout == b"setup: all packages are installed\n", "it says %r" % run.stdout)


@test
def the_continuous_build_runs_make_check_and_nothing_else():
    with open(os.path.join(ROOT, ".ci", "run")) as f:
        lines = [l for l in f.read().splitlines() if l and not l.startswith("#")]
    expect(lines == ['cd "$(dirname "$0")/.." && exec make check'], "it runs %s" % lines)


run_tests()
