// what demurrage, income and bots do to a closed town over the years: [--people 300] [--years 10] [--bots 20] [--seed 1]
import { parseArgs } from "node:util";
import { dailyRateOf, demurrageOf, formatPeer, onePeer } from "@peercommons/sdk";
import { random } from "../random.ts";

/** What of a bot's pay reaches the commons: 80 % is left after compute, 70 % of it is the commons' and the pot's, half each. */
const commonsOfBots = { numerator: 28n, denominator: 100n };
const epochDays = 7;
const line = 200n * onePeer;

type Town = { people: number; years: number; botPercent: number; seed: number };
type Outcome = { stuck: number; top: number; mean: bigint; income: bigint; commons: bigint; sum: bigint };

/** Plays a town: everybody buys something every third day from a seller drawn by skill, as far as money and line reach; who has
 * more spends more, a hundredth of the holding at a time. */
function play({ people, years, botPercent, seed }: Town, yearlyBps: number): Outcome {
  const draw = random(seed);
  const rate = BigInt(dailyRateOf(yearlyBps));
  const balances = new Array<bigint>(people).fill(0n);
  let commons = 0n;
  let bots = 0n;
  let given = 0n;
  // Skill is spread unevenly: who draws the k-th place sells about 1/k as much as the first.
  const weights = Array.from({ length: people }, (_, i) => 1 / (i + 1) ** 0.7);
  const reach: number[] = [];
  for (const weight of weights) reach.push((reach.at(-1) ?? 0) + weight);
  const seller = () => {
    const at = draw() * (reach.at(-1) ?? 0);
    return reach.findIndex((edge) => edge >= at);
  };

  for (let day = 0; day < years * 365; day++) {
    for (const [i, balance] of balances.entries()) {
      const charge = demurrageOf(balance, rate);
      balances[i] = balance - charge;
      commons += charge;
    }
    for (const [buyer, balance] of balances.entries()) {
      if (draw() >= 1 / 3) continue;
      const wish = BigInt(Math.ceil((0.5 + 4 * draw()) * Number(onePeer)));
      const price = wish + (balance > 0n ? balance / 100n : 0n);
      if (price > balance + line) continue;
      const byBot = draw() * 100 < botPercent;
      const worker = seller();
      if (!byBot && worker === buyer) continue;
      balances[buyer] = balance - price;
      if (byBot) {
        const share = (price * commonsOfBots.numerator) / commonsOfBots.denominator;
        commons += share;
        bots += price - share;
      } else balances[worker] = (balances[worker] ?? 0n) + price;
    }
    // Compute, creators and pots: what is left of the bots' pay goes back to those who keep them, here the best tenth.
    if (day % 30 === 29) bots = spread(balances, bots, Math.max(1, Math.floor(people / 10)));
    if (day % epochDays === epochDays - 1) {
      const before = commons;
      commons = spread(balances, commons / 4n, people) + (commons - commons / 4n);
      if (day >= (years - 1) * 365) given += before - commons;
    }
  }
  const sorted = [...balances].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  const positive = (list: readonly bigint[]) => list.reduce((sum, b) => sum + (b > 0n ? b : 0n), 0n);
  const all = positive(sorted);
  return {
    stuck: balances.filter((balance) => balance < -line + 5n * onePeer).length / people,
    top: all === 0n ? 0 : Number(positive(sorted.slice(0, people / 10))) / Number(all),
    mean: all / BigInt(people),
    income: given / BigInt(people),
    commons,
    sum: balances.reduce((sum, balance) => sum + balance, 0n) + commons + bots,
  };
}

/** Gives the first `count` equal parts of an amount; what cannot be divided is returned. */
function spread(balances: bigint[], amount: bigint, count: number): bigint {
  const share = amount / BigInt(count);
  for (let i = 0; i < count; i++) balances[i] = (balances[i] ?? 0n) + share;
  return amount - share * BigInt(count);
}

const { values } = parseArgs({
  options: {
    people: { type: "string", default: "300" },
    years: { type: "string", default: "10" },
    bots: { type: "string", default: "20" },
    seed: { type: "string", default: "1" },
  },
});
const [people, years, botPercent, seed] = [values.people, values.years, values.bots, values.seed].map(Number);
const whole = (value: number | undefined, from: number, to: number): value is number =>
  Number.isInteger(value) && value !== undefined && value >= from && value <= to;
if (
  !whole(people, 10, 5_000) ||
  !whole(years, 1, 50) ||
  !whole(botPercent, 0, 100) ||
  !whole(seed, 1, 2 ** 31)
) {
  console.error(
    "Whole numbers, please: --people 10 to 5000, --years 1 to 50, --bots 0 to 100 (percent), --seed from 1.",
  );
  process.exit(1);
}

console.log(
  `${people} people, ${years} years, bots do ${botPercent} % of the work, line ${formatPeer(line)} PEER.\n`,
);
console.log(
  "demurrage   at the limit   held by the top tenth   mean holding   income a head in the last year",
);
for (const bps of [0, 300, 700, 1_200, 2_400]) {
  const { stuck, top, mean, income, sum } = play({ people, years, botPercent, seed }, bps);
  if (sum !== 0n) throw new Error(`The town's balances sum to ${sum}, not to 0.`);
  const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
  const cells = [
    `${bps / 100} %`,
    percent(stuck),
    percent(top),
    formatPeer(mean - (mean % 10_000n)),
    formatPeer(income - (income % 10_000n)),
  ];
  console.log(cells.map((cell, i) => cell.padStart([9, 15, 24, 15, 34][i] ?? 0)).join(""));
}
console.log(
  "\nA model, not a promise: it knows no defaults, no growth of lines, and people who never stop buying.",
);
