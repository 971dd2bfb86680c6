import { readTown } from "@/server/town";

/** For whoever watches the services. */
export function GET(): Response {
  const town = readTown();
  return Response.json({
    ok: town.problem === null,
    deploymentId: town.deployment?.deploymentId ?? null,
    problem: town.problem,
  });
}
