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

export const organisation = { key: "library", name: "Canal Street Tool Library", about: "Lends tools, teaches repairs. Posts the work it can't do itself." };

export type SkillStory = { symbol: string; name: string; parent?: string; about: string };

/** Parents first. */
export const skills: SkillStory[] = [
  { symbol: "design", name: "Design", about: "How things look, read and feel." },
  { symbol: "logo", name: "Logo design", parent: "design", about: "Marks and wordmarks that work at any size." },
  { symbol: "illustration", name: "Illustration", parent: "design", about: "Pictures made on purpose." },
  { symbol: "words", name: "Words", about: "Writing, reading and carrying meaning across." },
  { symbol: "proofreading", name: "Proofreading", parent: "words", about: "Finding the mistake before the printer does." },
  { symbol: "translation", name: "Translation", parent: "words", about: "From one language into another, faithfully." },
  { symbol: "code", name: "Code", about: "Programs, and the repair of programs." },
  { symbol: "web", name: "Web pages", parent: "code", about: "Pages that load fast and read well." },
  { symbol: "arithmetic", name: "Arithmetic", about: "Sums, change, shares and everyday figures. A commons-owned bot tries first." },
  { symbol: "bookkeeping", name: "Bookkeeping", parent: "arithmetic", about: "Invoices, totals and books that balance." },
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
  effort: 0 | 1 | 2 | 3 | 4;
  title: string;
  text: string;
  delivered: string;
  rating: number;
};

const t = (
  ago: number, poster: string, worker: string, skill: string, price: string, effort: DoneTask["effort"], title: string, text: string, delivered: string, rating = 5,
): DoneTask => ({ ago, poster, worker, skill, price, effort, title, text, delivered, rating });

/** Finished work, oldest first. Small prices: everybody begins with ten PEER of credit. */
export const done: DoneTask[] = [
  t(104, "ada", "bruno", "bicycles", "3", 1, "Stop my brakes from howling", "Front and back, rim brakes. The bike is at the tool library.", "New pads, trued the front rim, bedded them in. Quiet now."),
  t(103, "bruno", "grace", "proofreading", "2", 1, "Proofread my workshop flyer", "One page. Please keep it plain.", "Six small fixes, one better headline. Marked in the file."),
  t(102, "grace", "ada", "logo", "4", 2, "A small mark for my reading circle", "An open book, no lettering. Black and white.", "Three sizes, one idea: the book is also a door."),
  t(101, "chidi", "dalia", "web", "5", 2, "One-page site for my translations", "Name, three languages, how to reach me.", "Done, 14 kB in all. Works without scripts."),
  t(100, "dalia", "chidi", "translation", "4", 2, "Translate my site texts into French", "About 300 words.", "Translated; two idioms replaced by ones that live in French."),
  t(99, "elif", "hiro", "illustration", "4", 2, "A drawing for our annual report", "Something about people sharing a ladder.", "Ink drawing, scanned at 600 dpi."),
  t(98, "hiro", "elif", "bookkeeping", "2", 1, "Sort a shoebox of receipts", "March to June, about forty.", "Sorted by month and kind; two were double."),
  t(97, "felix", "bruno", "repair", "3", 1, "Mend the garden shears", "The spring has jumped out and the blade is dull.", "New spring, sharpened, oiled."),
  t(96, "imani", "grace", "proofreading", "3", 1, "Read our lending rules", "Four pages, will hang on the wall.", "Corrected, and the rule about ladders is now one sentence."),
  t(95, "bruno", "ada", "logo", "4", 2, "A sign for the workshop", "Needs to read from across the street.", "Hand-lettered, two colours, file and print."),
  t(60, "ada", "chidi", "translation", "4", 2, "Artist statement into French", "400 words, for a show in Lyon.", "Done. I kept your long last sentence; it earns it."),
  t(58, "chidi", "grace", "proofreading", "3", 1, "A second pair of eyes on a contract", "English, five pages.", "Clean but for clause 7; see the note."),
  t(57, "grace", "dalia", "web", "5", 2, "Fix my newsletter page", "The form sends nothing.", "The form posts again, and says so when it has."),
  t(56, "dalia", "hiro", "illustration", "5", 2, "Three icons for a weather page", "Sun, rain, and 'who knows'.", "Three icons as SVG, one stroke weight."),
  t(55, "hiro", "bruno", "bicycles", "4", 1, "My gears skip on hills", "Eight speed, old chain.", "New chain and a new hanger. Mind the cassette next spring."),
  t(54, "elif", "ada", "logo", "6", 2, "Mark for the three co-operatives", "They share a roof; the mark may too.", "A roof of three lines. Fits a stamp and a shop window."),
  t(52, "felix", "elif", "bookkeeping", "3", 1, "What did the seeds cost us?", "Receipts attached, split by bed.", "Table by bed; bed 4 is your expensive one."),
  t(51, "imani", "bruno", "repair", "5", 2, "Four dead drills", "Please say which are worth it.", "Two run again, two gave parts. List attached."),
  t(24, "library", "dalia", "web", "8", 3, "A page that shows which tools are out", "From the spreadsheet we already keep.", "It reads the sheet every ten minutes. Manual in the folder."),
  t(22, "ada", "grace", "proofreading", "4", 1, "Captions for a show", "Twenty captions, both languages.", "Done; 'colour' is British throughout now."),
  t(21, "bruno", "hiro", "illustration", "6", 2, "How to patch a tube, in pictures", "Six steps, no words.", "Six panels, tested on my neighbour's child."),
  t(20, "chidi", "ada", "logo", "6", 2, "Redraw my old wordmark", "I only have a photo of it.", "Redrawn as outlines, spacing repaired."),
  t(19, "grace", "bruno", "bicycles", "4", 1, "Winter check", "Lights, brakes, chain.", "All good. Swapped the rear light's bulb."),
  t(18, "dalia", "elif", "bookkeeping", "4", 1, "Am I making a loss?", "Half a year of invoices.", "No, but only just; see the second sheet."),
  t(17, "elif", "chidi", "translation", "6", 2, "Our bylaws into plain English", "From German officialese.", "Plain English, with the three sentences nobody could read marked."),
  t(16, "hiro", "dalia", "web", "6", 2, "Portfolio with ten pictures", "Fast on a phone.", "Ten pictures, 380 kB, opens in a second on my worst phone."),
  t(14, "felix", "ada", "illustration", "4", 2, "A slug, sympathetic", "For the garden fence.", "He looks sorry. Weatherproof file included.", 4),
  t(12, "library", "bruno", "repair", "7", 2, "Teach two evenings of mending", "Zips and lamps, ten people.", "Both evenings done, eleven lamps alive."),
  t(9, "ada", "dalia", "web", "7", 2, "Shop page for prints", "No cart, just a form.", "Form, confirmation, and a page for when the post strikes."),
  t(6, "imani", "hiro", "illustration", "5", 2, "Poster for the swap day", "Loud, friendly, A3.", "A3 and a square one for phones."),
  t(5, "chidi", "grace", "proofreading", "5", 1, "A chapter before it leaves the house", "Twelve pages.", "Marked. The last paragraph is the first one, I think."),
  t(3, "grace", "elif", "bookkeeping", "4", 1, "Close the reading circle's year", "Dues, tea and one broken window.", "Closed: 11.40 in hand, window included."),
];

export type OpenTask = { poster: string; skill: string; price: string; effort: DoneTask["effort"]; days: number; title: string; text: string; deliver: string[]; humanOnly?: boolean };

export const open: OpenTask[] = [
  { poster: "imani", skill: "logo", price: "9", effort: 3, days: 10, title: "A new sign for the tool library", text: "We are moving two doors down. The old sign does not fit and never did.\n\nIt hangs at **2.4 m**, people see it from across the canal.", deliver: ["Works in one colour", "Readable from 30 metres", "Outlines, not a photo"] },
  { poster: "felix", skill: "translation", price: "5", effort: 2, days: 6, title: "Seed packets into Turkish", text: "Twenty short texts, sowing dates and depths. Please keep the numbers as they are.", deliver: ["All twenty texts", "A note where a plant has no Turkish name"] },
  { poster: "dalia", skill: "proofreading", price: "3", effort: 1, days: 4, title: "Read my grant letter, please", text: "Two pages. It should sound like me, only without the typos.", deliver: ["Corrected text", "Anything that sounds like begging, marked"] },
  { poster: "ada", skill: "bicycles", price: "4", effort: 1, days: 5, title: "A click when I pedal hard", text: "Left side, once a turn. I have tightened everything I could find.", deliver: ["No click", "One sentence on what it was"] },
  { poster: "bruno", skill: "web", price: "8", effort: 3, days: 12, title: "Opening hours that are true", text: "A page where I change today's hours from my phone. Nothing else on it.", deliver: ["Works on an old Android", "I can change it without calling you"] },
  { poster: "chidi", skill: "illustration", price: "6", effort: 2, days: 9, title: "A map of our street", text: "Hand-drawn feel, with the bakery, the library and the bench that wobbles.", deliver: ["A3, printable", "The bench, wobbling"] },
  { poster: "elif", skill: "code", price: "6", effort: 2, days: 8, title: "Rename 800 scanned receipts", text: "File names should be date and amount. A sample of ten is attached to my profile.", deliver: ["A small script", "Names follow YYYY-MM-DD_amount"] },
  { poster: "grace", skill: "bookkeeping", price: "2", effort: 1, days: 3, title: "Does this year's tea add up?", text: "We wrote it on the wall. I need someone patient to read my photo and total it.", deliver: ["The total", "What looks wrong"], humanOnly: true },
];

export const bots = [
  { key: "abacus", name: "Abacus", skill: "arithmetic", creator: "jonas", commonsBps: 7_000, computeBps: 1_000 },
  { key: "tally", name: "Tally", skill: "bookkeeping", creator: "elif", commonsBps: 8_000, computeBps: 1_000 },
];

/** Asked of the town's bots once the host runs. */
export const botTasks = [
  { poster: "hiro", skill: "arithmetic", price: "1", title: "What is 347 + 289?", text: "What is 347 + 289?" },
  { poster: "imani", skill: "arithmetic", price: "1", title: "How many eggs?", text: "A box holds 24 eggs. How many eggs are in 6 boxes?" },
];
