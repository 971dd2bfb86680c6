// Made by `npm run generate` from the contracts. Do not edit.
export const skillListenerAbi = [
  {"inputs":[{"internalType":"uint24","name":"skillId","type":"uint24"},{"internalType":"uint24","name":"parentId","type":"uint24"},{"internalType":"string","name":"name","type":"string"},{"internalType":"string","name":"symbol","type":"string"}],"name":"skillCreated","outputs":[],"stateMutability":"nonpayable","type":"function"},
] as const;
