"""Writes a checkpoint as a GGUF v3 file of the ``llama`` architecture, weights in q8_0.

    python export_gguf.py CHECKPOINT OUT.gguf [--raw]

The running average of the weights is written, or with ``--raw`` the last ones.
"""

import argparse
from pathlib import Path

import numpy as np
import torch
from gguf import GGMLQuantizationType, GGUFWriter, LlamaFileType, TokenType
from gguf.quants import quantize

from network import Shape
from tokenizer import BEGIN, BYTE_0, END, UNKNOWN, Tokenizer


def token_type(index: int) -> TokenType:
    if index == UNKNOWN:
        return TokenType.UNKNOWN
    if index in (BEGIN, END):
        return TokenType.CONTROL
    return TokenType.BYTE if index < BYTE_0 + 256 else TokenType.NORMAL


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--raw", action="store_true")
    args = parser.parse_args()
    state = torch.load(args.checkpoint, map_location="cpu")
    shape = Shape(**state["shape"])
    weights = state["raw" if args.raw else "average"]
    tokenizer = Tokenizer.load(args.checkpoint.parent / "tokenizer.json")

    writer = GGUFWriter(args.out, "llama")
    writer.add_name("PeerCommons arithmetic")
    writer.add_description("Writes the calculation that a short written task asks for, and gives up on all other tasks.")
    writer.add_license("MIT")
    writer.add_file_type(LlamaFileType.MOSTLY_Q8_0)
    writer.add_vocab_size(shape.vocabulary)
    writer.add_context_length(shape.context)
    writer.add_embedding_length(shape.width)
    writer.add_block_count(shape.layers)
    writer.add_feed_forward_length(shape.hidden)
    writer.add_head_count(shape.heads)
    writer.add_head_count_kv(shape.heads)
    writer.add_rope_dimension_count(shape.width // shape.heads)
    writer.add_rope_freq_base(shape.rope_base)
    writer.add_layer_norm_rms_eps(shape.epsilon)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list(tokenizer.tokens)
    writer.add_token_scores(tokenizer.scores)
    writer.add_token_types([token_type(i) for i in range(len(tokenizer.tokens))])
    writer.add_unk_token_id(UNKNOWN)
    writer.add_bos_token_id(BEGIN)
    writer.add_eos_token_id(END)
    writer.add_add_bos_token(True)
    writer.add_add_eos_token(False)
    writer.add_add_space_prefix(True)

    for name, tensor in weights.items():
        data = tensor.float().numpy().astype(np.float32)
        if data.ndim == 2:
            kind = GGMLQuantizationType.Q8_0
            writer.add_tensor(name, quantize(data, kind), raw_dtype=kind)
        else:
            writer.add_tensor(name, data)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    print(f"{args.out}: {args.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
