"""The way people really type: greetings, typos, missing marks, number words, thousands commas."""

import random
import re

WORDS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten",
         11: "eleven", 12: "twelve"}
BEFORE = ["please ", "hi, ", "hello! ", "hey, ", "quick question: ", "question: ", "task: ", "arithmetic: ",
          "homework: ", "please help: ", "can you tell me: ", "maths: ", "sum: ", "easy one: ", "could you tell me, ",
          "a little sum: ", "calculate: ", "i need help. ", "hi there! ", "need this today: ", "problem: "]
AFTER = [" thanks!", " thank you.", " please", " thanks in advance.", " show your working.", " just the number please.",
         " give only the result.", " please show the steps.", " whole number.", " thx", " cheers", " please answer quickly.",
         " it is for my homework.", " answer with a number."]


def typo(rng: random.Random, text: str) -> str:
    """Swaps, drops or doubles one letter of a longer word."""
    spots = [m for m in re.finditer(r"[a-z]{5,}", text)]
    if not spots:
        return text
    m = rng.choice(spots)
    i = rng.randrange(m.start() + 1, m.end() - 1)
    how = rng.randrange(3)
    if how == 0:
        return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return text[:i] + text[i + 1 :] if how == 1 else text[:i] + text[i] + text[i:]


def small_words(rng: random.Random, text: str) -> str:
    """Writes small numbers between spaces as words."""

    def swap(m: re.Match[str]) -> str:
        n = int(m.group(1))
        return m.group(0).replace(m.group(1), WORDS[n]) if n in WORDS and rng.random() < 0.7 else m.group(0)

    return re.sub(r"(?<![\w.,+*/%$€£-])(\d{1,2})(?= [a-z]| *$|[?.,] |[?.]$)", swap, text)


def thousands(text: str) -> str:
    """1250 as 1,250."""
    return re.sub(r"(?<![\d.,])(\d{1,2})(\d{3})(?![\d.]|,\d)", r"\1,\2", text)


def symbols(rng: random.Random, text: str) -> str:
    """12 dollars as $12."""
    sign = rng.choice("$$€£")
    return re.sub(r"(\d+) (?:peer|euros?|dollars|pounds|usd|eur)\b", sign + r"\1", text)


def rough(rng: random.Random, text: str, plain: bool) -> str:
    """The wording as somebody might type it; the meaning stays. ``plain`` marks a bare expression."""
    if rng.random() < 0.08 and not plain:
        text = small_words(rng, text)
    if rng.random() < 0.10:
        text = typo(rng, text)
        if rng.random() < 0.3:
            text = typo(rng, text)
    if rng.random() < 0.04:
        text = symbols(rng, text)
    if rng.random() < 0.06:
        text = thousands(text)
    if rng.random() < 0.10:
        text = text.rstrip("?.! ")
    if plain and rng.random() < 0.2:
        text = re.sub(r" *([+*/x×÷-]) *(?=\d)", lambda m: rng.choice(["", " "]) + m.group(1) + rng.choice(["", " "]), text)
    if rng.random() < 0.10:
        text = rng.choice(BEFORE) + text
    if rng.random() < 0.10:
        text = text + ("" if text.endswith((".", "?", "!")) else rng.choice([".", "", ","])) + rng.choice(AFTER)
    if rng.random() < 0.03:
        text = text.replace(". ", rng.choice([", ", " - ", "; ", " and "]), 1)
    return text
