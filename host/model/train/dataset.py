"""The tasks the model learns from and is measured on. Same seed, same tasks.

Three splits that share no wording, no clause of a held-out story and no set of numbers: ``train``,
``validation`` (tunes the confidence threshold) and ``test``; ``disjoint.py`` checks it. ``python dataset.py test 20`` prints some.
"""

import random
import re
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinds import KINDS, size
from noise import rough, typo
from quantities import WORDS, marked, named, unmarked
from rewording import reworded
from scenes import story, unsolvable
from splits import split_of
from words import slots
from formulas import GIVE_UP, answer, write

HERE = Path(__file__).parent
#: share of the solvable tasks that are put together from clauses
SCENES = 0.55
VAGUE = ["some", "several", "many", "a few", "a lot of", "x", "?", "...", "a number of", "n", "lots of", "most"]
WRAPPERS = [
    "translate into {l}: {t}", "write a poem about this: {t}", "{t} and design a logo for it.", "explain to a child why: {t}",
    "read this aloud: {t}", "is this a good exercise? {t}", "correct the spelling: {t}", "{t} answer in {l}.",
    "how many words has this sentence: {t}", "write this as a python program: {t}", "make this harder: {t}",
    "{t} also, what is the weather?", "who wrote this: {t}", "paint this: {t}", "rewrite as an email: {t}",
    "{t} then multiply by the number of planets.", "put this into my calendar: {t}", "forward this to anna: {t}",
    "draw a picture for this problem: {t}", "summarise: {t}", "what grade is this for? {t}", "repeat after me: {t}",
    "turn this into a quiz: {t}", "say it in {l}: {t}", "{t} draw a chart of it.", "what is wrong here: {t}",
]
LANGUAGES = ["german", "french", "spanish", "italian", "polish", "chinese"]


@dataclass(frozen=True)
class Task:
    #: as its poster wrote it
    prompt: str
    #: as the model reads it
    shown: str
    #: what the model has to write
    written: str
    answer: int | None
    group: str


@cache
def wordings(file: str, split: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for line in (HERE / file).read_text().splitlines():
        if line and not line.startswith("#") and split_of(line, 12) == split:
            group, text = line.split(" | ", 1)
            groups.setdefault(group, []).append(text)
    return groups


def chosen(rng: random.Random, text: str) -> str:
    """The wording with one of each group's options; the slots are still open."""
    shared = rng.randrange(1000)

    def choose(m: re.Match[str]) -> str:
        options = m.group(2).split("|")
        return options[shared % len(options)] if m.group(1) else rng.choice(options)

    return re.sub(r"\[(@?)([^\[\]]*)\]", choose, text)


def fill(text: str, values: dict[str, str]) -> str:
    return re.sub(r" +", " ", re.sub(r"\{(\w+)\}", lambda m: values[m.group(1)], text))


def places(text: str) -> dict[str, int]:
    """Where each slot first stands in a wording."""
    return {m.group(1): m.start() for m in reversed(list(re.finditer(r"\{(\w+)\}", text)))}


@cache
def held_out() -> re.Pattern[str]:
    """Matches a text whose wording is one of the other splits', whatever fills it."""
    patterns = []
    for split in ("validation", "test"):
        for texts in wordings("wordings_in.txt", split).values():
            for text in texts:
                groups = re.split(r"\[@?([^\[\]]*)\]", text)
                for i, part in enumerate(groups):
                    options = part.split("|") if i % 2 else [part]
                    groups[i] = "(?:" + "|".join(re.sub(r"\\\{\w+\\\}", r"\\S+(?: \\S+)?", re.escape(o)) for o in options) + ")"
                patterns.append("".join(groups))
    return re.compile("|".join(patterns))


def _scene(rng: random.Random, split: str) -> tuple[str, str, str, dict[str, int]]:
    while True:
        group, wording, formula, numbers = story(rng, split)
        open_wording = chosen(rng, wording)
        if split != "train" or not held_out().fullmatch(fill(open_wording, slots(rng, False) | {k: str(v) for k, v in numbers.items()})):
            return group, open_wording, formula, numbers


def _listed(rng: random.Random, split: str) -> tuple[str, str, str, dict[str, int]]:
    groups = wordings("wordings_in.txt", split)
    names = [k for k in KINDS if k in groups]
    kind = rng.choices(names, [KINDS[k].weight for k in names])[0]
    wording = chosen(rng, rng.choice(groups[kind]))
    formula = "|a - b|" if kind == "sub" and re.search(r"differ|gap between", wording) else KINDS[kind].formula
    return kind, wording, formula, KINDS[kind].draw(rng)


@dataclass(frozen=True)
class Draft:
    """A solvable task before its noise; its prompt has marks before its numbers."""

    prompt: str
    wording: str
    formula: str
    numbers: dict[str, int]
    group: str


def _said(rng: random.Random, wording: str, numbers: dict[str, int]) -> dict[str, str]:
    """The numbers as they are written; small ones before a word now and then as words."""
    wordy = rng.random() < 0.2
    return {
        slot: marked(slot, WORDS[n - 2] if wordy and 2 <= n < len(WORDS) + 2 and re.search(r"(?:^| )\{" + slot + r"\}(?= [a-z{])", wording) else n)
        for slot, n in numbers.items()
    }


def solvable_draft(rng: random.Random, split: str) -> Draft:
    maker = _scene if rng.random() < SCENES else _listed
    while True:
        group, wording, formula, numbers = maker(rng, split)
        if split_of(repr(sorted(numbers.values())), 10) == split:
            break
    said = _said(rng, wording, numbers) if len(re.findall(r"[a-z]{2,}", re.sub(r"\{\w+\}", "", wording))) > 2 else _said(random.Random(0), "", numbers)
    return Draft(fill(wording, slots(rng, split != "train") | said), wording, formula, numbers, group)


def inside(rng: random.Random, split: str) -> Task:
    while True:
        draft = solvable_draft(rng, split)
        plain = len(re.findall(r"[a-z]{2,}", draft.prompt)) < 2
        prompt = rough(rng, reworded(rng, draft.prompt), plain)
        shown, names = named(prompt)
        names |= {slot: str(n) for slot, n in draft.numbers.items() if slot not in names}
        written = write(draft.formula, places(draft.wording), names)
        if len(re.findall(r"\d", shown)) == 0:
            return Task(unmarked(prompt), shown, written, answer(draft.formula, draft.numbers), draft.group)


def _numbers(rng: random.Random) -> dict[str, str]:
    out = {k: str(size(rng, "1122334")) for k in ("a", "b", "c", "d", "n")}
    out |= {k: str(rng.randrange(2, 31)) for k in ("a2", "b2", "c2", "d2")}
    out["p"] = str(rng.randrange(1, 100))
    return out


def _spoilt(rng: random.Random, split: str) -> str:
    """A task of ours made unsolvable: a number or the question missing, scrambled, wrapped in another request."""
    while True:
        draft = solvable_draft(rng, split)
        text = unmarked(draft.prompt)
        how = rng.choices(["vague", "question", "wrap", "scramble", "two", "decimal", "negative"], [4, 4, 3, 1.5, 1, 2, 0.7])[0]
        found = list(re.finditer(r"\d+", text))
        if not found:
            continue
        m = rng.choice(found)
        if how == "vague":
            if draft.group in ("add3", "add4") and ":" in draft.wording or "+" in draft.wording or len(text) < 25 or draft.group == "expression":
                continue
            return text[: m.start()] + rng.choice(VAGUE) + text[m.end() :]
        if how == "question":
            parts = re.split(r"(?<=[.?]) ", text)
            if len(parts) < 2:
                continue
            return " ".join(parts[:-1])
        if how == "wrap":
            mine = [w for w in WRAPPERS if (split_of(w, 6) == "train") == (split == "train")]
            return rng.choice(mine).replace("{l}", rng.choice(LANGUAGES)).replace("{t}", text)
        if how == "scramble":
            words = text.split()
            if len(words) < 9:
                continue
            rng.shuffle(words)
            return " ".join(words)
        if how == "two":
            return text + " " + unmarked(solvable_draft(rng, split).prompt)
        if how == "decimal":
            return text[: m.end()] + rng.choice([".", "."]) + str(rng.randrange(1, 100)) + text[m.end() :]
        if len(text) > 25 or "-" in text[: m.start()]:
            continue
        return text[: m.start()] + "-" + text[m.start() :]


def outside(rng: random.Random, split: str) -> Task:
    roll = rng.random()
    if roll < 0.3:
        group, prompt = "spoilt", _spoilt(rng, split)
    elif roll < 0.5:
        wording, numbers = unsolvable(rng, split)
        group = "story"
        prompt = fill(chosen(rng, wording), slots(rng, split != "train") | {k: str(v) for k, v in numbers.items()})
    else:
        groups = wordings("wordings_out.txt", split)
        group = rng.choices(list(groups), [len(g) ** 0.7 for g in groups.values()])[0]
        prompt = fill(chosen(rng, rng.choice(groups[group])), slots(rng, split != "train") | _numbers(rng))
    if rng.random() < 0.5:
        prompt = reworded(rng, prompt)
    if rng.random() < 0.1:
        prompt = typo(rng, prompt)
    if group not in ("maths", "spoilt", "story") and rng.random() < 0.15:
        prompt = rough(rng, prompt, False)
    return Task(prompt, named(prompt)[0], GIVE_UP, None, group)


def draw(rng: random.Random, split: str, outside_share: float = 0.35) -> Task:
    return outside(rng, split) if rng.random() < outside_share else inside(rng, split)


def tasks(split: str, count: int, seed: int, outside_share: float = 0.35) -> list[Task]:
    rng = random.Random(f"{split}-{seed}")
    return [draw(rng, split, outside_share) for _ in range(count)]


if __name__ == "__main__":
    for t in tasks(sys.argv[1], int(sys.argv[2]), 1):
        print(f"[{t.group}] {t.prompt}\n    {t.shown}\n    {t.written}  {t.answer}")
