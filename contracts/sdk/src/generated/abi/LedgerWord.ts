// Made by `npm run generate` from the contracts. Do not edit.
export const ledgerWordAbi = [
] as const;
