"""Muon: momentum whose matrix updates are orthogonalised; learns from fewer samples than Adam."""

import torch
from torch import Tensor


def orthogonal(g: Tensor, rounds: int = 5) -> Tensor:
    """Nearest half-orthogonal matrices, by a quintic Newton-Schulz iteration; g is a stack of wide ones."""
    a, b, c = 3.4445, -4.7750, 2.0315
    x = g / (g.norm(dim=(1, 2), keepdim=True) + 1e-7)
    for _ in range(rounds):
        s = x @ x.mT
        x = a * x + (b * s + c * s @ s) @ x
    return x


class Muon:
    """Matrices of one shape (or its transpose) are updated together, which small ones need to be fast."""

    def __init__(self, parameters: list[Tensor], momentum: float = 0.95, decay: float = 0.01) -> None:
        self.parameters = parameters
        self.momentum = momentum
        self.decay = decay
        self.buffers = [torch.zeros_like(p) for p in parameters]
        self.groups: dict[tuple[int, int], list[int]] = {}
        for i, p in enumerate(parameters):
            self.groups.setdefault((min(p.shape), max(p.shape)), []).append(i)

    @torch.no_grad()
    def step(self, rate: float) -> None:
        updates: list[Tensor] = []
        for p, m in zip(self.parameters, self.buffers):
            assert p.grad is not None
            m.lerp_(p.grad, 1 - self.momentum)
            updates.append(p.grad.lerp(m, self.momentum))
        for members in self.groups.values():
            wide = [u.T if u.shape[0] > u.shape[1] else u for u in (updates[i] for i in members)]
            for i, u in zip(members, orthogonal(torch.stack(wide))):
                p = self.parameters[i]
                p.mul_(1 - rate * self.decay)
                tall = p.shape[0] > p.shape[1]
                p.add_(u.T if tall else u, alpha=-rate * max(1.0, p.shape[0] / p.shape[1]) ** 0.5)
