import type { levelsAbi, skillsAbi } from "../../abi.ts";
import type { SentencesOf } from "../sentence.ts";
import { day, notYours, short } from "../words.ts";

/** Sentences of `Levels`' errors. */
export const levelsSentences = {
  LevelsNotAuthorised: ({ caller }) => notYours(caller, "the task market"),
  LevelsNotTransferable: () =>
    "Levels are earned: nobody can give, sell or approve them. Finish tasks to rise.",
  LevelsTooManyInHand: ({ memberId, skillId, inHand, limit }) =>
    `Account ${memberId} has ${inHand} tasks of skill ${skillId} in hand, and ${limit} are allowed at its level. Finish or release one first.`,
  LevelsBlocked: ({ skillId, untilDay }) =>
    `A claim in skill ${skillId} ran out at level 0, so the next one is possible on ${day(untilDay)}. Try another skill until then.`,
  LevelsNotOwner: ({ memberId, caller }) =>
    `${short(caller)} does not act for account ${memberId}. Use the wallet that owns the account.`,
  LevelsNotOrganisation: ({ accountId }) =>
    `Account ${accountId} is not an organisation, so it cannot be backed. Enter an organisation's number.`,
  LevelsLengths: ({ owners, skillIds }) =>
    `${owners} owners and ${skillIds} skills were asked for, but each owner needs one skill. Send lists of the same length.`,
} satisfies SentencesOf<typeof levelsAbi, "Levels">;

/** Sentences of `Skills`' errors. */
export const skillsSentences = {
  SkillsUnknown: ({ skillId }) => `There is no skill ${skillId}. Choose one from the list.`,
  SkillsTooDeep: ({ parentId }) =>
    `Skill ${parentId} is five steps below PEER, and the tree ends there. Choose a parent higher up.`,
  SkillsBadName: ({ name }) =>
    `"${name.slice(0, 70)}" cannot be a skill's name: it takes 1 to 64 bytes of plain text. Shorten it.`,
  SkillsBadSymbol: ({ symbol }) =>
    `"${symbol.slice(0, 20)}" cannot be a symbol: it takes 2 to 16 of a-z, 0-9 and -. Change it.`,
  SkillsSymbolTaken: ({ symbol, skillId }) =>
    skillId === 0
      ? `#${symbol} is the currency's own word. Choose another.`
      : `#${symbol} is skill ${skillId} already. Use that one, or choose another word.`,
  SkillsNotOwner: ({ creatorId, caller }) =>
    `${short(caller)} does not act for account ${creatorId}. Use the wallet that owns the account.`,
  SkillsNotAuthorised: ({ caller }) => notYours(caller, "the town's governor and its market"),
} satisfies SentencesOf<typeof skillsAbi, "Skills">;
