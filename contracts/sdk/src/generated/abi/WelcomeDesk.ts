// Made by `npm run generate` from the contracts. Do not edit.
export const welcomeDeskAbi = [
  {"inputs":[],"stateMutability":"nonpayable","type":"constructor"},
  {"inputs":[{"internalType":"uint256","name":"chainId","type":"uint256"}],"name":"WelcomeDeskWrongChain","type":"error"},
  {"inputs":[{"internalType":"address","name":"","type":"address"},{"internalType":"uint32","name":"","type":"uint32"},{"internalType":"bool","name":"","type":"bool"},{"internalType":"bytes","name":"","type":"bytes"}],"name":"check","outputs":[{"internalType":"uint16","name":"seatDays","type":"uint16"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"note","outputs":[{"internalType":"string","name":"","type":"string"}],"stateMutability":"pure","type":"function"},
] as const;
