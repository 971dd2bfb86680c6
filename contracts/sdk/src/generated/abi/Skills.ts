// Made by `npm run generate` from the contracts. Do not edit.
export const skillsAbi = [
  {"inputs":[{"internalType":"string","name":"name","type":"string"}],"name":"SkillsBadName","type":"error"},
  {"inputs":[{"internalType":"string","name":"symbol","type":"string"}],"name":"SkillsBadSymbol","type":"error"},
  {"inputs":[{"internalType":"uint32","name":"creatorId","type":"uint32"},{"internalType":"address","name":"caller","type":"address"}],"name":"SkillsNotOwner","type":"error"},
  {"inputs":[{"internalType":"string","name":"symbol","type":"string"},{"internalType":"uint24","name":"skillId","type":"uint24"}],"name":"SkillsSymbolTaken","type":"error"},
  {"inputs":[{"internalType":"uint24","name":"parentId","type":"uint24"}],"name":"SkillsTooDeep","type":"error"},
  {"inputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"name":"SkillsUnknown","type":"error"},
  {"anonymous":false,"inputs":[{"indexed":true,"internalType":"uint24","name":"skillId","type":"uint24"},{"indexed":true,"internalType":"uint24","name":"parentId","type":"uint24"},{"indexed":true,"internalType":"uint32","name":"creatorId","type":"uint32"},{"indexed":false,"internalType":"string","name":"name","type":"string"},{"indexed":false,"internalType":"string","name":"symbol","type":"string"},{"indexed":false,"internalType":"address","name":"face","type":"address"},{"indexed":false,"internalType":"bytes32","name":"contentId","type":"bytes32"}],"name":"SkillCreated","type":"event"},
  {"inputs":[{"internalType":"uint32","name":"creatorId","type":"uint32"},{"internalType":"uint24","name":"parentId","type":"uint24"},{"internalType":"string","name":"name","type":"string"},{"internalType":"string","name":"symbol","type":"string"},{"internalType":"bytes32","name":"contentId","type":"bytes32"}],"name":"createSkill","outputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"stateMutability":"nonpayable","type":"function"},
  {"inputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"name":"faceOf","outputs":[{"internalType":"address","name":"","type":"address"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"string","name":"symbol","type":"string"}],"name":"skillBySymbol","outputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"stateMutability":"view","type":"function"},
  {"inputs":[],"name":"skillCount","outputs":[{"internalType":"uint24","name":"","type":"uint24"}],"stateMutability":"view","type":"function"},
  {"inputs":[{"internalType":"uint24","name":"skillId","type":"uint24"}],"name":"skillOf","outputs":[{"components":[{"internalType":"uint24","name":"parentId","type":"uint24"},{"internalType":"uint8","name":"depth","type":"uint8"},{"internalType":"uint32","name":"creatorId","type":"uint32"},{"internalType":"uint40","name":"createdAt","type":"uint40"}],"internalType":"struct Skill","name":"","type":"tuple"}],"stateMutability":"view","type":"function"},
] as const;
