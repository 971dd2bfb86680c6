"""Checks that the splits share nothing they must not share, and counts what they share by nature.

    python disjoint.py [COUNT]

Fails when a training story has a held-out clause, or a task the numbers of another split. Prints how many held-out tasks
read, once their numbers are named, word for word like one of COUNT training tasks: short ones do.
"""

import random
import sys

from dataset import Draft, Task, held_out, solvable_draft, tasks
from export_tasks import LISTS, by_hand
from quantities import named
from scenes import Picker
from splits import SPLITS, split_of


def check_stories(count: int) -> None:
    """Watches every clause that a story takes."""
    take = Picker.take

    def watched(self: Picker, world: str, part: str) -> str:
        clause = take(self, world, part)
        assert self.unfit or split_of(world + clause, 12) in ("train", self.split), (self.split, world, clause)
        return clause

    Picker.take = watched  # type: ignore[method-assign]
    for split in SPLITS:
        rng = random.Random(split)
        for _ in range(count):
            draft: Draft = solvable_draft(rng, split)
            assert split_of(repr(sorted(draft.numbers.values())), 10) == split, draft
    Picker.take = take  # type: ignore[method-assign]


def plain(task: Task) -> str:
    return named(" ".join(task.prompt.lower().split()))[0]


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    check_stories(count // 10)
    drawn = tasks("train", count, 1)
    seen = {plain(task) for task in drawn}
    held = held_out()
    bare = [t for t in seen if held.fullmatch(t)]
    print(f"{len(bare)} of {len(seen)} different training texts have a held-out wording after their noise")
    for name, items in {**{s: tasks(s, 3000, 2) for s in SPLITS[1:]}, **{k: by_hand(f) for k, f in LISTS.items()}}.items():
        inside = [t for t in items if t.answer is not None]
        same = sum(plain(t) in seen for t in inside)
        print(f"{name}: {same} of {len(inside)} solvable tasks read like a training task")


if __name__ == "__main__":
    main()
