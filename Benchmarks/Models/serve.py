#!/usr/bin/env python3
"""Makes the tiny model and starts llama.cpp's Python server on it, for the tests of what a real server says.

  serve.py [--port N] [--embedding]

Prints `ready http://127.0.0.1:PORT/v1 PID` when it answers and ends with its standard input: a parent that dies takes it along.
Needs `llama-cpp-python[server]` and `gguf` from PyPI. One process a kind: a llama.cpp context either writes or embeds.
"""
import argparse
import os
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request

import tiny


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--embedding", action="store_true")
    options = parser.parse_args()
    # A parent may have it blocked, and then this and the server would never end.
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM})
    port = options.port or free_port()
    with tempfile.TemporaryDirectory() as folder:
        model = os.path.join(folder, "tiny.gguf")
        tiny.main(model)
        command = [sys.executable, "-m", "llama_cpp.server", "--model", model, "--model_alias", "tiny"]
        command += ["--host", "127.0.0.1", "--port", str(port), "--n_ctx", "4096", "--n_threads", "1"]
        command += ["--embedding", "true"] if options.embedding else ["--chat_format", "chatml-function-calling"]
        server = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=sys.stderr)
        signal.signal(signal.SIGTERM, lambda *_: server.kill())
        # Reads until the parent closes its end, or ends.
        threading.Thread(target=lambda: (os.read(0, 1), server.kill()), daemon=True).start()
        base = "http://127.0.0.1:%d/v1" % port
        for _ in range(600):
            if server.poll() is not None:
                sys.exit("the server ended with %s" % server.returncode)
            try:
                urllib.request.urlopen(base + "/models", timeout=1).read()
                break
            except OSError:
                time.sleep(0.1)
        print("ready %s %d" % (base, os.getpid()), flush=True)
        server.wait()


if __name__ == "__main__":
    main()
