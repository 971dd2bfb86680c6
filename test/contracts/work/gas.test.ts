import { expect } from "chai";
import { measureActs, measureRelayed } from "../../kit/gas.ts";
import { gasRises } from "../../kit/gasSnapshot.ts";

describe("Gas", () => {
  it("is nowhere noticeably above the committed snapshot", async () => {
    const measured = { ...(await measureActs()), ...(await measureRelayed()) };
    expect(gasRises(measured)).to.deep.equal([]);
  });

  it("of a whole task and of a bot's task is inside the budget", async () => {
    const measured = await measureActs();
    expect(measured["task.total"]).to.be.at.most(220_000);
    expect(measured["bot.total"]).to.be.at.most(150_000);
  });
});
