#!/usr/bin/env python3
"""One writer, eight readers, and the writer killed over and over: no read may be wrong or fail, nothing may be lost.

  kill_writers.py PROGRAM [SECONDS] [KILLS] [build|update]                         default: 60 seconds, 20 kills, build

Two generations of a made-up corpus are written in turn over one index file by new processes; some are killed (SIGKILL) at a
random moment. With `update` the two differ in one document of a hundred, and each is made out of the other. Readers search without a pause in new processes and compare whole answers with those of the generation that
each answer names. At the end the index must verify and hold the generation of the last build that ended well, or one that
was killed after its file was in place; no temporary file may stay behind after one more build. Python's standard library only.
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import threading
import time

WORDS = "身份证 户口 申请 材料 办理 时限 深圳 福田 补贴 公积金 居住证 社保 医保 收费 标准 窗口 网上 预约".split()
QUESTION = "身份证申请材料"


def corpus(folder, seed, share):
    chance, other = random.Random(1), random.Random(seed)
    os.makedirs(folder, exist_ok=True)
    with open(f"{folder}/corpus.jsonl.new", "w", encoding="utf-8") as f:
        for i in range(4000):
            by = other if i % 100 < share else chance
            text = "".join(by.choice(WORDS) for _ in range(by.randint(20, 60)))
            f.write(json.dumps({"id": f"d{i}", "title": "", "text": text}, ensure_ascii=False) + "\n")
    os.rename(f"{folder}/corpus.jsonl.new", f"{folder}/corpus.jsonl")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    program = os.path.abspath(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 20
    way = sys.argv[4] if len(sys.argv) > 4 else "build"
    with tempfile.TemporaryDirectory() as folder:
        index = f"{folder}/index"

        def build(seed, wait=None):
            if way == "update":
                corpus(f"{folder}/0", seed, 1)
            child = subprocess.Popen([program, "index", way, f"{folder}/{0 if way == 'update' else seed}", "-o", index],
                                     stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                return child.wait(timeout=wait) == 0
            except subprocess.TimeoutExpired:
                child.send_signal(signal.SIGKILL)
                child.wait()
                return False

        def search():
            done = subprocess.run([program, "index", "search", QUESTION, "--index", index, "--json"], capture_output=True)
            return done.returncode, done.stdout, done.stderr

        expected, took = {}, 0
        for seed in (1, 2):
            corpus(f"{folder}/{seed}", seed, 100)
            start = time.monotonic()
            if not build(seed):
                sys.exit("a build fails even undisturbed")
            took = time.monotonic() - start
            expected[json.loads(search()[1])["generation"]] = search()[1]
        faults, reads, running = [], [0] * 8, True

        def read(number):
            while running:
                code, out, err = search()
                if code or expected.get(json.loads(out)["generation"]) != out:
                    faults.append((code, err.decode(errors="replace")))
                reads[number] += 1

        readers = [threading.Thread(target=read, args=(n,)) for n in range(8)]
        for reader in readers:
            reader.start()
        chance, end, killed, built, seed = random.Random(3), time.monotonic() + seconds, 0, 0, 1
        while time.monotonic() < end or killed < kills:
            seed = 3 - seed
            if chance.random() < 0.6:
                killed += not build(seed, wait=chance.uniform(0, 2 * took))
            else:
                built += build(seed)
        running = False
        for reader in readers:
            reader.join()
        whole = subprocess.run([program, "index", "verify", "--index", index], capture_output=True).returncode == 0
        build(seed)
        left = [name for name in os.listdir(folder) if name.endswith(".tmp")]
        print(f"{sum(reads)} reads, {built} builds, {killed} killed, {len(faults)} wrong or failed reads, "
              f"whole at the end: {whole}, left behind: {left}")
        for fault in faults[:5]:
            print(fault)
        sys.exit(bool(faults) or not whole or bool(left))


main()
