// Made by `npm run generate` from the contracts. Do not edit.
export const splitterAbi = [
  {"inputs":[{"internalType":"uint32","name":"botId","type":"uint32"}],"name":"SplitterNothing","type":"error"},
  {"inputs":[{"internalType":"uint32","name":"botId","type":"uint32"}],"name":"SplitterUnknownBot","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint32","name":"botId","type":"uint32"},{"indexed":true,"internalType":"uint24","name":"skillId","type":"uint24"},{"indexed":false,"internalType":"uint256","name":"total","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"compute","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"upstream","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"creator","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"commons","type":"uint256"},{"indexed":false,"internalType":"uint256","name":"pot","type":"uint256"}],"name":"SplitPushed","type":"event"},
  {"inputs":[{"internalType":"uint32","name":"botId","type":"uint32"}],"name":"pending","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"name":"potOf","outputs":[{"internalType":"uint256","name":"","type":"uint256"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint32","name":"botId","type":"uint32"}],"name":"push","outputs":[{"internalType":"uint256","name":"total","type":"uint256"}],"stateMutability":"nonpayable","type":"function"},
] as const;
