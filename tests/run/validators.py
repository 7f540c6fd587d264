"""Validators that others maintain, where they are installed: in the folder VALIDATORS, else in
validators/ of the neighbouring folder."""
import os, shutil, subprocess

from kit import SHARED, Skip, expect

FOLDER = os.environ.get("VALIDATORS") or os.path.join(SHARED, "validators")


def missing(script):
    if not os.path.exists(os.path.join(FOLDER, script)):
        return "%s is not in %s" % (script, FOLDER)
    if script.endswith(".mjs") and not os.path.isdir(os.path.join(FOLDER, "node_modules")):
        return "node_modules is not installed in %s (install.sh there, or VALIDATORS=FOLDER)" % FOLDER
    if script.endswith("epub.sh") and not os.path.isdir(os.path.join(FOLDER, "node_modules")):
        return "node_modules is not installed in %s (install.sh there, or VALIDATORS=FOLDER)" % FOLDER
    if script.endswith("epub.sh") and not (shutil.which("java") and shutil.which("chromium")):
        return "a Java runtime and chromium are not installed"
    if script.endswith((".py", "epub.sh")) and subprocess.run(["/usr/bin/python3", "-c", "import mutagen, lxml"], stderr=subprocess.DEVNULL).returncode:
        return "python3-mutagen and python3-lxml are not installed"
    if script.endswith("page.mjs") and not shutil.which("chromium"):
        return "chromium is not installed"
    return None


def validate(script, *args, known=()):
    """What it printed, where it finds nothing but `known`, lines of it in full."""
    why = missing(script)
    if why:
        raise Skip(why)
    runner = {".mjs": ["node"], ".py": ["/usr/bin/python3"], ".sh": ["bash"]}[os.path.splitext(script)[1]]
    run = subprocess.run(runner + [os.path.join(FOLDER, script), *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd=FOLDER)
    said = run.stdout.decode()
    found = [line for line in said.splitlines() if line.startswith("ERROR")]
    expect(run.returncode == 0 or (found and set(found) <= set(known)), "%s: %s" % (script, said[-1500:]))
    return said


def needs(script):
    why = missing(script)
    if why:
        raise Skip(why)
