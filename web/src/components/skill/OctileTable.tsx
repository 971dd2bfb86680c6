import type { SkillDetail } from "@peercommons/sdk/schemas";
import { BandMark } from "@/components/marks/BandMark";
import { Money } from "@/components/ui/Money";

const levels = (lo: number, hi: number): string =>
  lo === 0 && hi === 15 ? "everyone" : lo === hi ? String(lo) : `${lo} to ${hi}`;

/** The eight price bands of a skill: from what to what an hour, and which levels fit. */
export function OctileTable({ skill }: { skill: SkillDetail }) {
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="text-left text-soft">
          <th scope="col" className="py-1 font-normal">
            Band
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            An hour, up to
          </th>
          <th scope="col" className="py-1 text-right font-normal">
            Levels first
          </th>
        </tr>
      </thead>
      <tbody>
        {skill.ranges.map((range) => {
          const upTo = skill.octiles[range.band];
          return (
            <tr key={range.band} className="border-rule border-t">
              <th scope="row" className="py-1.5">
                <BandMark band={range.band} width={44} />
              </th>
              <td className="py-1.5 text-right">{upTo === undefined ? "more" : <Money amount={upTo} />}</td>
              <td className="figures py-1.5 text-right font-semibold">{levels(range.lo, range.hi)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
