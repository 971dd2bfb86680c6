import { create } from "zustand";

/** Which overlay is open. One at a time; a tray's subject is a transaction's id. */
type Overlay = { kind: "none" } | { kind: "menu" } | { kind: "connect" } | { kind: "tray"; id: string };

type UiState = {
  overlay: Overlay;
  close: () => void;
  openMenu: () => void;
  openConnect: () => void;
  openTray: (id: string) => void;
};

export const useUi = create<UiState>((set) => ({
  overlay: { kind: "none" },
  close: () => set({ overlay: { kind: "none" } }),
  openMenu: () => set({ overlay: { kind: "menu" } }),
  openConnect: () => set({ overlay: { kind: "connect" } }),
  openTray: (id) => set({ overlay: { kind: "tray", id } }),
}));
