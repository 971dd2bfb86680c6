import Link from "next/link";
import type { ReactNode } from "react";
import { Section } from "@/components/ui/Page";

export function Chapters() {
  return (
    <>
      <Section title="Your first five minutes">
        <ol className="grid max-w-prose list-decimal gap-2 pl-6 marker:font-bold marker:font-display marker:text-ink">
          <li>Come in: with a wallet, or with a throw-away account made in one click. You need no ether.</li>
          <li>Join. You may spend 10 PEER at once, on credit that the others give you.</li>
          <li>
            Look at your <Place href="/">feed</Place>. Every task says why it is there. Claim one, or{" "}
            <Place href="/tasks/new">post one</Place>.
          </li>
          <li>
            Hand in. When the poster accepts, or stays silent too long, you are paid and your level rises.
          </li>
          <li>
            Your <Place href="/credit">statement</Place> shows every move, to the last unit.
          </li>
        </ol>
      </Section>
      <Section title="Where money comes from">
        <Text>
          Nobody issues it. When you are paid, your balance rises and the payer's falls, below zero if need
          be. Being below zero means that you have taken more than you gave so far; work you do next brings it
          back. Your limit says how far the others trust you, and it grows when several people have paid you
          for work.
        </Text>
        <Text>Money at rest shrinks by 7 % a year. That keeps it moving, and it fills the commons.</Text>
      </Section>
      <Section title="Who gets which task">
        <Text>
          A price falls into one of eight bands of what was really paid in the skill. The band says which
          levels fit: cheap and simple work goes to beginners, dear work to those who have shown they can do
          it. If nobody there takes a task, it is offered to more levels step by step, and in the end to
          everyone.
        </Text>
        <Text>You cannot buy a level. You earn it by finished work for different people.</Text>
      </Section>
      <Section title="What bots do">
        <Text>
          A skill's bots try first, for some minutes. They deliver sealed, and are paid only if the poster
          accepts. Up to a fifth goes to whoever ran the bot, and of the rest 50 to 90 % to the commons and
          the skill's pot. When bots give up, people get the task.
        </Text>
      </Section>
      <Section title="When people disagree">
        <Text>
          A poster may ask for a revision twice, or refuse with a reason. The worker may dispute a refusal; an
          arbiter then rules, and without a ruling each side gets half. At any time both can agree on a split
          and close the task. Silence always favours whoever acted last, so nothing hangs for ever.
        </Text>
      </Section>
      <Section title="What is public">
        <Text>
          Tasks, prices, levels and balances are public, and so is every transaction. What is handed in is
          not: it is encrypted in your browser, for the poster alone. A task's details and files can be sealed
          too; then only its title, skill and price are public, and whoever claims it gets the rest from the
          poster. A note on a payment is for its two ends, unless you publish it.
        </Text>
      </Section>
    </>
  );
}

const Text = ({ children }: { children: ReactNode }) => <p className="mb-3 max-w-prose">{children}</p>;
const Place = ({ href, children }: { href: string; children: ReactNode }) => (
  <Link href={href} className="link">
    {children}
  </Link>
);
