"""A llama-architecture network, small enough to train on one processor core.

The rotary embedding turns neighbouring pairs (the layout of the GGUF ``llama`` architecture), so
the export writes the weights as they are.
"""

from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn


@dataclass(frozen=True)
class Shape:
    vocabulary: int
    width: int = 128
    layers: int = 5
    heads: int = 4
    hidden: int = 384
    context: int = 512
    rope_base: float = 10_000.0
    epsilon: float = 1e-5

    def as_dict(self) -> dict[str, float | int]:
        return asdict(self)


class RMSNorm(nn.Module):
    def __init__(self, width: int, epsilon: float) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))
        self.epsilon = epsilon

    def forward(self, x: Tensor) -> Tensor:
        return F.rms_norm(x, (x.shape[-1],), self.weight, self.epsilon)


def rotary(shape: Shape) -> Tensor:
    """Unit complex numbers, [context, head width / 2], as pairs of cosine and sine."""
    half = shape.width // shape.heads // 2
    frequency = shape.rope_base ** (-torch.arange(half, dtype=torch.float64) / half)
    angle = torch.arange(shape.context, dtype=torch.float64)[:, None] * frequency
    return torch.stack((angle.cos(), angle.sin()), -1).float()


def turn(x: Tensor, rotation: Tensor) -> Tensor:
    """Turns neighbouring pairs of the last axis; x is [batch, token, head, head width]."""
    pairs = torch.view_as_complex(x.unflatten(-1, (-1, 2)))
    return torch.view_as_real(pairs * torch.view_as_complex(rotation)[:, None]).flatten(-2)


class Block(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        w, h = shape.width, shape.hidden
        self.heads = shape.heads
        self.attn_norm = RMSNorm(w, shape.epsilon)
        self.attn_q = nn.Linear(w, w, bias=False)
        self.attn_k = nn.Linear(w, w, bias=False)
        self.attn_v = nn.Linear(w, w, bias=False)
        self.attn_output = nn.Linear(w, w, bias=False)
        self.ffn_norm = RMSNorm(w, shape.epsilon)
        self.ffn_gate = nn.Linear(w, h, bias=False)
        self.ffn_up = nn.Linear(w, h, bias=False)
        self.ffn_down = nn.Linear(h, w, bias=False)

    def forward(self, x: Tensor, rotation: Tensor) -> Tensor:
        b, t, w = x.shape
        n = self.attn_norm(x)

        def split(y: Tensor) -> Tensor:
            return y.view(b, t, self.heads, -1)

        q = turn(split(self.attn_q(n)), rotation).transpose(1, 2)
        k = turn(split(self.attn_k(n)), rotation).transpose(1, 2)
        v = split(self.attn_v(n)).transpose(1, 2)
        a = F.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.attn_output(a.transpose(1, 2).reshape(b, t, w))
        n = self.ffn_norm(x)
        return x + self.ffn_down(F.silu(self.ffn_gate(n)) * self.ffn_up(n))


class Network(nn.Module):
    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.token_embd = nn.Embedding(shape.vocabulary, shape.width)
        self.blk = nn.ModuleList(Block(shape) for _ in range(shape.layers))
        self.output_norm = RMSNorm(shape.width, shape.epsilon)
        self.output = nn.Linear(shape.width, shape.vocabulary, bias=False)
        self.register_buffer("rotation", rotary(shape), persistent=False)
        for name, p in self.named_parameters():
            if p.ndim == 2:
                deep = name.endswith(("attn_output.weight", "ffn_down.weight"))
                nn.init.normal_(p, std=0.02 / (2 * shape.layers) ** 0.5 if deep else 0.5 / p.shape[1] ** 0.5)
        nn.init.normal_(self.token_embd.weight, std=0.5)
        nn.init.normal_(self.output.weight, std=0.02)

    def body(self, tokens: Tensor) -> Tensor:
        t = tokens.shape[1]
        x = self.token_embd(tokens)
        for block in self.blk:
            x = block(x, self.rotation[:t])
        return self.output_norm(x)

    def forward(self, tokens: Tensor) -> Tensor:
        return self.output(self.body(tokens))

    def loss(self, tokens: Tensor, weights: Tensor) -> Tensor:
        """Mean cross entropy of the next token, each as heavy as its weight; 0 leaves it out."""
        heavy = weights[:, 1:]
        keep = heavy > 0
        x = self.body(tokens[:, :-1])[keep]
        each = F.cross_entropy(self.output(x).float(), tokens[:, 1:][keep], reduction="none")
        return (each * heavy[keep]).sum() / heavy.sum()
