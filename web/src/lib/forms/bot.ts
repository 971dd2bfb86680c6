import { type OperatorConsent, PeerCommonsError, readOperatorConsent } from "@peercommons/sdk";

/** What a creator chooses; the rest stands in the host's consent. Shares in percent. */
export type BotDraft = { word: string; name: string; commons: number; pot: number };
export type BotErrors = Partial<Record<keyof BotDraft, string>>;

export const emptyBot: BotDraft = { word: "", name: "", commons: 70, pot: 50 };
export const commonsBounds = { min: 50, max: 90 } as const;
export const potBounds = { min: 20, max: 80 } as const;

type Known = {
  deploymentId: string;
  skill: { skillId: number; symbol: string };
  creatorId: number;
  now: number;
};
type Read = { ok: true; consent: OperatorConsent } | { ok: false; sentence: string };

/** Reads a pasted consent and looks whether it is one for this creator, in this skill of this town, still good. */
export function readBotConsent(word: string, known: Known): Read {
  const no = (sentence: string): Read => ({ ok: false, sentence });
  let consent: OperatorConsent;
  try {
    consent = readOperatorConsent(word);
  } catch (error) {
    if (error instanceof PeerCommonsError) return no(error.message);
    throw error;
  }
  if (consent.deploymentId.toLowerCase() !== known.deploymentId.toLowerCase())
    return no("This consent was given in another town. Let the host consent in this one.");
  if (consent.skillId !== known.skill.skillId)
    return no(
      `This consent is for skill ${consent.skillId}, not for #${known.skill.symbol}. Open that skill's page, or let the host consent with --skill ${known.skill.skillId}.`,
    );
  if (consent.creatorId !== known.creatorId)
    return no(
      `This consent is for account ${consent.creatorId}, and yours is ${known.creatorId}. Let the host consent with --creator ${known.creatorId}.`,
    );
  if (consent.deadline <= known.now)
    return no("This consent has run out. Let the host consent again, and paste the new word.");
  return { ok: true, consent };
}

/** What keeps a bot from being registered; the contract checks the same. */
export function checkBot(draft: BotDraft, known: Known): BotErrors {
  const errors: BotErrors = {};
  if (draft.word.trim() === "")
    errors.word =
      "Paste the word that `peercommons host consent` prints on the computer that will run the bot.";
  else {
    const read = readBotConsent(draft.word, known);
    if (!read.ok) errors.word = read.sentence;
  }
  const bytes = new TextEncoder().encode(draft.name.trim()).length;
  if (bytes === 0) errors.name = "Give the bot a name, so that people know what answered them.";
  if (bytes > 64) errors.name = "The name is too long: 64 letters fit. Shorten it.";
  if (!within(draft.commons, commonsBounds))
    errors.commons = "The commons gets a whole share from 50 % to 90 %. Choose one in between.";
  if (!within(draft.pot, potBounds))
    errors.pot = "The skill's pot gets a whole share from 20 % to 80 %. Choose one in between.";
  return errors;
}

const within = (value: number, bounds: { min: number; max: number }): boolean =>
  Number.isInteger(value) && value >= bounds.min && value <= bounds.max;

/** How a price is divided, to the unit and rounded as the contracts do. Shares in basis points. */
export function splitOf(price: bigint, p: { computeBps: number; commonsBps: number; potBps: number }) {
  const compute = (price * BigInt(p.computeBps)) / 10_000n;
  const shared = ((price - compute) * BigInt(p.commonsBps)) / 10_000n;
  const pot = (shared * BigInt(p.potBps)) / 10_000n;
  return { compute, creator: price - compute - shared, commons: shared - pot, pot };
}
