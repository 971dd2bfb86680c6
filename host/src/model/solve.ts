import { type LlamaContext, type LlamaModel, resolveChatWrapper, type Token } from "node-llama-cpp";
import { calculate } from "./calculator.ts";
import { chatSolver, type Solvable, type Solver, solvableSchema } from "./manifest.ts";
import { nameNumbers, withNumbers } from "./quantities.ts";

export type SolveOptions = {
  model: LlamaModel;
  manifest: Solvable;
  /** the task, as the poster wrote it */
  prompt: string;
  signal?: AbortSignal;
};

export type Solution =
  /** `text` is the whole working, `answer` its last line's content, `confidence` from 0 to 1 */
  { kind: "answer"; text: string; answer: string; confidence: number } | { kind: "gaveUp"; reason: string };

const instructions =
  "You solve one small task. Show brief working. End with a single line `Answer: ` and the result. " +
  "If the task is not one you can solve for certain, write only `GIVE UP`.";

/**
 * Lets a model try one task: greedily, so the same model and task give the same working. It gives up when the
 * model says so, when the working does not end in an answer, or when the model doubts its own tokens.
 * Throws only what `signal` was aborted with, or the library's errors.
 */
export async function solve(options: SolveOptions): Promise<Solution> {
  const { model, signal } = options;
  signal?.throwIfAborted();
  const { solver } = solvableSchema.parse(options.manifest);
  const rule = solver ?? chatSolver;
  const prompt = tidy(options.prompt, rule);
  if (prompt === "") return { kind: "gaveUp", reason: "The task has no text." };
  const named = rule.expression ? nameNumbers(prompt) : { text: prompt, numbers: [] };
  if (named === undefined)
    return { kind: "gaveUp", reason: "The task has more numbers than the model can tell apart." };
  const tokens = solver === undefined ? chatTokens(model, prompt) : taskTokens(model, rule, named.text);
  if (tokens.length > rule.maxPromptTokens)
    return {
      kind: "gaveUp",
      reason: `The task has ${tokens.length} tokens, more than the ${rule.maxPromptTokens} the model can read.`,
    };
  const context = await model.createContext({ contextSize: tokens.length + rule.maxTokens + 8, threads: 1 });
  try {
    const { written, confidence, ended } = await write(context, tokens, rule, signal);
    const text = withNumbers(model.detokenize(written), named.numbers);
    return judge(text, confidence, ended, rule);
  } finally {
    await context.dispose();
  }
}

type Writing = { written: Token[]; confidence: number; ended: boolean };

async function write(
  context: LlamaContext,
  tokens: Token[],
  rule: Solver,
  signal?: AbortSignal,
): Promise<Writing> {
  const sequence = context.getSequence();
  const written: Token[] = [];
  let confidence = 1;
  const steps = sequence.evaluateWithMetadata(
    tokens,
    { confidence: true },
    { temperature: 0, yieldEogToken: true },
  );
  for await (const step of steps) {
    signal?.throwIfAborted();
    confidence *= step.confidence;
    if (context.model.isEogToken(step.token)) return { written, confidence, ended: true };
    written.push(step.token);
    // a small model that doubts itself seldom recovers: no need to write on
    if (written.length >= rule.maxTokens || confidence < rule.confidence) break;
  }
  return { written, confidence, ended: false };
}

function judge(text: string, confidence: number, ended: boolean, rule: Solver): Solution {
  const last = text.trim().split("\n").at(-1)?.trim() ?? "";
  if (last === rule.giveUp) return { kind: "gaveUp", reason: "The model says that this task is beyond it." };
  if (confidence < rule.confidence)
    return {
      kind: "gaveUp",
      reason: `The model is not sure enough: ${confidence.toFixed(3)}, needed ${rule.confidence}.`,
    };
  if (!ended)
    return { kind: "gaveUp", reason: `The working was not finished after ${rule.maxTokens} tokens.` };
  if (rule.expression) return calculated(text.trim(), confidence, rule);
  const answer = last.startsWith(rule.answerPrefix.trimEnd())
    ? last.slice(rule.answerPrefix.trimEnd().length).trim()
    : "";
  if (answer === "") return { kind: "gaveUp", reason: "The model's working ends without an answer." };
  return { kind: "answer", text: text.trim(), answer, confidence };
}

function calculated(expression: string, confidence: number, rule: Solver): Solution {
  const answer = calculate(expression);
  if (answer === undefined)
    return { kind: "gaveUp", reason: `The result of ${expression} is no whole number from 0 up.` };
  return {
    kind: "answer",
    text: `${expression} = ${answer}\n${rule.answerPrefix}${answer}`,
    answer,
    confidence,
  };
}

/** One line, in the letters the model knows. */
function tidy(prompt: string, rule: Solver): string {
  const line = prompt
    .normalize("NFC")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/\s+/g, " ")
    .trim();
  return rule.lowercase ? line.toLowerCase() : line;
}

function taskTokens(model: LlamaModel, rule: Solver, prompt: string): Token[] {
  const tokens = model.tokenize(
    rule.template.replace("{prompt}", () => prompt),
    false,
  );
  const { bos } = model.tokens;
  return bos === null ? [...tokens] : [bos, ...tokens];
}

function chatTokens(model: LlamaModel, prompt: string): Token[] {
  const wrapper = resolveChatWrapper(model);
  const { contextText } = wrapper.generateContextState({
    chatHistory: [
      { type: "system", text: instructions },
      { type: "user", text: prompt },
      { type: "model", response: [] },
    ],
  });
  return contextText.tokenize(model.tokenizer);
}
