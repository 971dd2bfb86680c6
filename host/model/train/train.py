"""Trains the arithmetic model on one or two processor cores.

    nice -n 19 python train.py --out DIR --minutes 45 [--threads 2]

Writes DIR/tokenizer.json, and every two minutes DIR/checkpoint.pt with the running average of
the weights, which can be exported at any time.
"""

import argparse
import json
import random
import time
from collections.abc import Iterator
from multiprocessing import Process, Queue
from pathlib import Path

import torch
from torch import Tensor

from dataset import Task, draw, tasks
from network import Network, Shape
from optimiser import Muon
from quantities import NAMES
from tokenizer import BEGIN, END, NEWLINE, Tokenizer, learn_pieces

TOKENS_PER_BATCH = 3072
MUON_RATE, ADAM_RATE = 0.02, 3e-3
#: weight of the first written token, which decides whether to give up
FIRST = 3.0


Example = tuple[list[int], int]


def encode(tokenizer: Tokenizer, task: Task) -> Example:
    """All tokens, and how many of them the model reads before it writes."""
    prompt = [BEGIN, *tokenizer.encode(task.shown), NEWLINE]
    return [*prompt, *tokenizer.encode_written(task.written), END], len(prompt)


def pack(group: list[Example]) -> tuple[Tensor, Tensor]:
    length = max(len(t) for t, _ in group)
    tokens = torch.zeros(len(group), length, dtype=torch.long)
    weights = torch.zeros(len(group), length)
    for i, (t, read) in enumerate(group):
        tokens[i, : len(t)] = torch.tensor(t)
        weights[i, read : len(t)] = 1
        weights[i, read] = FIRST
    return tokens, weights


def batches(pool: list[Example]) -> Iterator[list[Example]]:
    """Groups of like length within the token budget."""
    group: list[Example] = []
    for item in sorted(pool, key=lambda x: len(x[0])):
        if group and (len(group) + 1) * len(item[0]) > TOKENS_PER_BATCH:
            yield group
            group = []
        group.append(item)
    yield group


def producer(tokenizer: Tokenizer, seed: int, queue: "Queue[object]") -> None:
    """Batches without end, made beside the training."""
    torch.set_num_threads(1)
    rng = random.Random(f"train-{seed}")
    while True:
        pool = [encode(tokenizer, draw(rng, "train")) for _ in range(6000)]
        groups = list(batches(pool))
        rng.shuffle(groups)
        queue.put(groups)


@torch.no_grad()
def exact(network: Network, tokenizer: Tokenizer, items: list[Task]) -> dict[str, float]:
    """Share of tasks of which all that has to be written is the likeliest at every token."""
    right = {"inside": [0, 0], "outside": [0, 0]}
    encoded = [(encode(tokenizer, t), "inside" if t.answer is not None else "outside") for t in items]
    encoded.sort(key=lambda e: len(e[0][0]))
    for i in range(0, len(encoded), 50):
        part = encoded[i : i + 50]
        tokens, weights = pack([e for e, _ in part])
        hit = network(tokens[:, :-1]).argmax(-1) == tokens[:, 1:]
        good = (hit | (weights[:, 1:] == 0)).all(1)
        for g, (_, side) in zip(good.tolist(), part):
            right[side][0] += int(g)
            right[side][1] += 1
    return {k: v[0] / max(1, v[1]) for k, v in right.items()}


def warm(network: Network, tokenizer: Tokenizer, checkpoint: Path) -> None:
    """Takes over all layers, and the rows of the tokens that both vocabularies have; a name begins as its digit."""
    old = torch.load(checkpoint)["average"]
    known = {t: i for i, t in enumerate(json.loads((checkpoint.parent / "tokenizer.json").read_text())["tokens"])}
    known |= {name: known[str(i + 1)] for i, name in enumerate(NAMES) if name not in known}
    state = network.state_dict()
    for name in state:
        if name in ("token_embd.weight", "output.weight"):
            for token, i in tokenizer.ids.items():
                if token in known:
                    state[name][i] = old[name][known[token]]
        else:
            state[name] = old[name]
    network.load_state_dict(state)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=45)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=1.0, help="factor on the learning rates")
    parser.add_argument("--decay", type=float, default=0.4, help="share of the time over which the rate falls to zero")
    parser.add_argument("--resume", type=Path, help="go on from a checkpoint")
    parser.add_argument("--warm", type=Path, help="begin with a checkpoint's weights, but with word pieces learnt anew")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)

    if args.resume:
        tokenizer = Tokenizer.load(args.resume.parent / "tokenizer.json")
    else:
        corpus = [t.shown for t in tasks("train", 30_000, args.seed, 0.4)]
        tokenizer = Tokenizer(learn_pieces(corpus, 900))
    tokenizer.save(args.out / "tokenizer.json")
    shape = Shape(len(tokenizer.tokens), width=128, layers=5, heads=4, hidden=384)
    network = Network(shape)
    if args.resume:
        network.load_state_dict(torch.load(args.resume)["average"])
    if args.warm:
        warm(network, tokenizer, args.warm)
    matrices = [p for n, p in network.named_parameters() if n.startswith("blk") and p.ndim == 2]
    others = [p for n, p in network.named_parameters() if not (n.startswith("blk") and p.ndim == 2)]
    muon = Muon(matrices)
    adam = torch.optim.AdamW(others, lr=ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.0)
    resumed = torch.load(args.resume) if args.resume else {}
    if "muon" in resumed:
        muon.buffers = resumed["muon"]
        adam.load_state_dict(resumed["adam"])
    average = {n: p.detach().clone() for n, p in network.named_parameters()}
    check = tasks("validation", 500, 7)

    queue: "Queue[object]" = Queue(maxsize=3)
    worker = Process(target=producer, args=(tokenizer, args.seed, queue), daemon=True)
    worker.start()

    def save() -> None:
        state = {"shape": shape.as_dict(), "raw": network.state_dict(), "average": average, "step": step, "tokens": seen,
                 "muon": muon.buffers, "adam": adam.state_dict()}
        torch.save(state, args.out / "checkpoint.tmp")
        (args.out / "checkpoint.tmp").rename(args.out / "checkpoint.pt")

    def report() -> None:
        judged = Network(shape)
        judged.load_state_dict(average)
        print("validation", json.dumps(exact(judged, tokenizer, check)), flush=True)

    start, saved = time.time(), time.time()
    step = seen = samples = 0
    running = 0.0
    done = False
    while not done:
        for group in queue.get():  # type: ignore[attr-defined]
            passed = (time.time() - start) / (60 * args.minutes)
            if passed >= 1:
                done = True
                break
            pace = args.rate * min(1.0, (step + 1) / 10) * max(0.01, min(1.0, (1 - passed) / args.decay))
            tokens, weights = pack(group)
            loss = network.loss(tokens, weights)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(others, 1.0)
            muon.step(MUON_RATE * pace)
            adam.param_groups[0]["lr"] = ADAM_RATE * pace
            adam.step()
            network.zero_grad(set_to_none=True)
            keep = min(0.997, (step + 1) / (step + 20))
            with torch.no_grad():
                for n, p in network.named_parameters():
                    average[n].lerp_(p, 1 - keep)
            step += 1
            samples += len(group)
            seen += tokens.numel()
            running = 0.98 * running + 0.02 * loss.item() if step > 1 else loss.item()
            if step % 100 == 0:
                print(f"{step} {time.time() - start:.0f}s {seen / 1e6:.2f}M loss {running:.4f}", flush=True)
            if time.time() - saved > 120:
                saved = time.time()
                save()
                report()
    save()
    report()
    print(f"{step} steps, {samples} samples, {seen} tokens, {time.time() - start:.0f} s")
    worker.terminate()


if __name__ == "__main__":
    main()
