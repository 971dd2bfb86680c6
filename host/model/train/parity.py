"""Compares the host's outcomes with the trained weights, prompt by prompt.

    python parity.py CHECKPOINT OUTCOMES.json [COUNT]

OUTCOMES.json comes from ``evaluate.ts --json``. The exported file has 8-bit weights, so confidences
differ a little; tokenisation, rotary layout or norm mistakes would make almost all texts differ.
"""

import json
import sys
from pathlib import Path

import torch

from network import Network, Shape
from quantities import named, restored
from tokenizer import BEGIN, END, NEWLINE, Tokenizer
from formulas import GIVE_UP


@torch.no_grad()
def greedy(network: Network, tokenizer: Tokenizer, prompt: str, limit: int = 48) -> tuple[str, float]:
    tidy = " ".join(prompt.lower().split())
    tokens = [BEGIN, *tokenizer.encode(named(tidy)[0]), NEWLINE]
    first, confidence = len(tokens), 1.0
    while len(tokens) < first + limit:
        probabilities = network(torch.tensor([tokens]))[0, -1].softmax(-1)
        best = int(probabilities.argmax())
        confidence *= float(probabilities[best])
        if best == END:
            break
        tokens.append(best)
    return restored(tokenizer.decode(tokens[first:]), tidy), confidence


def main() -> None:
    checkpoint = Path(sys.argv[1])
    outcomes = json.loads(Path(sys.argv[2]).read_text())["outcomes"][: int(sys.argv[3]) if len(sys.argv) > 3 else 100]
    state = torch.load(checkpoint, map_location="cpu")
    torch.set_num_threads(1)
    network = Network(Shape(**state["shape"]))
    network.load_state_dict(state["average"])
    network.eval()
    tokenizer = Tokenizer.load(checkpoint.parent / "tokenizer.json")
    same, gap = 0, 0.0
    for o in outcomes:
        text, confidence = greedy(network, tokenizer, o["prompt"])
        if o["kind"] == "answer":
            equal = o["text"].split(" = ")[0] == text
            gap = max(gap, abs(confidence - o["confidence"])) if equal else gap
        else:
            equal = text == GIVE_UP or text in o["reason"]
        same += equal
        if not equal:
            print(f"differs: {o['prompt']}\n  torch {text!r} {confidence:.3f}\n  host  {o.get('text')!r} {o.get('confidence')}")
    print(f"{same} of {len(outcomes)} the same; largest difference in confidence {gap:.3f}")


if __name__ == "__main__":
    main()
