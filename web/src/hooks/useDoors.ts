"use client";

import { useConnect, useConnectors } from "wagmi";
import { throwAwayId } from "@/lib/wallet/throwAway";

/** The ways in: installed wallets (those that announce themselves; the plain injected one only when none does) and the throw-away account. */
export function useDoors() {
  const connectors = useConnectors();
  const connect = useConnect();
  const announced = connectors.filter((each) => each.type === "injected" && each.id !== "injected");
  const plain = connectors.filter((each) => each.id === "injected" && hasInjected());
  return {
    wallets: announced.length > 0 ? announced : plain,
    throwAway: connectors.find((each) => each.id === throwAwayId),
    connect,
  };
}

const hasInjected = (): boolean => typeof window !== "undefined" && "ethereum" in window;
