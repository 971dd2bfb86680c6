"use client";

import { Dialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";

/**
 * A sheet that slides in: from below on phones, from the right on wide windows. One thing in it, a title, a way back.
 */
export function Tray(props: { open: boolean; onClose: () => void; title: ReactNode; children: ReactNode }) {
  return (
    <Dialog.Root open={props.open} onOpenChange={(open) => (open ? undefined : props.onClose())}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[#0e0c1a]/55 transition-opacity duration-200 data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <Dialog.Popup className="fixed inset-x-0 bottom-0 z-40 flex max-h-[92dvh] flex-col rounded-t-m border-ink border-t-4 bg-sheet outline-none transition-transform duration-200 data-ending-style:translate-y-full data-starting-style:translate-y-full sm:inset-y-0 sm:left-auto sm:max-h-none sm:w-[30rem] sm:max-w-[92vw] sm:rounded-none sm:border-t-0 sm:border-l-4 sm:data-ending-style:translate-x-full sm:data-ending-style:translate-y-0 sm:data-starting-style:translate-x-full sm:data-starting-style:translate-y-0">
          <header className="flex items-start gap-4 px-5 pt-5 pb-3">
            <Dialog.Title className="flex-1 text-xl">{props.title}</Dialog.Title>
            <Dialog.Close
              aria-label="Close"
              className="-mt-1 -mr-2 inline-flex size-11 items-center justify-center rounded-s hover:bg-ink-wash"
            >
              <X aria-hidden />
            </Dialog.Close>
          </header>
          <div className="flex-1 overflow-y-auto overscroll-contain px-5 pb-6">{props.children}</div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
