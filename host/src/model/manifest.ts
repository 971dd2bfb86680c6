import { z } from "zod";

/** How a model that was trained for one kind of task is asked, and when its answer counts. */
const solverSchema = z.object({
  /** what stands before the answer; `{prompt}` is replaced by the task's text */
  template: z.string().includes("{prompt}"),
  /** the model knows small letters only */
  lowercase: z.boolean().default(false),
  /** longest prompt, in tokens; longer ones are given up unread */
  maxPromptTokens: z.int().positive(),
  /** longest working, in tokens */
  maxTokens: z.int().positive(),
  /** the line that holds the answer begins so */
  answerPrefix: z.string().min(1),
  /** what the model writes when the task is beyond it */
  giveUp: z.string().min(1),
  /**
   * The model reads ① for the task's first number, ② for the next, and writes one expression with these names;
   * the host puts the numbers back, calculates, and writes the line with the answer.
   */
  expression: z.boolean().default(false),
  /** least product of the probabilities of all written tokens, 0 to 1, for an answer to count */
  confidence: z.number().min(0).max(1),
});

export type Solver = z.infer<typeof solverSchema>;

/** The part of a model's manifest that solving needs. Models without `solver` are asked in chat. */
export const solvableSchema = z.looseObject({ name: z.string(), solver: solverSchema.optional() });
export type Solvable = z.input<typeof solvableSchema>;

/** For chat models, which were not trained for this and whose probabilities say little. */
export const chatSolver: Solver = {
  template: "{prompt}",
  lowercase: false,
  maxPromptTokens: 3_000,
  maxTokens: 800,
  answerPrefix: "Answer: ",
  giveUp: "GIVE UP",
  expression: false,
  confidence: 0,
};
