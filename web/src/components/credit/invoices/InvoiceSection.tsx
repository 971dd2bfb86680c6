"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/Button";
import { Notice } from "@/components/ui/Notice";
import { Section } from "@/components/ui/Page";
import { PagedList } from "@/components/ui/PagedList";
import { useTown } from "@/hooks/useTown";
import { InvoiceForm } from "./InvoiceForm";
import { InvoiceRow } from "./InvoiceRow";
import { NettingSection } from "./NettingSection";

/** What I owe and am owed on invoices, what of it cancels in a circle, and a new one. */
export function InvoiceSection({ account }: { account: AccountView }) {
  const { queries } = useTown();
  const [writing, setWriting] = useState(false);
  const query = useInfiniteQuery(queries.obligations(account.accountId, "open"));
  return (
    <Section
      id="invoices"
      title="Invoices"
      note="What is owed and not paid yet. Where debts run in a circle, they can be netted: everyone owes less, and no money moves."
      aside={
        writing ? null : (
          <Button size="small" onClick={() => setWriting(true)}>
            Write an invoice
          </Button>
        )
      }
    >
      <div className="grid gap-5">
        {writing ? <InvoiceForm account={account} close={() => setWriting(false)} /> : null}
        <PagedList
          query={query}
          keyOf={(invoice) => invoice.obligationId}
          row={(invoice) => <InvoiceRow invoice={invoice} myId={account.accountId} />}
          className="divide-y divide-rule border-rule border-y"
          empty={<Notice>No invoice is open: you owe nothing, and nobody owes you.</Notice>}
        />
        <NettingSection accountId={account.accountId} />
      </div>
    </Section>
  );
}
