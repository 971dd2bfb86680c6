/** numerator and denominator, the latter above zero */
type Fraction = { over: bigint; under: bigint };

const longest = 200;
const token = /\s*(\d+|[-+−×*÷/%()|])/y;

/**
 * The exact value of an expression of whole numbers, `+ - × ÷ %`, brackets and `|a - b|`; a percentage is a hundredth part.
 * Undefined where it is no such expression, and where the value is no whole number from 0 up:
 * a model that needs another one has to give up.
 */
export function calculate(expression: string): string | undefined {
  const tokens = tokensOf(expression);
  if (tokens === undefined) return undefined;
  const value = sum(tokens);
  if (value === undefined || tokens.length > 0) return undefined;
  return value.over >= 0n && value.over % value.under === 0n ? String(value.over / value.under) : undefined;
}

function tokensOf(expression: string): string[] | undefined {
  if (expression.length > longest) return undefined;
  const tokens: string[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < expression.trimEnd().length) {
    const found = token.exec(expression)?.[1];
    if (found === undefined) return undefined;
    tokens.push(found);
  }
  return tokens;
}

function sum(tokens: string[]): Fraction | undefined {
  let total = product(tokens);
  while (total !== undefined && /^[-+−]$/.test(tokens[0] ?? "")) {
    const sign = tokens.shift() === "+" ? 1n : -1n;
    const next = product(tokens);
    total = next && {
      over: total.over * next.under + sign * next.over * total.under,
      under: total.under * next.under,
    };
  }
  return total;
}

function product(tokens: string[]): Fraction | undefined {
  let total = factor(tokens);
  while (total !== undefined && /^[×*÷/]$/.test(tokens[0] ?? "")) {
    const times = /[×*]/.test(tokens.shift() ?? "");
    const next = factor(tokens);
    if (next === undefined) return undefined;
    total = times ? multiplied(total, next) : divided(total, next);
  }
  return total;
}

function multiplied(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under };
}

function divided(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.over === 0n) return undefined;
  const sign = b.over < 0n ? -1n : 1n;
  return { over: sign * a.over * b.under, under: sign * a.under * b.over };
}

function factor(tokens: string[]): Fraction | undefined {
  const first = tokens.shift();
  let value: Fraction | undefined;
  if (first === "(" || first === "|") {
    value = sum(tokens);
    if (tokens.shift() !== (first === "(" ? ")" : "|")) return undefined;
    if (value !== undefined && first === "|" && value.over < 0n) value = { ...value, over: -value.over };
  } else if (first !== undefined && /^\d+$/.test(first)) value = { over: BigInt(first), under: 1n };
  if (value !== undefined && tokens[0] === "%") {
    tokens.shift();
    return { over: value.over, under: value.under * 100n };
  }
  return value;
}
