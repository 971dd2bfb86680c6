/** In a database: the schema of a deployment's tables. Other code makes other tables, so it is part of the name. */
export const tablesSchema = (deploymentId: string, code: string) =>
  `town_${deploymentId.slice(2, 10)}_${code.slice(0, 8)}`;

/** The schema of a deployment's private things, which making the tables anew leaves alone. */
export const privateSchema = (deploymentId: string) => `town_${deploymentId.slice(2, 10)}_private`;
