import type { BrowserContext } from "playwright-core";
import { createPublicClient, type Hex, http } from "viem";
import type { HDAccount } from "viem/accounts";

type Request = { method: string; params?: unknown[] };

/**
 * An injected wallet (EIP-1193, announced by EIP-6963) whose keys stay in the test. It signs what a wallet signs; everything else
 * goes to the chain. `asked` lists what it was asked to sign.
 */
export async function injectWallet(
  context: BrowserContext,
  options: { account: HDAccount; rpc: string; chainId: number },
): Promise<{ asked: string[]; reject: { next: boolean } }> {
  const { account, rpc, chainId } = options;
  const client = createPublicClient({ transport: http(rpc) });
  const asked: string[] = [];
  const reject = { next: false };
  let allowed = false;

  async function answer({ method, params = [] }: Request): Promise<unknown> {
    switch (method) {
      case "eth_requestAccounts":
        allowed = true;
        return [account.address];
      case "eth_accounts":
        return allowed ? [account.address] : [];
      case "eth_chainId":
        return `0x${chainId.toString(16)}`;
      case "wallet_requestPermissions":
        allowed = true;
        return [{ parentCapability: "eth_accounts" }];
      case "eth_signTypedData_v4":
        asked.push(method);
        if (reject.next) {
          reject.next = false;
          throw Object.assign(new Error("User rejected the request."), { code: 4001 });
        }
        return account.signTypedData(JSON.parse(String(params[1])));
      case "personal_sign":
        asked.push(method);
        return account.signMessage({ message: { raw: params[0] as Hex } });
      case "eth_sendTransaction":
        throw Object.assign(new Error("This wallet has no ether; everything must be relayed."), {
          code: -32_000,
        });
      default:
        return client.request({ method: method as never, params: params as never });
    }
  }

  await context.exposeFunction("__walletRequest", async (request: Request) => {
    try {
      return { result: await answer(request) };
    } catch (error) {
      const { code = -32_603, message = String(error) } = error as { code?: number; message?: string };
      return { error: { code, message } };
    }
  });
  await context.addInitScript(announce);
  return { asked, reject };
}

/** Runs in the page. */
function announce(): void {
  type Answer = { result?: unknown; error?: { code: number; message: string } };
  const send = (window as unknown as { __walletRequest: (request: unknown) => Promise<Answer> })
    .__walletRequest;
  const provider = {
    request: async (request: unknown) => {
      const { result, error } = await send(request);
      if (error) throw Object.assign(new Error(error.message), { code: error.code });
      return result;
    },
    on: () => provider,
    removeListener: () => provider,
    emit: () => false,
  };
  const info = {
    uuid: "7f1c1b6e-3f0e-4c77-9d38-6f2f1c0d9a51",
    name: "Test Wallet",
    rdns: "org.peercommons.test",
    icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>",
  };
  const say = () =>
    window.dispatchEvent(
      new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }),
    );
  window.addEventListener("eip6963:requestProvider", say);
  say();
}
