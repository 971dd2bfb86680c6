import { describe, expect, it } from "vitest";
import { calculate } from "../../host/src/model/calculator.ts";
import { nameNumbers, withNumbers } from "../../host/src/model/quantities.ts";

describe("the calculator", () => {
  it.each([
    ["347 + 289", "636"],
    ["100 - 5 × 3", "85"],
    ["(12 + 25) × 2", "74"],
    ["2 × (12 - (3 + 4))", "10"],
    ["15% × 300", "45"],
    ["100 - 25% × 100", "75"],
    ["(10 + 20 + 31) ÷ 3 × 3", "61"],
    ["7 - 9 + 4", "2"],
    ["8 − 3", "5"],
    ["96 / 8 / 4 * 2", "6"],
    ["99999 × 99999 × 99999", "999970000299999"],
    ["0 ÷ 5", "0"],
    ["6 ÷ (2 - 4) + 5", "2"],
    ["|35 - 12|", "23"],
    ["|12 - 35|", "23"],
    ["|12 - 35| × 2 - (3 - 1)", "44"],
  ])("%s is %s", (expression, value) => {
    expect(calculate(expression)).toBe(value);
  });

  it.each([
    ["5 - 9", "below zero"],
    ["17 ÷ 5", "not whole"],
    ["12% × 37", "not whole"],
    ["10 ÷ 0", "undefined"],
    ["10 ÷ (4 - 4)", "undefined"],
    ["(3 + 4", "not closed"],
    ["3 + 4)", "closed too often"],
    ["3 +", "not finished"],
    ["|3 - 4", "not closed"],
    ["(3 - 4|", "closed otherwise"],
    ["① + 4", "without one of its numbers"],
    ["3 4", "no sign"],
    ["+ 3", "no first number"],
    ["12.5 + 3", "not of whole numbers"],
    ["x + 3", "not of numbers"],
    ["", "empty"],
    [`1${" + 1".repeat(60)}`, "too long"],
  ])("has no value for %j, which is %s", (expression) => {
    expect(calculate(expression)).toBeUndefined();
  });
});

describe("naming a task's numbers", () => {
  it.each([
    ["What is 347 + 289?", "What is ① + ②?", ["347", "289"]],
    ["24x6", "①x②", ["24", "6"]],
    ["1,250 of 3,000,000 cost $12.", "① of ② cost $③.", ["1250", "3000000", "12"]],
    ["add 5, 7 and 5.", "add ①, ② and ③.", ["5", "7", "5"]],
    ["15% off (90)", "①% off (②)", ["15", "90"]],
    ["7 at 4.50 and 3,5 each", "① at 4.50 and 3,5 each", ["7"]],
    ["Three bags, often twelve", "① bags, often ②", ["3", "12"]],
    [
      "one, thirteen, twenty-two, two-day, seven hundred",
      "one, thirteen, twenty-two, two-day, seven hundred",
      [],
    ],
    ["② and 3", "? and ①", ["3"]],
    ["1 2 3 4 5 6 7 8 9", "① ② ③ ④ ⑤ ⑥ ⑦ ⑧ ⑨", [..."123456789"]],
  ])("%s", (task, text, numbers) => {
    expect(nameNumbers(task)).toEqual({ text, numbers });
  });

  it("has nine names", () => {
    expect(nameNumbers("1 2 3 4 5 6 7 8 9 10")).toBeUndefined();
  });

  it("puts the numbers back", () => {
    expect(withNumbers("② - ①% × ②", ["25", "100"])).toBe("100 - 25% × 100");
    expect(withNumbers("① + ③", ["25", "100"])).toBe("25 + ③");
  });
});
