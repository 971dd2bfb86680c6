// Made by `npm run generate` from the contracts. Do not edit.
export const basicIncomeAbi = [
  {"inputs":[{"internalType":"uint32","name":"epoch","type":"uint32"}],"name":"BasicIncomeEpochOpen","type":"error"},
  {"inputs":[{"internalType":"address","name":"caller","type":"address"}],"name":"BasicIncomeNotAuthorised","type":"error"},
  {"inputs":[{"internalType":"uint32","name":"accountId","type":"uint32"}],"name":"BasicIncomeNotEntered","type":"error"},
  {"inputs":[{"internalType":"uint32","name":"accountId","type":"uint32"}],"name":"BasicIncomeNothing","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint32","name":"epoch","type":"uint32"},{"indexed":false,"internalType":"uint256","name":"share","type":"uint256"},{"indexed":false,"internalType":"uint32","name":"seats","type":"uint32"},{"indexed":false,"internalType":"uint256","name":"accumulated","type":"uint256"}],"name":"EpochOpened","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint32","name":"accountId","type":"uint32"},{"indexed":true,"internalType":"address","name":"to","type":"address"},{"indexed":false,"internalType":"uint256","name":"amount","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"expired","type":"uint256"}],"name":"IncomeClaimed","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint32","name":"accountId","type":"uint32"},{"indexed":false,"internalType":"uint256","name":"accumulated","type":"uint256"}],"name":"IncomeEntered","type":"event"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint32","name":"accountId","type":"uint32"},{"indexed":false,"internalType":"uint256","name":"paid","type":"uint256"}],"name":"IncomeExited","type":"event"},
  {"inputs":[{"internalType":"uint32","name":"accountId","type":"uint32"}],"name":"claim","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint32","name":"accountId","type":"uint32"}],"name":"claimable","outputs":[{"internalType":"uint256","name":"amount","type":"uint256"},{"internalType":"uint256","name":"expired","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"epochNow","outputs":[{"internalType":"uint32","name":"","type":"uint32"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"lastEpoch","outputs":[{"internalType":"uint32","name":"","type":"uint32"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"openEpoch","outputs":[{"internalType":"uint256","name":"share","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const;
