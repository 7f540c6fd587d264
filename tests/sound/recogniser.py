"""Debian's pocketsphinx as a listener with no expectations: it knows the words of the sentences, and
holds each as likely as any other everywhere. What it takes for another word is a matter of sound."""
import math, os, shutil, subprocess

from recordings import Skip, RATE_HZ, expect, sentences, words_of

MODELS = "/usr/share/pocketsphinx/model/en-us"
DICTIONARY = os.path.join(MODELS, "cmudict-en-us.dict")


def require():
    if not shutil.which("pocketsphinx_batch") or not os.path.exists(DICTIONARY):
        raise Skip("no recogniser; apt-get install pocketsphinx pocketsphinx-en-us brings it")


def vocabulary():
    return sorted({w for s in sentences() for w in words_of(s)})


def write_dictionary(path):
    wanted, found = set(vocabulary()), set()
    with open(DICTIONARY, encoding="utf-8") as f, open(path, "w", encoding="utf-8") as out:
        for line in f:
            word = line.split()[0].split("(")[0]
            if word in wanted:
                out.write(line)
                found.add(word)
    expect(found == wanted, "words that the recogniser does not know: %s" % sorted(wanted - found))


def write_model(path):
    """A unigram in the ARPA format"""
    words = vocabulary()
    each = -math.log10(len(words) + 1)
    with open(path, "w", encoding="utf-8") as f:
        f.write("\\data\\\nngram 1=%d\n\n\\1-grams:\n-99 <s>\n" % (len(words) + 2))
        f.write("".join("%.4f %s\n" % (each, w) for w in ["</s>"] + words) + "\n\\end\\\n")


def recognise(clips, folder):
    """[words heard] of each clip"""
    os.makedirs(folder, exist_ok=True)
    write_dictionary(os.path.join(folder, "words.dict"))
    write_model(os.path.join(folder, "flat.arpa"))
    names = ["%03d" % i for i in range(len(clips))]
    for name, clip in zip(names, clips):
        with open(os.path.join(folder, name + ".raw"), "wb") as f:
            f.write(clip.tobytes())
    with open(os.path.join(folder, "list"), "w") as f:
        f.write("\n".join(names) + "\n")
    subprocess.run(["pocketsphinx_batch", "-hmm", MODELS + "/en-us", "-dict", "words.dict", "-lm", "flat.arpa",
                    "-adcin", "yes", "-samprate", str(RATE_HZ), "-cepdir", ".", "-cepext", ".raw", "-ctl", "list", "-hyp", "heard",
                    "-logfn", "log"], cwd=folder, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(os.path.join(folder, "heard"), encoding="utf-8") as f:
        heard = [line[:line.rindex("(")].split() for line in f]
    expect(len(heard) == len(clips), "%d of %d sentences came back" % (len(heard), len(clips)))
    return heard


def errors(said, heard):
    """Least number of words put in, left out and exchanged"""
    row = list(range(len(heard) + 1))
    for i, word in enumerate(said, 1):
        above, row[0] = row[0], i
        for j, other in enumerate(heard, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (word != other))
    return row[-1]


def error_percent(heard, which):
    said = [words_of(s) for s in sentences()]
    return 100 * sum(errors(said[i], heard[i]) for i in which) / sum(len(said[i]) for i in which)
