// Made by `npm run generate` from the contracts. Do not edit.
export const personhoodAbi = [
  {"inputs":[{"internalType":"address","name":"who","type":"address"},{"internalType":"uint32","name":"accountId","type":"uint32"},{"internalType":"bool","name":"renewal","type":"bool"},{"internalType":"bytes","name":"proof","type":"bytes"}],"name":"check","outputs":[{"internalType":"uint16","name":"seatDays","type":"uint16"}],"stateMutability":"nonpayable","type":"function"},
] as const;
