"""What the model learns to write: one expression, or that it gives up.

A formula such as ``n - p% * n`` names the slots of a wording. The model writes it with the names under
which the host shows it the numbers, in the order of the task's text: ``① - ②% × ①``. The host puts
the numbers back and calculates; a result that is no whole number from 0 up makes it give up.
"""

import re
from dataclasses import dataclass
from fractions import Fraction

GIVE_UP = "GIVE UP"


@dataclass(frozen=True)
class Leaf:
    """A slot's name, or a fixed number."""

    name: str


@dataclass(frozen=True)
class Percent:
    of: Leaf


@dataclass(frozen=True)
class Chain:
    """Terms joined by + and - (or × and ÷); True marks those that are added (or multiplied)."""

    additive: bool
    terms: tuple[tuple[bool, "Tree"], ...]


@dataclass(frozen=True)
class Gap:
    """A difference whose sign does not matter."""

    of: Chain


Tree = Leaf | Percent | Chain | Gap


def parse(formula: str) -> Tree:
    if formula.startswith("|"):
        inside = parse(formula.strip("|"))
        assert isinstance(inside, Chain)
        return Gap(inside)
    tokens = re.findall(r"\w+|[-+*/%()]", formula)

    def chain(additive: bool) -> Tree:
        plus, minus = ("+", "-") if additive else ("*", "/")
        terms = [(True, part(additive))]
        while tokens and tokens[0] in (plus, minus):
            sign = tokens.pop(0) == plus
            terms.append((sign, part(additive)))
        return terms[0][1] if len(terms) == 1 else Chain(additive, tuple(terms))

    def part(additive: bool) -> Tree:
        if additive:
            return chain(False)
        token = tokens.pop(0)
        if token == "(":
            inner = chain(True)
            tokens.pop(0)
            return inner
        if tokens and tokens[0] == "%":
            tokens.pop(0)
            return Percent(Leaf(token))
        return Leaf(token)

    return chain(True)


def ordered(tree: Tree, place: dict[str, int]) -> Tree:
    """Terms in the order of the task's text; a percentage stands first in its product."""
    if isinstance(tree, Gap):
        (_, a), (_, b) = sorted(tree.of.terms, key=lambda t: _first(t[1], place))
        return Gap(Chain(True, ((True, a), (False, b))))
    if not isinstance(tree, Chain):
        return tree
    terms = [(sign, ordered(term, place)) for sign, term in tree.terms]
    terms.sort(key=lambda t: -1 if isinstance(t[1], Percent) else _first(t[1], place))
    front = next(i for i, (sign, _) in enumerate(terms) if sign)
    return Chain(tree.additive, (terms[front], *terms[:front], *terms[front + 1 :]))


def _first(tree: Tree, place: dict[str, int]) -> int:
    assert not isinstance(tree, Gap)
    if isinstance(tree, Chain):
        return min(_first(term, place) for _, term in tree.terms)
    name = tree.of.name if isinstance(tree, Percent) else tree.name
    return place.get(name, 10_000)


def text(tree: Tree, names: dict[str, str]) -> str:
    if isinstance(tree, Gap):
        return f"|{text(tree.of, names)}|"
    if isinstance(tree, Percent):
        return text(tree.of, names) + "%"
    if isinstance(tree, Leaf):
        return names.get(tree.name, tree.name)
    out = ""
    for i, (sign, term) in enumerate(tree.terms):
        part = text(term, names)
        # a sum inside anything, or a product behind a division, keeps its brackets
        if isinstance(term, Chain) and (term.additive or not tree.additive):
            part = f"({part})"
        symbol = ("+" if sign else "-") if tree.additive else ("×" if sign else "÷")
        out += part if i == 0 else f" {symbol} {part}"
    return out


def value(tree: Tree, numbers: dict[str, int]) -> Fraction | None:
    """Exact; None where something is divided by zero."""
    if isinstance(tree, Gap):
        part = value(tree.of, numbers)
        return None if part is None else abs(part)
    if isinstance(tree, Percent):
        part = value(tree.of, numbers)
        return None if part is None else part / 100
    if isinstance(tree, Leaf):
        return Fraction(numbers[tree.name] if tree.name in numbers else int(tree.name))
    total = Fraction(0 if tree.additive else 1)
    for sign, term in tree.terms:
        part = value(term, numbers)
        if part is None or (not tree.additive and not sign and part == 0):
            return None
        if tree.additive:
            total += part if sign else -part
        else:
            total = total * part if sign else total / part
    return total


def write(formula: str, place: dict[str, int], names: dict[str, str]) -> str:
    return text(ordered(parse(formula), place), names)


def answer(formula: str, numbers: dict[str, int]) -> int | None:
    """None where the host would have to give up."""
    result = value(parse(formula), numbers)
    return None if result is None or result.denominator != 1 or result < 0 else int(result)
