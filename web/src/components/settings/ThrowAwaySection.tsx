"use client";

import { useEffect, useState } from "react";
import { useDisconnect } from "wagmi";
import { Button } from "@/components/ui/Button";
import { Copy } from "@/components/ui/Copy";
import { Field, inputLook } from "@/components/ui/Field";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { forgetThrowAwayKey, importThrowAwayKey, readThrowAwayKey } from "@/lib/wallet/throwAwayKey";

/** The throw-away account's key: show it, bring one, forget it. */
export function ThrowAwaySection({ using }: { using: boolean }) {
  const disconnect = useDisconnect();
  const [key, setKey] = useState<string | null>(null);
  const [shown, setShown] = useState(false);
  const [brought, setBrought] = useState("");
  const [said, setSaid] = useState<{ tone: "good" | "bad"; text: string }>();
  useEffect(() => setKey(readThrowAwayKey()), []);
  const bring = async () => {
    try {
      await importThrowAwayKey(brought);
      setKey(readThrowAwayKey());
      setBrought("");
      setSaid({
        tone: "good",
        text: "The key is in this browser now. Come in with the throw-away account to use it.",
      });
      if (using) disconnect.mutate({});
    } catch (error) {
      setSaid({ tone: "bad", text: error instanceof Error ? error.message : "This is not a private key." });
    }
  };
  const forget = () => {
    forgetThrowAwayKey();
    setKey(null);
    setShown(false);
    if (using) disconnect.mutate({});
    setSaid({ tone: "good", text: "The key is gone from this browser." });
  };
  return (
    <Section
      title="Throw-away account"
      note="Its key lies unprotected in this browser. Whoever has the key has the account, so keep a copy and show it to nobody."
    >
      {key !== null ? (
        <div className="mb-6 grid gap-3">
          {shown ? (
            <p className="flex items-center gap-2 font-mono text-sm">
              <span className="min-w-0 break-all rounded-s bg-sunk px-2 py-1">{key}</span>{" "}
              <Copy text={key} what="private key" />
            </p>
          ) : null}
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => setShown(!shown)}>
              {shown ? "Hide the key" : "Show the key for a backup"}
            </Button>
            <Button
              tone="alarm"
              onClick={forget}
              disabled={!shown}
              title={shown ? undefined : "Show the key and copy it first"}
            >
              Forget it here
            </Button>
          </div>
          {shown ? null : (
            <p className="text-sm text-soft">
              Forgetting is possible once you have looked at the key: without a copy the account would be
              lost.
            </p>
          )}
        </div>
      ) : null}
      <form
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void bring();
        }}
      >
        <Field
          label="Bring a key from elsewhere"
          hint={key === null ? undefined : "It takes the place of the present one; copy that first."}
        >
          {(wired) => (
            <input
              {...wired}
              type="password"
              autoComplete="off"
              value={brought}
              onChange={(event) => setBrought(event.target.value)}
              className={`${inputLook} font-mono text-sm`}
            />
          )}
        </Field>
        <Button type="submit" className="justify-self-start" disabled={brought.trim() === ""}>
          Use this key
        </Button>
      </form>
      {said ? (
        <Notice tone={said.tone} live className="mt-4">
          {said.text}
        </Notice>
      ) : null}
    </Section>
  );
}
