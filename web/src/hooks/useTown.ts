"use client";

import { createContext, useContext } from "react";
import type { Queries } from "@/lib/queries";
import type { Town } from "@/lib/town";

/** `renderedAt` is the town's time when the server made the page, unix seconds. */
export type TownContextValue = { town: Town; queries: Queries; renderedAt: number };

export const TownContext = createContext<TownContextValue | null>(null);

/** The town this page belongs to, and the questions to ask of its services. */
export function useTown(): TownContextValue {
  const value = useContext(TownContext);
  if (value === null) throw new Error("useTown is used outside of the town's provider");
  return value;
}
