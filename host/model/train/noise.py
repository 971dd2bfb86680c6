"""The way people really type: greetings, typos, missing marks, thousands commas."""

import random
import re

BEFORE = ["please ", "hi, ", "hello! ", "hey, ", "quick question: ", "question: ", "task: ", "arithmetic: ",
          "homework: ", "please help: ", "can you tell me: ", "maths: ", "sum: ", "easy one: ", "could you tell me, ",
          "a little sum: ", "calculate: ", "i need help. ", "hi there! ", "need this today: ", "problem: ", "hello, ",
          "can somebody help? ", "my daughter asks: ", "my son wants to know: ", "i am doing the books. ", "for our accounts: ",
          "not sure about this: ", "i can't count. ", "ok so ", "right, ", "hey everyone, ", "good morning! ", "dear bot, ",
          "for the club: ", "a word problem: ", "just checking: ", "from my maths book: ", "pls help: ", "one more: ", "urgent: ",
          "this should be easy. ", "i always mix this up. ", "we argue about this: ", "for the till: ", "i'm planning a party. "]
AFTER = [" thanks!", " thank you.", " please", " thanks in advance.", " show your working.", " just the number please.",
         " give only the result.", " please show the steps.", " whole number.", " thx", " cheers", " please answer quickly.",
         " it is for my homework.", " answer with a number.", " thanks a lot!", " many thanks", " ta", " pls", " cheers!",
         " i'd like to know.", " i need it for the books.", " can't work it out.", " just curious.", " please help me.", " quick answer please.",
         " thank you in advance!", " need it today.", " any help is welcome."]


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


def thousands(text: str) -> str:
    """1250 as 1,250."""
    return re.sub(r"(?<![\d.,])(\d{1,3})(\d{3})(?![\d.]|,\d)", r"\1,\2", text)


def symbols(rng: random.Random, text: str) -> str:
    """12 dollars as $12."""
    sign = rng.choice("$$€£")
    return re.sub(r"([\uE000-\uE0FF]?\d+) (?:peer|euros?|dollars|pounds|usd|eur)\b", sign + r"\1", text)


def rough(rng: random.Random, text: str, plain: bool) -> str:
    """The wording as somebody might type it; the meaning stays. ``plain`` marks a bare expression."""
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
        text = re.sub(r" *([+*/x×÷-]) *(?=[\uE000-\uE0FF]?\d)", lambda m: rng.choice(["", " "]) + m.group(1) + rng.choice(["", " "]), text)
    if rng.random() < 0.10:
        text = rng.choice(BEFORE) + text
    if rng.random() < 0.10:
        text = text + ("" if text.endswith((".", "?", "!")) else rng.choice([".", "", ","])) + rng.choice(AFTER)
    if rng.random() < 0.03:
        text = text.replace(". ", rng.choice([", ", " - ", "; ", " and "]), 1)
    return text
