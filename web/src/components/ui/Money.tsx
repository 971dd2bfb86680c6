import { cn } from "@/lib/cn";
import { exactPeer, shortPeer } from "@/lib/format/money";

/** An amount in PEER: two decimals to read, the exact value on hover and for screen readers. */
export function Money(props: {
  amount: string | bigint;
  plus?: boolean;
  unit?: boolean;
  className?: string;
}) {
  const amount = BigInt(props.amount);
  const short = shortPeer(amount, { plus: props.plus });
  const exact = `${exactPeer(amount)} PEER`;
  return (
    <span title={exact} className={cn("figures whitespace-nowrap font-display", props.className)}>
      {short}
      {props.unit === false ? null : <span className="ml-1 text-[0.72em] tracking-wide">PEER</span>}
    </span>
  );
}
