import { expect } from "chai";
import { network } from "hardhat";
import { zeroAddress } from "viem";

describe("WelcomeDesk", () => {
  it("gives 180 days to anybody and says what it is", async () => {
    const { viem } = await network.create();
    const desk = await viem.deployContract("WelcomeDesk");
    expect(await desk.read.check([zeroAddress, 1, false, "0x"])).to.equal(180);
    expect(await desk.read.note()).to.contain("local town");
  });

  it("cannot be deployed on another chain", async () => {
    const { viem } = await network.create();
    const local = await viem.deployContract("WelcomeDesk");
    const { viem: elsewhere } = await network.create({ network: "default", override: { chainId: 1 } });
    await elsewhere.assertions.revertWithCustomErrorWithArgs(
      elsewhere.deployContract("WelcomeDesk"),
      local,
      "WelcomeDeskWrongChain",
      [1n],
    );
  });
});
