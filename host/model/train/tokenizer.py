"""A small SentencePiece-BPE vocabulary that llama.cpp reads as it is.

Text is lower case. Word pieces are learnt from the generator's corpus; a digit is always its
own token, so is a number's name, and whatever has no piece falls back to bytes. A few pieces exist for the expression
alone: no merge leads to them, so a prompt can never contain them.
"""

import json
from collections import Counter
from pathlib import Path

from quantities import NAMES

SPACE = "\u2581"
UNKNOWN, BEGIN, END = 0, 1, 2
BYTE_0 = 3
NEWLINE = BYTE_0 + 10
#: Pieces only the expression uses; the longest match wins when one is encoded.
#: None may be a join of two other tokens, or llama.cpp would build it from a prompt.
WRITTEN_PIECES = ["GIVE" + SPACE + "UP", *(SPACE + s + SPACE for s in "+-×÷")]
LETTERS = "abcdefghijklmnopqrstuvwxyz"
SINGLES = SPACE + "0123456789" + LETTERS + ".,?!'\"-+*/=()%:;$€£×÷−&#@<>_[]–—x²|" + NAMES


def learn_pieces(texts: list[str], count: int) -> list[str]:
    """Merged word pieces in the order they were learnt. Only letters merge, and a leading space."""
    words: Counter[str] = Counter()
    for text in texts:
        for word in text.split():
            run = SPACE
            for c in word:
                if c in LETTERS:
                    run += c
                else:
                    if len(run.strip(SPACE)) > 0:
                        words[run] += 1
                    run = ""
            if run.strip(SPACE):
                words[run] += 1
    splits = {w: list(w) for w in words}
    pieces: list[str] = []
    while len(pieces) < count:
        pairs: Counter[tuple[str, str]] = Counter()
        for w, parts in splits.items():
            n = words[w]
            for pair in zip(parts, parts[1:]):
                pairs[pair] += n
        if not pairs:
            break
        best = min(pairs, key=lambda p: (-pairs[p], p))
        merged = best[0] + best[1]
        pieces.append(merged)
        for w, parts in splits.items():
            if best[0] not in parts:
                continue
            out: list[str] = []
            i = 0
            while i < len(parts):
                if i + 1 < len(parts) and (parts[i], parts[i + 1]) == best:
                    out.append(merged)
                    i += 2
                else:
                    out.append(parts[i])
                    i += 1
            splits[w] = out
    return list(dict.fromkeys(pieces))


class Tokenizer:
    def __init__(self, pieces: list[str]) -> None:
        singles = list(dict.fromkeys(SINGLES))
        self.merged = pieces
        self.tokens = ["<unk>", "<s>", "</s>", *[f"<0x{i:02X}>" for i in range(256)]]
        self.tokens += WRITTEN_PIECES + singles + pieces
        while len(self.tokens) % 32:
            self.tokens.append(f"<spare{len(self.tokens)}>")
        self.ids = {t: i for i, t in enumerate(self.tokens)}
        first = len(self.tokens)
        self.scores = [0.0] * first
        for rank, piece in enumerate(pieces):
            self.scores[self.ids[piece]] = -float(rank + 1)
        for single in singles:
            self.scores[self.ids[single]] = -float(len(pieces) + 1)
        for piece in WRITTEN_PIECES:
            self.scores[self.ids[piece]] = -1e6
        self.rank = {p: r for r, p in enumerate(pieces)}
        self.cache: dict[str, list[int]] = {}

    @staticmethod
    def load(path: Path) -> "Tokenizer":
        return Tokenizer(json.loads(path.read_text())["pieces"])

    def save(self, path: Path) -> None:
        path.write_text(json.dumps({"pieces": self.merged, "tokens": self.tokens}, ensure_ascii=False) + "\n")

    def _word(self, word: str) -> list[int]:
        known = self.cache.get(word)
        if known is not None:
            return known
        parts = list(word)
        while len(parts) > 1:
            best, where = None, -1
            for i in range(len(parts) - 1):
                r = self.rank.get(parts[i] + parts[i + 1])
                if r is not None and (best is None or r < best):
                    best, where = r, i
            if best is None:
                break
            parts[where : where + 2] = [parts[where] + parts[where + 1]]
        out: list[int] = []
        for part in parts:
            i = self.ids.get(part)
            if i is not None:
                out.append(i)
            else:
                out.extend(BYTE_0 + b for b in part.encode())
        if len(self.cache) < 200_000:
            self.cache[word] = out
        return out

    def encode(self, text: str) -> list[int]:
        """Tokens of a prompt, with the space that llama.cpp puts in front."""
        flat = SPACE + text.replace(" ", SPACE)
        out: list[int] = []
        start = 0
        for i in range(1, len(flat) + 1):
            if i == len(flat) or flat[i] == SPACE:
                out += self._word(flat[start:i])
                start = i
        return out

    def encode_written(self, text: str) -> list[int]:
        """Tokens of what the model shall write."""
        flat = text.replace(" ", SPACE)
        out: list[int] = []
        i = 0
        while i < len(flat):
            piece = next((p for p in WRITTEN_PIECES if flat.startswith(p, i)), None)
            if piece is not None:
                out.append(self.ids[piece])
                i += len(piece)
            elif flat[i] == "\n":
                out.append(NEWLINE)
                i += 1
            else:
                out.append(self.ids[flat[i]])
                i += 1
        return out

    def decode(self, tokens: list[int]) -> str:
        text = bytearray()
        for t in tokens:
            if BYTE_0 <= t < BYTE_0 + 256:
                text.append(t - BYTE_0)
            elif t > END:
                text += self.tokens[t].encode()
        return text.decode(errors="replace").replace(SPACE, " ")
