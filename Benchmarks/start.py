#!/usr/bin/env python3
"""Times new processes from start to exit, one command beside another, in turn: A B A B …

  start.py RUNS 'COMMAND A' ['COMMAND B' …]

Prints median and minimum wall milliseconds and the largest resident set of each, and each median as a ratio to the
first command's. The operating system's own accounting (wait4); Python's standard library only.
"""
import os
import shlex
import statistics
import sys
import time


def once(command):
    start = time.perf_counter()
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
    return (time.perf_counter() - start) * 1000, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    runs = int(sys.argv[1])
    commands = [shlex.split(x) for x in sys.argv[2:]]
    table = [[] for _ in commands]
    for command in commands:
        code = once(command)[2]
        if code != 0:
            sys.exit(f"{shlex.join(command)} ended with {code}")
    for _ in range(runs):
        for i, command in enumerate(commands):
            table[i].append(once(command))
    first = statistics.median(x[0] for x in table[0])
    for command, rows in zip(commands, table):
        wall = statistics.median(x[0] for x in rows)
        print(f"{wall:8.1f} ms median {min(x[0] for x in rows):8.1f} ms min {max(x[1] for x in rows):7.1f} MB"
              f"  x{wall / first:.2f}  {shlex.join(command)[:90]}")


main()
