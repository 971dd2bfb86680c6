import { paymentRequestTypedData, payTypedData } from "@peercommons/sdk";
import { zeroHash } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { describe, expect, it } from "vitest";
import { memoOf } from "@/lib/invoice";
import {
  freshNonce,
  type RequestLink,
  readPayment,
  readRequest,
  type SignedPayment,
  signedByPayee,
  signedByPayer,
  writePayment,
  writeRequest,
} from "@/lib/paymentLinks";
import { deployment } from "./deployment";
import { ada } from "./fixtures";

const salt = `0x${"ab".repeat(32)}` as const;
const key = privateKeyToAccount(`0x${"11".repeat(32)}`);
const note = "Two croissants, “warm” 🥐";

async function request(change: Partial<RequestLink["request"]> = {}): Promise<RequestLink> {
  const asked = { payeeId: 7, amount: 2_500_000n, memo: memoOf(note, salt), expiresAt: 1_800_000_000n };
  const signature = await key.signTypedData(paymentRequestTypedData(deployment, asked));
  return { request: { ...asked, ...change }, note, salt, signature };
}

async function payment(change: Partial<SignedPayment> = {}): Promise<SignedPayment> {
  const message = {
    from: key.address,
    to: ada.address as `0x${string}`,
    amount: 2_500_000n,
    memo: zeroHash,
    nonce: freshNonce(),
    deadline: 1_800_000_000n,
  };
  const signature = await key.signTypedData(payTypedData(deployment, message));
  return { ...message, signature, ...change };
}

describe("a payment request in a link", () => {
  it("comes out as it went in, signed or not, with or without an amount", async () => {
    for (const one of [
      await request(),
      { ...(await request()), signature: null },
      await request({ amount: 0n }),
    ])
      expect(readRequest(writeRequest(one))).toEqual(one);
  });

  it("is none when it was cut or is something else", async () => {
    const text = writeRequest(await request());
    for (const bad of [null, "", "hello", text.slice(0, -11), `${text}AA`, writePayment(await payment())])
      expect(readRequest(bad)).toBeNull();
    expect(readRequest(writeRequest(await request({ payeeId: 0 })))).toBeNull();
  });

  it("shows a changed amount, note, payee or town", async () => {
    const signed = (one: RequestLink, town = deployment) => signedByPayee(town, key.address, one);
    expect(await signed(await request())).toBe(true);
    expect(await signed(await request({ amount: 1n }))).toBe(false);
    expect(await signed(await request({ payeeId: 8 }))).toBe(false);
    expect(await signed(await request({ memo: memoOf("Three", salt) }))).toBe(false);
    expect(await signed(await request(), { ...deployment, deploymentId: salt })).toBe(false);
    expect(await signed({ ...(await request()), signature: null })).toBe(false);
  });
});

describe("a signed payment in a link", () => {
  it("comes out as it went in", async () => {
    const one = await payment();
    expect(readPayment(writePayment(one))).toEqual(one);
  });

  it("is none when it was cut or is something else", async () => {
    const text = writePayment(await payment());
    for (const bad of [null, "", text.slice(0, -11), writeRequest(await request())])
      expect(readPayment(bad)).toBeNull();
    expect(readPayment(writePayment(await payment({ amount: 0n })))).toBeNull();
  });

  it("shows a changed amount, payee or deadline", async () => {
    const one = await payment();
    expect(await signedByPayer(deployment, one)).toBe(true);
    expect(await signedByPayer(deployment, { ...one, amount: 3n })).toBe(false);
    expect(await signedByPayer(deployment, { ...one, to: key.address })).toBe(false);
    expect(await signedByPayer(deployment, { ...one, deadline: 1n })).toBe(false);
  });

  it("has a nonce key of its own, at the key's first place", () => {
    const nonces = Array.from({ length: 50 }, freshNonce);
    expect(new Set(nonces).size).toBe(50);
    for (const nonce of nonces) expect(nonce & 0xffff_ffff_ffff_ffffn).toBe(0n);
  });
});
