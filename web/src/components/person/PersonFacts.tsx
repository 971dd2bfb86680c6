import type { Person } from "@peercommons/sdk/schemas";

/** How reliable somebody has been, on both sides. */
export function PersonFacts({ person }: { person: Person }) {
  const facts = [
    ["Tasks done", String(person.tasksDone)],
    ["Rated", person.averageRating === null ? "not yet" : `${person.averageRating.toFixed(1)} of 5`],
    ["Tasks posted", String(person.tasksPosted)],
    ["Accepted and paid", String(person.tasksAccepted)],
    ["Refused", String(person.tasksRefused)],
  ] as const;
  return (
    <dl className="flex flex-wrap overflow-hidden border-2 border-ink bg-sheet">
      {facts.map(([label, value]) => (
        <div key={label} className="tear -mt-0.5 -ml-0.5 min-w-36 flex-1 border-t-2 border-l-2 px-4 py-3">
          <dt className="text-sm text-soft">{label}</dt>
          <dd className="figures font-bold font-display text-xl">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
