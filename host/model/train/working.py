"""The written working a solver puts under a task, and its answer.

A program is a list of steps ``(operator, left, right)``. An operand is a number or a
``Ref(i)``, the result of step ``i``. Each step is written as a header, a line of columns from
the lowest digit up, and its result, so that every token needs only one small table and a look
at nearby digits. A step outside the model's reach ends the working with ``GIVE UP``.
"""

from dataclasses import dataclass

GIVE_UP = "GIVE UP"
ANSWER = "Answer: "
MAX_OPERAND = 99_999
MAX_DIVISOR = 12


@dataclass(frozen=True)
class Ref:
    """The result of an earlier step."""

    step: int


class OutOfReach(Exception):
    """The step cannot be done by the model; the lines written so far are kept."""


def _digits(n: int) -> list[int]:
    """Digits of n, lowest first."""
    return [int(c) for c in reversed(str(n))]


def _add(a: int, b: int, lines: list[str]) -> int:
    lines.append(f"{a} + {b}")
    x, y = _digits(a), _digits(b)
    carry, columns = 0, []
    for i in range(max(len(x), len(y))):
        p = x[i] if i < len(x) else 0
        q = y[i] if i < len(y) else 0
        total = p + q + carry
        columns.append(f"{p}+{q}{'+1' if carry else ''}={total}")
        carry = total // 10
    lines.append(" ".join(columns))
    lines.append(f" = {a + b}")
    return a + b


def _sub(a: int, b: int, lines: list[str]) -> int:
    lines.append(f"{a} - {b}")
    x, y = _digits(a), _digits(b)
    borrow, columns = 0, []
    for i in range(max(len(x), len(y))):
        p = x[i] if i < len(x) else 0
        q = y[i] if i < len(y) else 0
        rest = p - q - borrow
        columns.append(f"{p}-{q}{'-1' if borrow else ''}={rest % 10}{'b' if rest < 0 else ''}")
        borrow = 1 if rest < 0 else 0
    lines.append(" ".join(columns))
    if borrow:
        raise OutOfReach  # below zero
    lines.append(f" = {a - b}")
    return a - b


def _times_digit(a: int, d: int, zeros: int, lines: list[str]) -> int:
    carry, columns = 0, []
    for p in _digits(a):
        total = p * d + carry
        columns.append(f"{p}×{d}{f'+{carry}' if carry else ''}={total}")
        carry = total // 10
    lines.append(" ".join(columns))
    result = a * d * 10**zeros
    lines.append(f" = {result}")
    return result


def _mul(a: int, b: int, lines: list[str]) -> int:
    if len(str(b)) > len(str(a)):
        a, b = b, a
    lines.append(f"{a} × {b}")
    y = _digits(b)
    if a == 0 or b == 0 or len(str(a)) > 4 or (len(y) == 2 and len(str(a)) > 3 and y[0] != 0):
        raise OutOfReach
    if len(y) > 3 or (len(y) == 3 and (y[0] or y[1])):
        raise OutOfReach
    parts = [(i, d) for i, d in enumerate(y) if d]
    if len(parts) == 1:
        return _times_digit(a, parts[0][1], parts[0][0], lines)
    results = []
    for i, d in parts:
        lines.append(f"{a} × {d * 10**i}")
        results.append(_times_digit(a, d, i, lines))
    return _add(results[0], results[1], lines)


def _div(a: int, b: int, lines: list[str]) -> int:
    lines.append(f"{a} ÷ {b}")
    if b in (10, 100):
        if a % b:
            raise OutOfReach  # not a whole number
        lines.append(f" = {a // b}")
        return a // b
    if b < 2 or b > MAX_DIVISOR:
        raise OutOfReach
    rest, columns = 0, []
    for c in str(a):
        part = rest * 10 + int(c)
        rest = part % b
        columns.append(f"{part}÷{b}={part // b}r{rest}")
    lines.append(" ".join(columns))
    if rest:
        raise OutOfReach
    lines.append(f" = {a // b}")
    return a // b


OPERATORS = {"+": _add, "-": _sub, "*": _mul, "/": _div}
Step = tuple[str, int | Ref, int | Ref]


def write(program: list[Step]) -> tuple[str, int | None]:
    """The working with its last line, and the answer; None where the model must give up."""
    lines: list[str] = []
    results: list[int] = []

    def value(operand: int | Ref) -> int:
        return results[operand.step] if isinstance(operand, Ref) else operand

    try:
        for operator, left, right in program:
            results.append(OPERATORS[operator](value(left), value(right), lines))
            if results[-1] > MAX_OPERAND:
                raise OutOfReach
    except OutOfReach:
        return "\n".join([*lines, GIVE_UP]), None
    return "\n".join([*lines, ANSWER + str(results[-1])]), results[-1]
