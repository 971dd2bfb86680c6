import type { AccountRef } from "@peercommons/sdk/schemas";
import Link from "next/link";
import { AccountMark } from "@/components/marks/AccountMark";
import { cn } from "@/lib/cn";

/** A name with its mark, leading to the person. */
export function PersonLink({
  account,
  size = 24,
  className,
}: {
  account: AccountRef;
  size?: number;
  className?: string;
}) {
  return (
    <Link
      href={`/people/${account.accountId}`}
      className={cn("inline-flex max-w-full items-center gap-2 hover:underline", className)}
    >
      <AccountMark name={account.name} seed={account.address} kind={account.kind} size={size} />
      <span className="truncate font-semibold">{account.name}</span>
      {account.kind === "Bot" ? <span className="text-soft text-xs">bot</span> : null}
    </Link>
  );
}
