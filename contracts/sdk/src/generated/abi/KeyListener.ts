// Made by `npm run generate` from the contracts. Do not edit.
export const keyListenerAbi = [
  {"inputs":[{"internalType":"uint32","name":"accountId","type":"uint32"},{"internalType":"address","name":"from","type":"address"},{"internalType":"address","name":"to","type":"address"}],"name":"accountRotated","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const;
