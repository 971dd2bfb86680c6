"""Muon: momentum whose matrix updates are orthogonalised; learns from fewer samples than Adam."""

import torch
from torch import Tensor


def orthogonal(g: Tensor, rounds: int = 5) -> Tensor:
    """Nearest half-orthogonal matrix, by a quintic Newton-Schulz iteration."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g / (g.norm() + 1e-7)
    tall = x.shape[0] > x.shape[1]
    if tall:
        x = x.T
    for _ in range(rounds):
        s = x @ x.T
        x = a * x + (b * s + c * s @ s) @ x
    return x.T if tall else x


class Muon:
    def __init__(self, parameters: list[Tensor], momentum: float = 0.95, decay: float = 0.01) -> None:
        self.parameters = parameters
        self.momentum = momentum
        self.decay = decay
        self.buffers = [torch.zeros_like(p) for p in parameters]

    @torch.no_grad()
    def step(self, rate: float) -> None:
        for p, m in zip(self.parameters, self.buffers):
            if p.grad is None:
                continue
            m.lerp_(p.grad, 1 - self.momentum)
            u = orthogonal(p.grad.lerp(m, self.momentum))
            p.mul_(1 - rate * self.decay)
            p.add_(u, alpha=-rate * max(1.0, p.shape[0] / p.shape[1]) ** 0.5)
