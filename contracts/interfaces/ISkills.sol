// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice One skill.
/// @param parentId 0 for skills right below PEER
/// @param depth 1 for those, at most 5
/// @param creatorId account that created it; no powers come with it
struct Skill {
    uint24 parentId;
    uint8 depth;
    uint32 creatorId;
    uint40 createdAt;
}

/// @title Skills
/// @notice The tree of skills. Anyone registered creates one in one call. Skill ids count up from 1; 0 is PEER, the root.
/// @dev A skill's ERC-20 face has a reserved address that depends on this contract and the id alone.
interface ISkills {
    /// @param contentId content id of the skill's description document, or 0
    event SkillCreated(
        uint24 indexed skillId,
        uint24 indexed parentId,
        uint32 indexed creatorId,
        string name,
        string symbol,
        address face,
        bytes32 contentId
    );

    error SkillsUnknown(uint24 skillId);
    error SkillsTooDeep(uint24 parentId);
    error SkillsBadName(string name);
    error SkillsBadSymbol(string symbol);
    error SkillsSymbolTaken(string symbol, uint24 skillId);
    error SkillsNotOwner(uint32 creatorId, address caller);

    /// @param name 1 to 64 bytes, shown to people
    /// @param symbol 2 to 16 of a-z, 0-9 and -, unique: the word after the # and the token's symbol
    function createSkill(
        uint32 creatorId,
        uint24 parentId,
        string calldata name,
        string calldata symbol,
        bytes32 contentId
    ) external returns (uint24 skillId);

    function skillOf(uint24 skillId) external view returns (Skill memory);

    function skillCount() external view returns (uint24);

    function faceOf(uint24 skillId) external view returns (address);

    /// @return skillId 0 when no skill has the symbol
    function skillBySymbol(string calldata symbol) external view returns (uint24 skillId);
}
