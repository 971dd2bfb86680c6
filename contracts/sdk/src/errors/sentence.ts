import type { Abi, AbiParameter, AbiParameterToPrimitiveType } from "viem";

/** What a sentence may know besides the error's own values. */
export type SentenceContext = {
  /** unix second, for "in 5 minutes" */
  now: number;
};

type ErrorOf<abi extends Abi> = Extract<abi[number], { type: "error" }>;

type Values<inputs extends readonly AbiParameter[]> = {
  [input in inputs[number] as input["name"] & string]: AbiParameterToPrimitiveType<input>;
};

/** What went wrong, why, and what to do about it, from the error's values. */
export type Sentence<values> = (values: values, context: SentenceContext) => string;

/** One sentence for each error of an ABI whose name starts with the contract's: none missing, none too many. */
export type SentencesOf<abi extends Abi, contract extends string> = {
  readonly [error in ErrorOf<abi> as error["name"] extends `${contract}${string}`
    ? error["name"]
    : never]: Sentence<Values<error["inputs"]>>;
};
