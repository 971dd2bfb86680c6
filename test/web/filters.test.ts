import { describe, expect, it } from "vitest";
import { dayAndTime } from "@/lib/format/time";
import { loadPeopleFilters, loadTaskFilters, peopleQueryOf, taskQueryOf } from "@/lib/taskFilters";

describe("the filters in the address", () => {
  it("are the same question on the server as in the browser", () => {
    expect(taskQueryOf(loadTaskFilters("?state=done&sort=-price&skill=3&min=1,5&q=logo"))).toEqual({
      q: "logo",
      skillId: "3",
      state: "Closed",
      sort: "-price",
      minPrice: "1500000",
      maxPrice: undefined,
    });
    expect(peopleQueryOf(loadPeopleFilters("?q=ada"))).toEqual({ q: "ada", skillId: undefined });
  });

  it("are the usual ones where the address says nothing or nonsense", () => {
    const usual = { state: "Open", sort: "newest" };
    expect(taskQueryOf(loadTaskFilters(""))).toMatchObject(usual);
    expect(taskQueryOf(loadTaskFilters("?state=gone&sort=%00&skill=x&min=abc&max=-1"))).toEqual({
      q: undefined,
      skillId: undefined,
      ...usual,
      minPrice: undefined,
      maxPrice: undefined,
    });
    expect(taskQueryOf(loadTaskFilters(`?q=${"x".repeat(500)}`)).q).toHaveLength(100);
  });
});

describe("a time", () => {
  it("is written in the zone it is asked for", () => {
    expect(dayAndTime(1_763_640_000, "UTC")).toBe("Thu 20 Nov, 12:00");
    expect(dayAndTime(1_763_640_000, "Asia/Tokyo")).toBe("Thu 20 Nov, 21:00");
  });
});
