import { decodeEnding, taskOutcomes } from "@peercommons/sdk";
import { expect } from "chai";
import { type Hex, parseEventLogs } from "viem";
import { type Person, type Town, viem } from "../../kit/fixture.ts";

/** The call fails with this error of the task market, and with these values when given. */
export async function expectError(
  town: Pick<Town, "taskMarket">,
  sending: Promise<unknown>,
  error: string,
  args?: readonly unknown[],
): Promise<void> {
  const { assertions } = viem;
  if (args === undefined)
    await assertions.revertWithCustomError(sending as Promise<Hex>, town.taskMarket, error as never);
  else
    await assertions.revertWithCustomErrorWithArgs(
      sending as Promise<Hex>,
      town.taskMarket,
      error as never,
      args as never,
    );
}

/** What `TaskClosed` said about the one task a transaction closed. */
export async function closedEvent(town: Pick<Town, "taskMarket" | "publicClient">, sending: Promise<Hex>) {
  const receipt = await town.publicClient.waitForTransactionReceipt({ hash: await sending });
  const [log, ...more] = parseEventLogs({
    abi: town.taskMarket.abi,
    eventName: "TaskClosed",
    logs: receipt.logs,
  });
  if (!log) throw new Error("No task closed.");
  expect(more).to.have.length(0);
  const { outcome, ...ending } = decodeEnding(log.args.ending);
  return { ...log.args, ...ending, outcome: taskOutcomes.indexOf(outcome) };
}

/** Both owners' signatures of one settlement: the poster's, then the worker's. */
export async function signSettlement(
  town: Pick<Town, "taskMarket" | "publicClient">,
  taskId: bigint,
  shareBps: number,
  deadline: bigint,
  ...signers: Person[]
): Promise<[Hex, Hex]> {
  const chainId = await town.publicClient.getChainId();
  const sign = (person: Person | undefined) => {
    if (!person) throw new Error("A settlement has two signers.");
    return person.wallet.signTypedData({
      domain: {
        name: "PeerCommons TaskMarket",
        version: "1",
        chainId,
        verifyingContract: town.taskMarket.address,
      },
      types: {
        Settlement: [
          { name: "taskId", type: "uint64" },
          { name: "workerId", type: "uint32" },
          { name: "shareBps", type: "uint16" },
          { name: "deadline", type: "uint256" },
        ],
      },
      primaryType: "Settlement",
      message: { taskId, workerId: signers[1]?.id ?? 0, shareBps, deadline },
    });
  };
  return [await sign(signers[0]), await sign(signers[1])];
}
