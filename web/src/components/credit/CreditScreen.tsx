"use client";

import type { AccountView } from "@peercommons/sdk/schemas";
import { useQuery } from "@tanstack/react-query";
import { NeedsAccount } from "@/components/account/NeedsAccount";
import { Page } from "@/components/ui/Page";
import { QueryStates } from "@/components/ui/QueryStates";
import { Skeleton } from "@/components/ui/Skeleton";
import { useTown } from "@/hooks/useTown";
import { CreditHead } from "./CreditHead";
import { GateSection } from "./gate/GateSection";
import { IncomeSection } from "./IncomeSection";
import { InvoiceQuestion } from "./invoices/InvoiceQuestion";
import { InvoiceSection } from "./invoices/InvoiceSection";
import { LimitSection } from "./LimitSection";
import { PaymentQuestion } from "./links/PaymentQuestion";
import { RequestForm } from "./links/RequestForm";
import { RequestQuestion } from "./links/RequestQuestion";
import { PayForm } from "./PayForm";
import { Statement } from "./Statement";

/** Money as a relation: what one can still do for each other, then every line behind it. */
export function CreditScreen() {
  return (
    <Page title={<span className="eyebrow text-base">Credit</span>}>
      <NeedsAccount what="Come in to see your credit">
        {(account) => <Credit account={account} />}
      </NeedsAccount>
    </Page>
  );
}

function Credit({ account }: { account: AccountView }) {
  const { queries } = useTown();
  const credit = useQuery(queries.credit(account.accountId));
  const funds = {
    available: credit.data ? BigInt(credit.data.available) : null,
    balance: credit.data ? BigInt(credit.data.balance) : null,
  };
  return (
    <div className="grid grid-cols-1 gap-10">
      <RequestQuestion account={account} funds={funds} />
      <PaymentQuestion />
      <InvoiceQuestion account={account} />
      <QueryStates query={credit} waiting={<Skeleton className="h-56" />}>
        {(data) => <CreditHead credit={data} />}
      </QueryStates>
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <aside className="grid grid-cols-1 content-start gap-10 lg:col-start-2 lg:row-start-1">
          <PayForm account={account} {...funds} />
          <RequestForm account={account} />
          <GateSection account={account} balance={funds.balance} />
          <IncomeSection account={account} />
          {credit.data ? <LimitSection credit={credit.data} /> : null}
        </aside>
        <div className="grid grid-cols-1 content-start gap-10 lg:col-start-1 lg:row-start-1">
          <InvoiceSection account={account} />
          <Statement accountId={account.accountId} />
        </div>
      </div>
    </div>
  );
}
