#!/usr/bin/env python3
"""Writes a tiny language model with random weights, in the GGUF form: 2 layers, bytes as its vocabulary, 0.5 MB.

  tiny.py OUT.gguf

It talks nonsense, always the same: the numbers come from a fixed seed. Needs `gguf` and `numpy` from PyPI.
"""
import sys

import gguf
import numpy

LAYERS, WIDTH, HEADS, INNER, CONTEXT = 2, 64, 4, 128, 4096

TEMPLATE = (
    "{% for m in messages %}<{{ m['role'] }}>{{ m['content'] }}\n{% endfor %}"
    "{% if add_generation_prompt %}<assistant>{% endif %}"
)


def vocabulary():
    """Three special tokens, one for each byte, and one for each printable ASCII character."""
    kinds = gguf.TokenType
    rows = [("<unk>", kinds.UNKNOWN), ("<s>", kinds.CONTROL), ("</s>", kinds.CONTROL)]
    rows += [("<0x%02X>" % byte, kinds.BYTE) for byte in range(256)]
    rows += [("\u2581" if c == " " else c, kinds.NORMAL) for c in map(chr, range(32, 127))]
    return rows


def main(path):
    random = numpy.random.default_rng(7)
    rows = vocabulary()
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("tiny random")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(LAYERS)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_vocab_size(len(rows))
    # Of a text's tokens one vector, where it is asked for vectors.
    writer.add_pooling_type(gguf.PoolingType.MEAN)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_tokenizer_model("llama")
    writer.add_token_list([text.encode() for text, _ in rows])
    writer.add_token_scores([0.0 if kind == gguf.TokenType.NORMAL else -1.0 for _, kind in rows])
    writer.add_token_types([kind for _, kind in rows])
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_chat_template(TEMPLATE)

    def tensor(name, *shape):
        scale = numpy.float32(1 / numpy.sqrt(shape[-1]))
        values = random.standard_normal(shape).astype(numpy.float32) * scale
        writer.add_tensor(name, values)

    def ones(name):
        writer.add_tensor(name, numpy.ones(WIDTH, dtype=numpy.float32))

    tensor("token_embd.weight", len(rows), WIDTH)
    for layer in range(LAYERS):
        block = "blk.%d." % layer
        ones(block + "attn_norm.weight")
        for part in ("q", "k", "v", "output"):
            tensor(block + "attn_%s.weight" % part, WIDTH, WIDTH)
        ones(block + "ffn_norm.weight")
        tensor(block + "ffn_gate.weight", INNER, WIDTH)
        tensor(block + "ffn_up.weight", INNER, WIDTH)
        tensor(block + "ffn_down.weight", WIDTH, INNER)
    ones("output_norm.weight")
    tensor("output.weight", len(rows), WIDTH)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
