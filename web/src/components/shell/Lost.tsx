import { TownMark } from "@/components/marks/TownMark";
import { ButtonLink } from "@/components/ui/Button";

/** There is nothing at this address. */
export function Lost({
  what = "There is nothing at this address",
  why = "The link may be old or mistyped, or the thing belongs to another town.",
}: {
  what?: string;
  why?: string;
}) {
  return (
    <div className="mx-auto grid max-w-2xl justify-items-start gap-5 px-4 py-20 sm:px-6">
      <TownMark size={72} />
      <h1 className="text-3xl">{what}</h1>
      <p className="text-lg">{why}</p>
      <div className="flex flex-wrap gap-2">
        <ButtonLink href="/" tone="ink">
          To the feed
        </ButtonLink>
        <ButtonLink href="/tasks">All tasks</ButtonLink>
      </div>
    </div>
  );
}
