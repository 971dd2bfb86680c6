// Made by `npm run generate` from the contracts. Do not edit.
export const signedActsAbi = [
  {"inputs":[{"internalType":"uint64","name":"taskId","type":"uint64"},{"internalType":"uint256","name":"until","type":"uint256"}],"name":"TaskMarketActExpired","type":"error"},
  {"inputs":[{"internalType":"uint256","name":"index","type":"uint256"}],"name":"TaskMarketActMalformed","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"taskId","type":"uint64"},{"internalType":"uint64","name":"next","type":"uint64"}],"name":"TaskMarketActNotNext","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"taskId","type":"uint64"},{"internalType":"address","name":"owner","type":"address"}],"name":"TaskMarketActNotSigned","type":"error"},
  {"inputs":[{"internalType":"uint64","name":"taskId","type":"uint64"},{"internalType":"uint256","name":"since","type":"uint256"}],"name":"TaskMarketActTooSoon","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"TaskMarketNotItself","type":"error"},
  {"inputs":[],"name":"TaskMarketOutOfGas","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":false,"internalType":"uint256","name":"index","type":"uint256"},{"indexed":false,"internalType":"bytes","name":"reason","type":"bytes"}],"name":"ActSkipped","type":"event"},
  {"inputs":[],"name":"perform","outputs":[],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"bytes","name":"acts","type":"bytes"}],"name":"relay","outputs":[{"internalType":"uint256","name":"done","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const;
