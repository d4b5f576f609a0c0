#!/usr/bin/env python3
"""How build and search grow with the number of passages: one JSON line a size, and a picture of the curves.

  growth.py PROGRAM CORPUS.jsonl[.gz] QUERIES.jsonl FOLDER [SIZE …]        default sizes: 1000 … 1000000

CORPUS has a line {"id", "title", "text"} a passage, QUERIES a line {"id", "text"} a question. Of a smaller size every n-th
passage is taken; of a larger one passages are taken again, each time with its sentences turned round by one more, so that
no two are the same. FOLDER gets the corpora, the indexes, growth.jsonl and growth.svg. CPU times are the operating
system's own (wait4: user + system). A search's time is what 19 more runs over the questions add, divided by their
number. Python's standard library only.
"""
import gzip
import json
import math
import os
import re
import sys


def passages(path, size):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    rows = [json.loads(line) for line in opened]
    if size <= len(rows):
        return [rows[i * len(rows) // size] for i in range(size)]
    out = []
    for i in range(size):
        row, turn = rows[i % len(rows)], i // len(rows)
        parts = re.split("(?<=[。；;\\n])", row["text"])
        turned = parts[turn % len(parts):] + parts[:turn % len(parts)]
        out.append({"id": f"{row['id']}-{turn}", "title": row["title"], "text": "".join(turned)})
    return out


def run(command):
    """CPU seconds and peak megabytes of a child."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        try:
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    _, status, usage = os.wait4(child, 0)
    if os.waitstatus_to_exitcode(status):
        sys.exit(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def measure(program, corpus, queries, folder, size):
    place = f"{folder}/{size}"
    os.makedirs(f"{place}/once", exist_ok=True)
    os.makedirs(f"{place}/often", exist_ok=True)
    with open(f"{place}/corpus.jsonl", "w", encoding="utf-8") as f:
        for row in passages(corpus, size):
            f.write(json.dumps(row, ensure_ascii=False) + "\n")
    rows = [json.loads(line) for line in open(queries, encoding="utf-8")]
    for name, times in (("once", 1), ("often", 20)):
        with open(f"{place}/{name}/queries.jsonl", "w", encoding="utf-8") as f:
            for time in range(times):
                for row in rows:
                    f.write(json.dumps({"id": f"{row['id']}-{time}", "text": row["text"]}, ensure_ascii=False) + "\n")
    index = f"{place}/index"
    cpu, memory = run([program, "index", "build", f"{place}/corpus.jsonl", "-o", index])
    search = []
    for _ in range(3):
        once, _ = run([program, "eval", "retrieval", f"{place}/once", "--index", index, "--jobs", "1"])
        often, serving = run([program, "eval", "retrieval", f"{place}/often", "--index", index, "--jobs", "1"])
        search.append((often - once) / (19 * len(rows)) * 1e6)
    os.remove(f"{place}/corpus.jsonl")
    return {"passages": size, "build_cpu_s": round(cpu, 2), "build_mb": round(memory),
            "index_mb": round(os.path.getsize(index) / 1e6, 1), "search_us": round(min(search)),
            "serving_mb": round(serving)}


CURVES = [("build_cpu_s", "build, CPU s", "#1f77b4"), ("index_mb", "index, MB", "#2ca02c"),
          ("search_us", "search (100 best documents), CPU µs", "#d62728"), ("serving_mb", "memory while searching, MB", "#9467bd")]


def picture(rows, path):
    """All curves over both axes in powers of ten."""
    width, height, left, right, top, bottom = 820, 460, 70, 300, 40, 60
    values = [row[key] for row in rows for key, _, _ in CURVES if row[key] > 0]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = (math.log10(rows[i]["passages"]) for i in (0, -1))

    def x(size):
        return left + (math.log10(size) - first) / max(1e-9, last - first) * (width - left - right)

    def y(value):
        return height - bottom - (math.log10(max(value, 10 ** low)) - low) / max(1, high - low) * (height - top - bottom)

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
           f'<rect width="{width}" height="{height}" fill="#fff"/>',
           f'<text x="{left}" y="22" font-size="15">Growth of an index with its passages</text>']
    for power in range(low, high + 1):
        out.append(f'<line x1="{left}" x2="{width - right}" y1="{y(10 ** power):.1f}" y2="{y(10 ** power):.1f}" stroke="#ddd"/>')
        out.append(f'<text x="{left - 8}" y="{y(10 ** power) + 4:.1f}" text-anchor="end">{10.0 ** power:g}</text>')
    for row in rows:
        out.append(f'<text x="{x(row["passages"]):.1f}" y="{height - bottom + 18}" text-anchor="middle">{row["passages"]:,}</text>')
    out.append(f'<text x="{(left + width - right) / 2}" y="{height - 14}" text-anchor="middle">passages</text>')
    labels = sorted(CURVES, key=lambda c: y(rows[-1][c[0]]))
    place = 0
    for key, name, colour in labels:
        points = " ".join(f'{x(row["passages"]):.1f},{y(row[key]):.1f}' for row in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(row["passages"]):.1f}" cy="{y(row[key]):.1f}" r="3" fill="{colour}"/>' for row in rows]
        place = max(place + 16, y(rows[-1][key]) + 4)
        out.append(f'<text x="{width - right + 10}" y="{place:.1f}" fill="{colour}">{name}: {rows[-1][key]:g}</text>')
    with open(path, "w", encoding="utf-8") as f:
        f.write("\n".join(out + ["</svg>", ""]))


def main():
    if len(sys.argv) < 5:
        sys.exit(__doc__)
    program, corpus, queries, folder = sys.argv[1:5]
    sizes = [int(x) for x in sys.argv[5:]] or [1000, 3000, 10_000, 30_000, 100_000, 300_000, 1_000_000]
    os.makedirs(folder, exist_ok=True)
    rows = []
    for size in sizes:
        rows.append(measure(program, corpus, queries, folder, size))
        print(json.dumps(rows[-1]), flush=True)
    with open(f"{folder}/growth.jsonl", "w", encoding="utf-8") as f:
        f.writelines(json.dumps(row) + "\n" for row in rows)
    picture(rows, f"{folder}/growth.svg")


main()
