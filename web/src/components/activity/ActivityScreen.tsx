"use client";

import { useConnection } from "wagmi";
import { ButtonLink } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Page, Section } from "@/components/ui/Page";
import { useMyId } from "@/hooks/useMe";
import { useTown } from "@/hooks/useTown";
import { useTransactions } from "@/transactions/store";
import { OnChain } from "./OnChain";
import { RecordRow } from "./RecordRow";

/** Everything I did or that happened to me: what this browser sent first, then what the chain says. */
export function ActivityScreen() {
  const { town } = useTown();
  const { address } = useConnection();
  const myId = useMyId();
  const records = useTransactions((state) => state.records);
  const mine = Object.values(records)
    .filter(
      (record) =>
        record.deploymentId === town.deployment?.deploymentId &&
        (!address || record.account.toLowerCase() === address.toLowerCase()),
    )
    .sort((a, b) => b.createdAt - a.createdAt);
  return (
    <Page
      title="Activity"
      lead="What you sent from this browser, with its state; then all that happened on your account."
    >
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-2">
        <Section title="From this browser">
          {mine.length === 0 ? (
            <Notice action={<ButtonLink href="/tasks/new">Post a task</ButtonLink>}>
              Nothing was sent from here yet. What you begin is kept here until it is done, even over a
              reload.
            </Notice>
          ) : (
            <ul className="grid grid-cols-1 gap-2">
              {mine.map((record) => (
                <li key={record.id}>
                  <RecordRow record={record} />
                </li>
              ))}
            </ul>
          )}
        </Section>
        <Section title="On the chain">
          {myId === undefined ? (
            <Notice>Come in to see what happened on your account.</Notice>
          ) : (
            <OnChain accountId={myId} />
          )}
        </Section>
      </div>
    </Page>
  );
}
