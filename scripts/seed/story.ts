import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The little town a fresh clone starts with. Only words and wishes here; `play.ts` makes them happen on the chain. */

export type Person = { key: string; name: string; about: string };

/** In the order of the test mnemonic's accounts, from index 1. */
export const people: Person[] = [
  { key: "ada", name: "Ada Okafor", about: "Draws letters, logos and the odd mural. Mornings only." },
  { key: "bruno", name: "Bruno Keller", about: "Mends bicycles, hinges, radios. If it squeaks, bring it." },
  { key: "chidi", name: "Chidi Eze", about: "Translates Igbo, English and French. Reads everything twice." },
  { key: "dalia", name: "Dalia Haddad", about: "Builds small websites that load on old phones." },
  { key: "elif", name: "Elif Aydın", about: "Keeps books for three co-operatives and likes a clean column." },
  { key: "felix", name: "Félix Moreau", about: "Gardener. Knows what the slugs are planning." },
  { key: "grace", name: "Grace Lindqvist", about: "Proofreads theses and love letters with equal care." },
  { key: "hiro", name: "Hiro Tanaka", about: "Illustrator, learning to code, slow and exact." },
  { key: "imani", name: "Imani Njoroge", about: "Runs the tool library on Canal Street." },
  { key: "jonas", name: "Jonas Petersen", about: "New in town. Good with numbers, better with bread." },
];

export const organisation = {
  key: "library",
  name: "Canal Street Tool Library",
  about: "Lends tools, teaches repairs. Posts the work it can't do itself.",
};

export type SkillStory = { symbol: string; name: string; parent?: string; about: string };

/** Parents first. */
export const skills: SkillStory[] = [
  { symbol: "design", name: "Design", about: "How things look, read and feel." },
  {
    symbol: "logo",
    name: "Logo design",
    parent: "design",
    about: "Marks and wordmarks that work at any size.",
  },
  { symbol: "illustration", name: "Illustration", parent: "design", about: "Pictures made on purpose." },
  { symbol: "words", name: "Words", about: "Writing, reading and carrying meaning across." },
  {
    symbol: "proofreading",
    name: "Proofreading",
    parent: "words",
    about: "Finding the mistake before the printer does.",
  },
  {
    symbol: "translation",
    name: "Translation",
    parent: "words",
    about: "From one language into another, faithfully.",
  },
  { symbol: "code", name: "Code", about: "Programs, and the repair of programs." },
  { symbol: "web", name: "Web pages", parent: "code", about: "Pages that load fast and read well." },
  {
    symbol: "arithmetic",
    name: "Arithmetic",
    about: "Sums, change, shares and everyday figures. A commons-owned bot tries first.",
  },
  {
    symbol: "bookkeeping",
    name: "Bookkeeping",
    parent: "arithmetic",
    about: "Invoices, totals and books that balance.",
  },
  { symbol: "gardening", name: "Gardening", about: "Soil, seeds and patience." },
  { symbol: "repair", name: "Repair", about: "Making broken things work again." },
  { symbol: "bicycles", name: "Bicycles", parent: "repair", about: "Two wheels, one chain, no squeak." },
];

export type DoneTask = {
  /** days before now at which it was posted */
  ago: number;
  poster: string;
  worker: string;
  skill: string;
  price: string;
  effort: number;
  title: string;
  text: string;
  delivered: string;
  rating: number;
};

/** Finished work, oldest first. Small prices: everybody begins with ten PEER of credit. */
export const done: DoneTask[] = readFileSync(join(import.meta.dirname, "history.txt"), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map(readLine);

function readLine(line: string): DoneTask {
  const fields = line.split(" | ");
  const [ago, poster, worker, skill, price, effort, rating, title, text, delivered] = fields;
  if (!(ago && poster && worker && skill && price && effort && rating && title && text && delivered))
    throw new Error(`history.txt: this line needs ten fields: ${line}`);
  return {
    ago: Number(ago),
    poster,
    worker,
    skill,
    price,
    effort: Number(effort),
    title,
    text,
    delivered,
    rating: Number(rating),
  };
}

/** Dues to the tool library, which as an organisation has no credit of its own and spends what it was given. */
export const dues = [
  { ago: 26, from: "bruno", to: "library", amount: "5" },
  { ago: 26, from: "grace", to: "library", amount: "3" },
  { ago: 26, from: "ada", to: "library", amount: "3" },
  { ago: 25, from: "imani", to: "library", amount: "2" },
  { ago: 25, from: "elif", to: "library", amount: "3" },
];

export type OpenTask = {
  poster: string;
  skill: string;
  price: string;
  effort: number;
  days: number;
  title: string;
  text: string;
  deliver: string[];
  humanOnly?: boolean;
};

export const open: OpenTask[] = [
  {
    poster: "imani",
    skill: "logo",
    price: "6",
    effort: 3,
    days: 10,
    title: "A new sign for the tool library",
    text: "We are moving two doors down. The old sign does not fit and never did.\n\nIt hangs at **2.4 m**, people see it from across the canal.",
    deliver: ["Works in one colour", "Readable from 30 metres", "Outlines, not a photo"],
  },
  {
    poster: "felix",
    skill: "translation",
    price: "5",
    effort: 2,
    days: 6,
    title: "Seed packets into Turkish",
    text: "Twenty short texts, sowing dates and depths. Please keep the numbers as they are.",
    deliver: ["All twenty texts", "A note where a plant has no Turkish name"],
  },
  {
    poster: "dalia",
    skill: "proofreading",
    price: "3",
    effort: 1,
    days: 4,
    title: "Read my grant letter, please",
    text: "Two pages. It should sound like me, only without the typos.",
    deliver: ["Corrected text", "Anything that sounds like begging, marked"],
  },
  {
    poster: "ada",
    skill: "bicycles",
    price: "4",
    effort: 1,
    days: 5,
    title: "A click when I pedal hard",
    text: "Left side, once a turn. I have tightened everything I could find.",
    deliver: ["No click", "One sentence on what it was"],
  },
  {
    poster: "bruno",
    skill: "web",
    price: "8",
    effort: 3,
    days: 12,
    title: "Opening hours that are true",
    text: "A page where I change today's hours from my phone. Nothing else on it.",
    deliver: ["Works on an old Android", "I can change it without calling you"],
  },
  {
    poster: "chidi",
    skill: "illustration",
    price: "6",
    effort: 2,
    days: 9,
    title: "A map of our street",
    text: "Hand-drawn feel, with the bakery, the library and the bench that wobbles.",
    deliver: ["A3, printable", "The bench, wobbling"],
  },
  {
    poster: "elif",
    skill: "code",
    price: "5",
    effort: 2,
    days: 8,
    title: "Rename 800 scanned receipts",
    text: "File names should be date and amount. A sample of ten is attached to my profile.",
    deliver: ["A small script", "Names follow YYYY-MM-DD_amount"],
  },
  {
    poster: "grace",
    skill: "bookkeeping",
    price: "2",
    effort: 1,
    days: 3,
    title: "Does this year's tea add up?",
    text: "We wrote it on the wall. I need someone patient to read my photo and total it.",
    deliver: ["The total", "What looks wrong"],
    humanOnly: true,
  },
];

export const bots = [
  {
    key: "abacus",
    name: "Abacus",
    skill: "arithmetic",
    creator: "jonas",
    commonsBps: 7_000,
    computeBps: 1_000,
  },
  {
    key: "tally",
    name: "Tally",
    skill: "bookkeeping",
    creator: "elif",
    commonsBps: 8_000,
    computeBps: 1_000,
  },
];

/** For the bots, once the host runs. The first is accepted, so that the commons has an income to show. */
export const botTasks: OpenTask[] = [
  {
    poster: "hiro",
    skill: "arithmetic",
    price: "1.5",
    effort: 0,
    days: 4,
    title: "Two boxes of nibs",
    text: "What is 347 + 289?",
    deliver: ["The sum"],
  },
  {
    poster: "imani",
    skill: "arithmetic",
    price: "1",
    effort: 0,
    days: 4,
    title: "Marbles for the swap day",
    text: "Sam had 50 marbles and lost 12. How many marbles are left?",
    deliver: ["The number"],
  },
];
