"use client";

import { Button, ButtonLink } from "@/components/ui/Button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="mx-auto grid max-w-2xl justify-items-start gap-5 px-4 py-20 sm:px-6">
      <h1 className="text-3xl">This page broke</h1>
      <p className="text-lg">
        Something went wrong while showing it. Nothing you had under way is lost: drafts and transactions are
        kept in this browser.
      </p>
      <p className="font-mono text-sm text-soft">{error.digest ?? error.message}</p>
      <div className="flex flex-wrap gap-2">
        <Button tone="ink" onClick={reset}>
          Try again
        </Button>
        <ButtonLink href="/activity">See what is under way</ButtonLink>
      </div>
    </div>
  );
}
