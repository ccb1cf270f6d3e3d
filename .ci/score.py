#!/usr/bin/env python3
"""Scores the extract example against the gold of a shared folder and fails below the floors: score.py SHARED."""
import os, pathlib, re, subprocess, sys, tempfile

MENTION, STRICT, STANCE, NEED = r"mention P \d\.\d+ R \d\.\d+ F1", "strict F1", "stance", r"need P \d\.\d+ R \d\.\d+ F1"

# Of each gold set: the folder, the part of it that is only scored, never opened, and the floors, a little under what main reaches.
SETS = {
    "seed": ("seed", r"seed", {MENTION: 0.91, STANCE: 0.94}),
    "d": ("d", r"d-(1[13567]|2[024])", {MENTION: 0.77, STRICT: 0.64, STANCE: 0.77, NEED: 0.73}),
    "rd": ("rd", r"rd-(1[5-9]|2.)", {MENTION: 0.84, STRICT: 0.74, STANCE: 0.91, NEED: 0.88}),
}


def main(shared: pathlib.Path) -> int:
    score = shared / "score" / "score.py"
    subprocess.run(["cargo", "build", "--release", "--locked", "--example", "extract"], check=True)
    extract = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", "target"), "release", "examples", "extract").absolute()
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for name, (folder, only, floors) in SETS.items():
            texts, found = pathlib.Path(work, name), pathlib.Path(work, name + ".jsonl")
            subprocess.run([sys.executable, score, "text", shared / "gold" / folder, texts], check=True)
            with open(found, "wb") as out:
                subprocess.run([extract, "--format", "jsonl", texts], stdout=out, check=True)
            result = subprocess.run([sys.executable, score, "score", shared / "gold" / folder, found, "--only", only],
                                    check=True, capture_output=True, text=True).stdout
            last = result.strip().splitlines()[-1]
            print(f"{name}: {last}")
            for figure, floor in floors.items():
                got = float(re.search(figure + r" (\d\.\d+)", last).group(1))
                if got < floor:
                    print(f"{name}: {figure} is {got}, under the floor of {floor}")
                    failed = 1
    return failed


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
