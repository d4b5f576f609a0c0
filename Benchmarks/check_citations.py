#!/usr/bin/env python3
"""Checks every citation of a batch output against the documents of an index, with nothing of the runtime's own code.

  check_citations.py CITY_AGENT OUT.jsonl [--knowledge DIR_OR_INDEX]

For each citation: the quote equals the bytes [start, end) of what `index show DOCUMENT` prints, and the digest is
the SHA-256 of all of it. Prints one line of counts; exit 1 when one does not hold. Python's standard library only.
"""
import functools
import hashlib
import json
import subprocess
import sys


def main():
    args = sys.argv[1:]
    extra = []
    if "--knowledge" in args:
        at = args.index("--knowledge")
        extra = args[at:at + 2]
        del args[at:at + 2]
    if len(args) != 2:
        sys.exit(__doc__)
    program, out = args

    @functools.lru_cache(maxsize=None)
    def text(document):
        return subprocess.run([program, "index", "show", document, *extra], check=True, capture_output=True).stdout

    good = bad = answers = 0
    for line in open(out, encoding="utf-8"):
        answer = json.loads(line).get("answer")
        if not answer:
            continue
        answers += 1
        for c in answer["citations"]:
            shown = text(c["document"])
            start, end = c["range"]
            holds = shown[start:end] == c["quote"].encode() and hashlib.sha256(shown).hexdigest() == c["digest"]
            good += holds
            bad += not holds
            if not holds:
                print("does not hold:", json.dumps(c, ensure_ascii=False)[:300], file=sys.stderr)
    print(f"answers {answers}, citations {good + bad}, hold {good}, fail {bad}")
    sys.exit(1 if bad or not good else 0)


main()
