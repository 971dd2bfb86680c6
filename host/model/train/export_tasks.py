"""Writes held-out tasks as JSON lines for the measuring through the host's own code.

    python export_tasks.py SPLIT COUNT SEED OUT.jsonl

With ``hand`` or ``fresh`` as SPLIT that hand-written list is taken; COUNT and SEED are ignored.
"""

import json
import sys
from pathlib import Path

from dataset import HERE, Task, tasks


LISTS = {"hand": "held_out_by_hand.txt", "fresh": "held_out_fresh.txt"}


def by_hand(file: str) -> list[Task]:
    """Prompts that no template made: ``answer | prompt`` a line, ``-`` where to give up."""
    out = []
    for line in (HERE / file).read_text().splitlines():
        if line and not line.startswith("#"):
            answer, prompt = line.split(" | ", 1)
            inside = answer != "-"
            out.append(Task(prompt, "", "", int(answer) if inside else None, "inside by hand" if inside else "outside by hand"))
    return out


def main() -> None:
    split, count, seed, out = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4])
    items = by_hand(LISTS[split]) if split in LISTS else tasks(split, count, seed)
    with out.open("w") as f:
        for t in items:
            f.write(json.dumps({"prompt": t.prompt, "answer": t.answer, "group": t.group}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
