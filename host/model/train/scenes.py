"""Stories put together from the clauses of ``scenes.txt``, and what they compute.

A held-out story has at least one clause of its own split; a training story has only training
clauses. ``expression`` does the same for bare calculations.
"""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from formulas import parse, value
from kinds import KINDS, Numbers, bill, size
from splits import split_of

HERE = Path(__file__).parent
#: text, singular, pronoun, object, possessive, whose
SUBJECTS = [("i", False, "i", "me", "my", "my"), ("we", False, "we", "us", "our", "our"), ("they", False, "they", "them", "their", "their"),
            *((f"{whose} {who}", True, p, o, s, f"{whose} {who}'s") for who, p, o, s in
              [("sister", "she", "her", "her"), ("brother", "he", "him", "his"), ("mother", "she", "her", "her"),
               ("uncle", "he", "him", "his"), ("neighbour", "she", "her", "her"), ("boss", "he", "him", "his"), ("friend", "he", "him", "his")]
              for whose in ("my", "our")),
            *((f"{whose} {who}", True, p, o, s, f"{whose} {who}'s") for who, p, o, s in
              [("farmer", "he", "him", "his"), ("teacher", "she", "her", "her"), ("baker", "he", "him", "his"), ("boy", "he", "him", "his"),
               ("girl", "she", "her", "her"), ("collector", "she", "her", "her"), ("club", "it", "it", "its"), ("shop", "it", "it", "its")]
              for whose in ("a", "the"))]
DISTRACTIONS = ["{name2} is # years old", "it is # o'clock", "each weighs # kg", "they are # cm long", "it took # minutes", "that was in {year}",
                "the {container} is # cm high", "the {place1} opens at #", "{name3} lives at number #", "page # shows them", "it is # degrees outside",
                "{name2} has # brothers", "the bus number is #", "they are # weeks old"]
CHANGES = ("own", "place", "money", "people", "stock", "measure")
PARTS = ("each", "where", "when", "spend", "kinds", "score", "paid", "tall")
RATES = ("shop", "box", "work", "daily")
SIZES = {"own": ["12", "122", "223", "23"], "place": ["12", "122", "223", "233"], "money": ["122", "223", "2333", "3344", "344"],
         "people": ["12", "122", "223", "2333", "34"], "stock": ["122", "223", "2333", "3344"], "measure": ["122", "223", "233"],
         "paid": ["12", "122", "223", "2333", "344"], "tall": ["22", "33", "23"],
         "spend": ["12", "122", "223", "2333", "344"], "when": ["122", "223", "2333", "3344"]}
FORMULAS = ["a + b", "a + b", "a - b", "a - b", "a * b", "a * b", "a / b", "a / b", "a + b + c", "a + b + c + d", "a * b + c", "a * b + c * d", "n - a * b",
            "a + b - c", "a - b - c", "a - b + c", "(a + b) * c", "(a + b) / c", "a * b - c", "(a - b) * c", "a + b * c", "a / b + c",
            "a / b - c", "a * b * c", "a * b / c", "(a - b) / c"]
LEADS = ["", "", "", "what is ", "what's ", "whats ", "calculate ", "compute ", "how much is ", "work out ", "solve ", "solve: ", "evaluate ", "find ",
         "can you work out ", "tell me ", "result of ", "the result of ", "the value of ", "i need ", "please do ", "do you know ", "what do i get for ",
         "what does this make: ", "sum: ", "calculation: ", "answer this: ", "help me with ", "what would be ", "quick: ", "next: ", "how much would be ",
         "could you calculate ", "please solve ", "give me ", "let me know what is ", "what comes out of ", "exercise: "]
TAILS = ["", "", "", "?", "?", " =", " = ?", "=", "=?", ".", " please", " is what?", " is how much?", " makes?", ", please", " equals", " equals what?",
         " gives what?", " ?"]
SYMBOLS = [{"+": "+", "-": "-", "*": "*", "/": "/"}, {"+": "+", "-": "-", "*": "x", "/": "/"}, {"+": "+", "-": "-", "*": "×", "/": "÷"},
           {"+": "+", "-": "-", "*": "x", "/": ":"}, {"+": "plus", "-": "minus", "*": "times", "/": "divided by"},
           {"+": "plus", "-": "minus", "*": "multiplied by", "/": "over"}, {"+": "and", "-": "less", "*": "times", "/": "divided by"}]
Story = tuple[str, str, str, Numbers]
"""group, wording with open slots, formula, numbers"""


@cache
def clauses() -> dict[tuple[str, str], list[str]]:
    out: dict[tuple[str, str], list[str]] = {}
    for line in (HERE / "scenes.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            world, part, clause = line.split(" | ", 2)
            out.setdefault((world, part), []).append(clause)
    return out


class Picker:
    """Takes clauses that a split may use and knows whether one of them is the split's own."""

    def __init__(self, rng: random.Random, split: str) -> None:
        self.rng, self.split, self.own, self.unfit = rng, split, split == "train", False

    def take(self, world: str, part: str) -> str:
        # a part whose clauses all belong to other splits makes the story unfit
        all_of_part = clauses()[(world, part)]
        allowed = [c for c in all_of_part if split_of(world + c, 12) in ("train", self.split)]
        self.unfit |= not allowed
        clause = self.rng.choice(allowed or all_of_part)
        self.own |= split_of(world + clause, 12) == self.split
        return clause


def person(rng: random.Random, text: str) -> str:
    """Settles who the story is about and the forms that go with it."""
    roll = rng.random()
    if roll < 0.5:
        pronoun, them, whose = rng.choice([("he", "him", "his"), ("she", "her", "her")])
        subject = ("{name}", True, pronoun if rng.random() < 0.8 else "{name}", them, whose, "{name}'s")
    elif roll < 0.75:
        subject = SUBJECTS[rng.randrange(2)]
    else:
        subject = rng.choice(SUBJECTS)
    name, singular, pronoun, them, whose, whose2 = subject
    text = re.sub(r"<([^<>|]*)\|([^<>|]*)>", lambda m: m.group(1 if singular else 2), text)
    for slot, word in (("{s}", name), ("{they}", pronoun), ("{them}", them), ("{their}", whose), ("{whose}", whose2)):
        text = text.replace(slot, word)
    return text


def lettered(text: str) -> str:
    """The n-th # becomes the n-th letter's slot."""
    letters = iter("abcdefg")
    return re.sub("#", lambda _: "{" + next(letters) + "}", text)


def told(rng: random.Random, clauses: list[str], question: str) -> str:
    """Clauses as sentences, with the question behind them or, rarely, before."""
    end = "?" if not re.match(r"\[?(add it|count|work out|find)", question) else rng.choice([".", "?", ""])
    roll = rng.random()
    if roll < 0.06:
        return f"if {' and '.join(clauses)}, {question}{end}"
    if roll < 0.09:
        return f"{question} if {' and '.join(clauses)}{end}"
    text = clauses[0]
    for i, clause in enumerate(clauses[1:]):
        last = i == len(clauses) - 2
        joint = rng.choice([". ", ". ", ". ", ", ", " and ", ". then ", ", then ", " and then ", "; ", " but "] if last else [". ", ". ", ", ", ". then "])
        text += joint + clause
    return text + rng.choice([". ", ". ", ". ", ". ", ", ", ": ", " - "]) + question + end


def sized(rng: random.Random, world: str, count: int) -> list[int]:
    lengths = rng.choice(SIZES.get(world, ["12", "122", "223", "233"]))
    return [size(rng, lengths, 1) for _ in range(count)]


def change(rng: random.Random, picker: Picker, odd: bool) -> Story:
    world = rng.choice(CHANGES)
    signs = [rng.random() < 0.45 for _ in range(rng.choice([1, 1, 1, 1, 2, 2, 2, 2, 3]))]
    parts = [picker.take(world, "start"), *(picker.take(world, "gain" if s else "loss") for s in signs)]
    asks = ["now"] + (["total"] if all(signs) else []) + (["left", "left"] if not signs[-1] else [])
    question = picker.take(world, "odd" if odd else rng.choice(asks))
    numbers = sized(rng, world, len(parts))
    rest = numbers[0]
    for i, gain in enumerate(signs):
        if not gain and numbers[i + 1] > rest and rng.random() < 0.97:
            if i == 0 and numbers[1] > 1 and rng.random() < 0.7:
                numbers[0], numbers[1] = numbers[1], numbers[0]
                rest = numbers[0]
            else:
                numbers[i + 1] = rng.randrange(1, rest + 1) if rest > 0 else 0
        rest += numbers[i + 1] if gain else -numbers[i + 1]
    formula = "a" + "".join(f" {'+' if s else '-'} {'bcd'[i]}" for i, s in enumerate(signs))
    return world, lettered(told(rng, parts, question)), formula, dict(zip("abcd", numbers))


def parts(rng: random.Random, picker: Picker, odd: bool) -> Story:
    world = rng.choice(PARTS)
    count = rng.choice([2, 2, 2, 3, 3, 4])
    gap = count == 2 and rng.random() < 0.35
    names = [picker.take(world, "first"), *(picker.take(world, "next") for _ in range(count - 1))]
    for i, text in enumerate(names):
        names[i] = re.sub(r"\{(\w+)\^\}", lambda m: "{" + m.group(1) + (str(i + 1) if i else "") + "}", text)
    question = picker.take(world, "odd" if odd else "gap" if gap else "sum")
    numbers = sized(rng, world, count)
    first = numbers[0] >= numbers[1]
    joint = rng.choice([", ", ", ", "; ", ". "])
    text = joint.join(names[:-1]) + rng.choice([" and ", " and ", ", ", joint]) + names[-1]
    sided = re.search(r"\{(big|small)", question) is not None
    question = _sided(question, first)
    formula = ("|a - b|" if not sided else "a - b" if first else "b - a") if gap else " + ".join("abcd"[:count])
    return world, lettered(told(rng, [text], question)), formula, dict(zip("abcd", numbers))


def _sided(question: str, first: bool) -> str:
    """Names the one that has more, and the other."""
    for slot, kind in (("", "name"), ("place", "place"), ("day", "day")):
        question = question.replace("{big" + slot + "}", "{" + kind + ("" if first else "2") + "}")
        question = question.replace("{small" + slot + "}", "{" + kind + ("2" if first else "") + "}")
    return question


def rates(rng: random.Random, picker: Picker, odd: bool) -> Story:
    world = rng.choice(RATES)
    extras = [e for e in ("second", "extra", "extra", "off", "pay") if (world, e) in clauses()]
    more = rng.choice(extras) if rng.random() < 0.6 else ""
    a, b = bill(rng)
    numbers, formula = {"a": a, "b": b}, "a * b"
    said, ask = [picker.take(world, "line")], "ask"
    if more:
        said.append(picker.take(world, more))
    if more == "second":
        numbers["c"], numbers["d"] = bill(rng)
        formula = "a * b + c * d"
    elif more == "extra":
        numbers["c"], formula = size(rng, "12223", 1), "a * b + c"
    elif more == "off":
        numbers["c"], formula = rng.randrange(1, a * b + 1), "a * b - c"
    elif more == "pay":
        up = next((x for x in (10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 50_000) if x >= a * b), 99_000)
        numbers["n"], formula, ask = up if rng.random() < 0.6 else a * b + size(rng, "123", 1), "n - a * b", "change"
    question = picker.take(world, "odd" if odd else ask)
    if more in ("second", "extra") and rng.random() < 0.8:
        said = [rng.choice([" and ", ", ", " plus ", " and also ", " + ", ", also "]).join(said)]
    return world, told(rng, said, question), formula, numbers


def whole(rng: random.Random, picker: Picker, _odd: bool) -> Story:
    kinds = [k for k, part in clauses() if part == "whole"]
    kind = rng.choices(kinds, [len(clauses()[(k, "whole")]) for k in kinds])[0]
    return kind, picker.take(kind, "whole"), KINDS[kind].formula, KINDS[kind].draw(rng)


def expression(rng: random.Random, picker: Picker, _odd: bool) -> Story:
    formula, lead, tail = rng.choice(FORMULAS), rng.choice(LEADS), rng.choice(TAILS)
    style = rng.randrange(len(SYMBOLS) - (lead == ""))
    own = split_of(f"{formula}{lead}{tail}{style}", 12)
    picker.own |= own == picker.split
    if picker.split == "train" and own != "train":
        picker.unfit = True
    words = SYMBOLS[style]
    text = re.sub(r"[-+*/]", lambda m: words[m.group()], re.sub(r"[a-z]", lambda m: "{" + m.group() + "}", formula))
    return "expression", lead + text + tail, formula, _fitting(rng, formula)


def _fitting(rng: random.Random, formula: str) -> Numbers:
    """Numbers whose result is whole and from 0 up, more often than not."""
    for _ in range(60):
        lengths = rng.choice(["1", "12", "122", "1223", "2233"] if "*" in formula or "/" in formula else ["12", "122", "223", "2334", "344"])
        numbers = {x: size(rng, lengths, 1) for x in set(re.findall("[a-z]", formula))}
        if "/" in formula:
            divisor = "b" if "/ b" in formula else "c"
            numbers[divisor] = rng.randrange(2, 13)
            if rng.random() < 0.8 and formula.startswith("a / b"):
                numbers["a"] = numbers["b"] * size(rng, "1122", 1)
        result = value(parse(formula), numbers)
        if (result is not None and result.denominator == 1 and 0 <= result) or rng.random() < 0.02:
            break
    return numbers


MAKERS: list[tuple[float, Callable[[random.Random, Picker, bool], Story]]] = [(30, change), (25, parts), (22, rates), (26, whole), (12, expression)]


def story(rng: random.Random, split: str, odd: bool = False) -> Story:
    """A story of the split; with ``odd`` its question asks for something that it does not tell."""
    makers = MAKERS[:3] if odd else MAKERS
    while True:
        picker = Picker(rng, split)
        group, text, formula, numbers = rng.choices([m for _, m in makers], [w for w, _ in makers])[0](rng, picker, odd)
        if picker.own and not picker.unfit:
            return group, re.sub(r" +([?.,;:])", r"\1", person(rng, text)) if group != "expression" else text, formula, numbers


def unsolvable(rng: random.Random, split: str) -> tuple[str, Numbers]:
    """A story that asks for what it does not tell, lacks its beginning, or has a number too many."""
    roll = rng.random()
    if roll < 0.5:
        _, text, _, numbers = story(rng, split, True)
        return text, numbers
    while True:
        _, text, _, numbers = story(rng, split)
        found = text.split(". ")
        if len(found) < 2:
            continue
        if roll < 0.75:
            extra = rng.choice(DISTRACTIONS).replace("#", "{e}")
            numbers = {**numbers, "e": size(rng, "122", 1)}
            return ". ".join([*found[:-1], extra, found[-1]]), numbers
        if len(found) > 2 and re.match(r"(\{they\}|he |she |then |\{[a-g]\} (were|of them|more))", found[1]):
            return ". ".join(found[1:]), numbers
