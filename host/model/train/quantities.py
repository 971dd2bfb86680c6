"""The numbers of a task under names, as the host shows them to the model: the first is ①.

The same rule stands in ``host/src/model/quantities.ts``: whole numbers, with or without commas between
thousands, and the words two to twelve. Decimals keep their digits. While a task is made, a mark before a number says which slot it fills.
"""

import re

NAMES = "①②③④⑤⑥⑦⑧⑨"
MARK_0 = 0xE000
WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_WORD = rf"(?<![a-z-])(?:{'|'.join(WORDS)})(?![a-z]|-[a-z]| (?:hundred|thousand|million))"
_NUMBER = re.compile(rf"([\uE000-\uE0FF]?)((?<![\d.,])(?<![\d.,][\uE000-\uE0FF])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?!\d|[.,]\d)|{_WORD})")


def marked(slot: str, number: int | str) -> str:
    return chr(MARK_0 + ord(slot)) + str(number)


def _digits(found: str) -> str:
    return str(WORDS.index(found) + 2) if found in WORDS else found.replace(",", "")


def unmarked(text: str) -> str:
    return re.sub(r"[\uE000-\uE0FF]", "", text)


def named(text: str) -> tuple[str, dict[str, str]]:
    """The text with names for its numbers, and the names of the slots, or of a number that fills none."""
    slots: dict[str, str] = {}
    count = 0

    def name(m: re.Match[str]) -> str:
        nonlocal count
        if count == len(NAMES):
            return m.group(0)
        count += 1
        slots.setdefault(chr(ord(m.group(1)) - MARK_0) if m.group(1) else _digits(m.group(2)), NAMES[count - 1])
        return NAMES[count - 1]

    return unmarked(_NUMBER.sub(name, text)), slots


def restored(written: str, task: str) -> str:
    """What was written, with the task's numbers in place of their names."""
    numbers = [_digits(m.group(2)) for m in _NUMBER.finditer(task)]
    return re.sub(f"[{NAMES}]", lambda m: numbers[NAMES.index(m.group())] if NAMES.index(m.group()) < len(numbers) else m.group(), written)
