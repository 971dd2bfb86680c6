"""What each kind of task in ``wordings_in.txt`` computes, and the numbers it is asked about."""

import random
from collections.abc import Callable
from dataclasses import dataclass

Numbers = dict[str, int]


def size(rng: random.Random, lengths: str = "1223334", floor: int = 0) -> int:
    """A number whose count of digits is drawn from ``lengths``; round ones are frequent."""
    k = int(rng.choice(lengths))
    n = rng.randrange(10 ** (k - 1), 10**k)
    if k > 1 and rng.random() < 0.15:
        n = n // 10 ** (k - 1) * 10 ** (k - 1)
    elif k > 2 and rng.random() < 0.12:
        n = n // 10 * 10
    return max(n, floor)


def _many(count: int) -> Callable[[random.Random], Numbers]:
    def draw(rng: random.Random) -> Numbers:
        lengths = rng.choice(["122", "1223", "2233", "1223334", "2334444", "33444"])
        if count == 2 and rng.random() < 0.04:
            lengths = "45"
        return {"abcd"[i]: size(rng, lengths, 1) for i in range(count)}

    return draw


def _falling(rng: random.Random) -> Numbers:
    """a - b; below zero now and then, where the host has to give up."""
    lengths = rng.choice(["12", "1223", "2233", "33344", "2334444", "44445"])
    a, b = size(rng, lengths, 1), size(rng, lengths, 1)
    if rng.random() < 0.12:
        a = rng.choice([20, 50, 100, 200, 500, 1000, 2000, 5000, 10000])
    if a < b and rng.random() < 0.9:
        a, b = b, a
    return {"a": a, "b": b}


def _product(rng: random.Random) -> Numbers:
    roll = rng.random()
    if roll < 0.35:
        a, b = size(rng, "1222333", 2), rng.randrange(2, 10)
    elif roll < 0.45:
        a, b = size(rng, "4"), rng.randrange(2, 10)
    elif roll < 0.85:
        a, b = size(rng, "2233"), size(rng, "2")
    elif roll < 0.93:
        a, b = size(rng, "123", 2), rng.choice([10, 20, 30, 50, 100, 200, 300, 500])
    else:
        a, b = size(rng, "34"), size(rng, "3")
    return {"a": a, "b": b} if rng.random() < 0.6 else {"a": b, "b": a}


def _quotient(rng: random.Random) -> Numbers:
    b = rng.choice([2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 100])
    a = b * size(rng, "1122233" if b < 100 else "12", 1)
    roll = rng.random()
    if roll < 0.07:
        a += rng.randrange(1, b)
    elif roll < 0.12:
        b = rng.randrange(13, 60)
        a = b * size(rng, "12", 2)
    return {"a": a, "b": b}


def _percent(rng: random.Random) -> Numbers:
    while True:
        p = rng.choice([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 25, 30, 40, 50, 60, 70, 75, 80, 90, rng.randrange(1, 100)])
        n = size(rng, "2333", 10)
        if rng.random() < 0.5:
            n = n // 10 * 10 or 10
        if rng.random() < 0.3:
            n = rng.randrange(1, 100) * 100
        if n * p <= 99_999 and (n * p % 100 == 0 or rng.random() < 0.04):
            return {"p": p, "n": n}


def bill(rng: random.Random) -> tuple[int, int]:
    """A count and a price, either of them one digit more often than not."""
    if rng.random() < 0.65:
        a, b = rng.randrange(2, 10), size(rng, "12223", 2)
    else:
        a, b = size(rng, "22", 10), size(rng, "122", 2)
    return (a, b) if rng.random() < 0.6 else (b, a)


def _bill_and(rng: random.Random) -> Numbers:
    a, b = bill(rng)
    return {"a": a, "b": b, "c": size(rng, "12223", 1)}


def _two_bills(rng: random.Random) -> Numbers:
    a, b = bill(rng)
    c, d = bill(rng)
    return {"a": a, "b": b, "c": c, "d": d}


def _change(rng: random.Random) -> Numbers:
    a, b = bill(rng)
    n = a * b
    if rng.random() < 0.5:
        n = next((x for x in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000) if x >= n), 99_000)
    elif rng.random() < 0.92:
        n += size(rng, "123", 1)
    else:
        n = max(1, n - size(rng, "12", 1))
    return {"a": a, "b": b, "n": n}


def _gain_loss(rng: random.Random) -> Numbers:
    lengths = rng.choice(["12", "122", "223", "2333", "3344"])
    a, b = size(rng, lengths, 2), size(rng, lengths, 1)
    c = rng.randrange(1, a + b) if rng.random() < 0.95 else a + b + size(rng, "12")
    return {"a": a, "b": b, "c": c}


def _two_losses(rng: random.Random) -> Numbers:
    b, c = size(rng, "1223", 1), size(rng, "1223", 1)
    a = b + c + size(rng, "1233", 0) if rng.random() < 0.95 else max(b, c)
    return {"a": a, "b": b, "c": c}


def _loss_gain(rng: random.Random) -> Numbers:
    d = _falling(rng)
    return {**d, "c": size(rng, "1223", 1)}


def _sum_times(rng: random.Random) -> Numbers:
    return {"a": size(rng, "122", 1), "b": size(rng, "122", 1), "c": size(rng, "112", 2)}


def _sum_shared(rng: random.Random, c: int = 0) -> Numbers:
    while True:
        d = c or rng.randrange(2, 11)
        a, b = size(rng, "12233", 1), size(rng, "12233", 1)
        if (a + b) % d == 0 or rng.random() < 0.01:
            return {"a": a, "b": b, "c": d}


def _mean_of_three(rng: random.Random) -> Numbers:
    while True:
        lengths = rng.choice(["12", "22", "233"])
        a, b, c = (size(rng, lengths, 1) for _ in range(3))
        if (a + b + c) % 3 == 0 or rng.random() < 0.03:
            return {"a": a, "b": b, "c": c}


def _one(rng: random.Random) -> Numbers:
    return {"a": size(rng, "1223334", 2)}


def _even(rng: random.Random) -> Numbers:
    a = size(rng, "1223334", 2)
    return {"a": a - a % 2 if rng.random() < 0.95 else a}


def _few(rng: random.Random) -> Numbers:
    return {"a": rng.choice([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 25])}


def _rest_shared(rng: random.Random) -> Numbers:
    b, c = size(rng, "122", 1), rng.randrange(2, 11)
    return {"a": b + c * size(rng, "122", 1) + (rng.random() < 0.05), "b": b, "c": c}


def _rest_times(rng: random.Random) -> Numbers:
    b = size(rng, "12", 1)
    return {"a": b + size(rng, "122", 1), "b": b, "c": size(rng, "112", 2)}


def _product_shared(rng: random.Random) -> Numbers:
    c = rng.randrange(2, 11)
    a, b = c * rng.randrange(1, 10), size(rng, "12", 2)
    return {"a": a, "b": b, "c": c} if rng.random() < 0.5 else {"a": b, "b": a, "c": c}


def _product_less(rng: random.Random) -> Numbers:
    a, b = bill(rng)
    return {"a": a, "b": b, "c": rng.randrange(1, a * b + 1)}


@dataclass(frozen=True)
class Kind:
    weight: float
    draw: Callable[[random.Random], Numbers]
    formula: str


KINDS: dict[str, Kind] = {
    "add2": Kind(14, _many(2), "a + b"),
    "add3": Kind(6, _many(3), "a + b + c"),
    "add4": Kind(3, _many(4), "a + b + c + d"),
    "sub": Kind(14, _falling, "a - b"),
    "mul": Kind(14, _product, "a * b"),
    "div": Kind(9, _quotient, "a / b"),
    "pct": Kind(5, _percent, "p% * n"),
    "pctoff": Kind(3, _percent, "n - p% * n"),
    "pctup": Kind(3, _percent, "n + p% * n"),
    "mul_add": Kind(7, _bill_and, "a * b + c"),
    "mul_mul": Kind(5, _two_bills, "a * b + c * d"),
    "pay_mul": Kind(4, _change, "n - a * b"),
    "add_sub": Kind(4, _gain_loss, "a + b - c"),
    "sub2": Kind(4, _two_losses, "a - b - c"),
    "sub_add": Kind(3, _loss_gain, "a - b + c"),
    "add_mul": Kind(3, _sum_times, "(a + b) * c"),
    "add_div": Kind(2, _sum_shared, "(a + b) / c"),
    "mean2": Kind(2, lambda r: _sum_shared(r, 2), "(a + b) / 2"),
    "mean3": Kind(1.5, _mean_of_three, "(a + b + c) / 3"),
    "double": Kind(1.5, _one, "a * 2"),
    "triple": Kind(1, _one, "a * 3"),
    "half": Kind(2, _even, "a / 2"),
    "dozen": Kind(1, _few, "a * 12"),
    "mul3": Kind(1, lambda r: {x: size(r, "1112", 2) for x in "abc"}, "a * b * c"),
    "mul_sub": Kind(1, _product_less, "a * b - c"),
    "mul_div": Kind(1, _product_shared, "a * b / c"),
    "sub_mul": Kind(1, _rest_times, "(a - b) * c"),
    "sub_div": Kind(1, _rest_shared, "(a - b) / c"),
}
