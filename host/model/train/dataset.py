"""The tasks the model learns from and is measured on. Same seed, same tasks.

Three splits that share neither a wording nor a set of numbers: ``train``, ``validation`` (tunes
the confidence threshold) and ``test``. ``python dataset.py test 20`` prints some.
"""

import random
import re
import sys
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kinds import KINDS, size
from noise import rough, typo
from rewording import reworded
from words import slots
from working import GIVE_UP, write

HERE = Path(__file__).parent
SPLITS = ("train", "validation", "test")
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
    prompt: str
    working: str
    answer: int | None
    group: str


def split_of(text: str, parts: int) -> str:
    """A stable draw: one part in ``parts`` each for validation and test."""
    h = zlib.crc32(text.encode()) % parts
    return "validation" if h == 0 else "test" if h == 1 else "train"


@cache
def wordings(file: str, split: str) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for line in (HERE / file).read_text().splitlines():
        if line and not line.startswith("#") and split_of(line, 12) == split:
            group, text = line.split(" | ", 1)
            groups.setdefault(group, []).append(text)
    return groups


def fill(rng: random.Random, text: str, values: dict[str, str]) -> str:
    shared = rng.randrange(1000)

    def choose(m: re.Match[str]) -> str:
        options = m.group(2).split("|")
        return options[shared % len(options)] if m.group(1) else rng.choice(options)

    text = re.sub(r"\[(@?)([^\[\]]*)\]", choose, text)
    return re.sub(r"\{(\w+)\}", lambda m: values[m.group(1)], text)


def _inside(rng: random.Random, split: str, kind: str | None = None) -> tuple[Task, str, dict[str, str]]:
    groups = wordings("wordings_in.txt", split)
    names = [k for k in KINDS if k in groups]
    kind = kind or rng.choices(names, [KINDS[k].weight for k in names])[0]
    wording = rng.choice(groups[kind])
    while True:
        numbers = KINDS[kind].draw(rng)
        if split_of(repr(sorted(numbers.values())), 10) == split:
            break
    values = slots(rng, split != "train") | {k: str(v) for k, v in numbers.items()}
    prompt = fill(rng, wording, values)
    working, answer = write(KINDS[kind].program(numbers))
    return Task(prompt, working, answer, kind), wording, values


def inside(rng: random.Random, split: str) -> Task:
    task, wording, _ = _inside(rng, split)
    plain = len(re.findall(r"[a-z]{2,}", task.prompt)) < 2
    prompt = reworded(rng, task.prompt)
    return Task(rough(rng, prompt, plain), task.working, task.answer, task.group)


def _numbers(rng: random.Random) -> dict[str, str]:
    out = {k: str(size(rng, "1122334")) for k in ("a", "b", "c", "d", "n")}
    out |= {k: str(rng.randrange(2, 31)) for k in ("a2", "b2", "c2", "d2")}
    out["p"] = str(rng.randrange(1, 100))
    out |= {k: str(rng.randrange(10**5, 10 ** rng.choice([6, 7, 8, 9, 12]))) for k in ("big", "big2")}
    return out


def _spoilt(rng: random.Random, split: str) -> str:
    """A task of ours made unsolvable: a number or the question missing, scrambled, wrapped in another request."""
    while True:
        task, wording, values = _inside(rng, split)
        text = task.prompt
        how = rng.choices(["vague", "question", "wrap", "scramble", "two", "decimal", "huge", "negative"],
                          [4, 4, 3, 1.5, 1, 2, 1.5, 0.7])[0]
        found = list(re.finditer(r"\d+", text))
        m = rng.choice(found)
        if how == "vague":
            if task.group in ("add3", "add4") and ":" in wording or "+" in wording or len(text) < 25:
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
            return text + " " + _inside(rng, split)[0].prompt
        if how == "decimal":
            return text[: m.end()] + rng.choice([".", "."]) + str(rng.randrange(1, 100)) + text[m.end() :]
        if how == "huge":
            return text[: m.start()] + str(rng.randrange(10**5, 10 ** rng.choice([6, 7, 9]))) + text[m.end() :]
        if len(text) > 25 or "-" in text[: m.start()]:
            continue
        return text[: m.start()] + "-" + text[m.start() :]


def outside(rng: random.Random, split: str) -> Task:
    if rng.random() < 0.3:
        group, prompt = "spoilt", _spoilt(rng, split)
    else:
        groups = wordings("wordings_out.txt", split)
        group = rng.choices(list(groups), [len(g) ** 0.7 for g in groups.values()])[0]
        prompt = fill(rng, rng.choice(groups[group]), slots(rng, split != "train") | _numbers(rng))
    if rng.random() < 0.5:
        prompt = reworded(rng, prompt)
    if rng.random() < 0.1:
        prompt = typo(rng, prompt)
    if group not in ("maths", "spoilt") and rng.random() < 0.15:
        prompt = rough(rng, prompt, False)
    return Task(prompt, GIVE_UP, None, group)


def draw(rng: random.Random, split: str, outside_share: float = 0.35) -> Task:
    return outside(rng, split) if rng.random() < outside_share else inside(rng, split)


def tasks(split: str, count: int, seed: int, outside_share: float = 0.35) -> list[Task]:
    rng = random.Random(f"{split}-{seed}")
    return [draw(rng, split, outside_share) for _ in range(count)]


if __name__ == "__main__":
    for t in tasks(sys.argv[1], int(sys.argv[2]), 1):
        print(f"[{t.group}] {t.prompt}\n    " + t.working.replace("\n", "\n    "))
