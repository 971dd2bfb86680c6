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

/// @notice Told by `Skills` of every new skill once a market is set, to open its edge and deploy its face in the same call.
interface ISkillListener {
    function skillCreated(
        uint24 skillId,
        uint24 parentId,
        string calldata name,
        string calldata symbol
    ) external;
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

    event MarketSet(address market);

    error SkillsUnknown(uint24 skillId);
    error SkillsTooDeep(uint24 parentId);
    error SkillsBadName(string name);
    error SkillsBadSymbol(string symbol);
    error SkillsSymbolTaken(string symbol, uint24 skillId);
    error SkillsNotOwner(uint32 creatorId, address caller);
    error SkillsNotAuthorised(address caller);

    /// @param name 1 to 64 bytes, shown to people: no control characters, no space at either end
    /// @param symbol 2 to 16 of a-z, 0-9 and -, unique: the word after the # and the token's symbol; `peer` is the root's
    function createSkill(
        uint32 creatorId,
        uint24 parentId,
        string calldata name,
        string calldata symbol,
        bytes32 contentId
    ) external returns (uint24 skillId);

    /// @notice Governor, once: the market that is told of new skills and deploys their faces.
    function setMarket(address market) external;

    /// @notice Market: deploys a skill's face at its reserved address (CREATE3: the code does not move it).
    function deployFace(uint24 skillId, bytes calldata creationCode) external returns (address face);

    function market() external view returns (address);

    function skillOf(uint24 skillId) external view returns (Skill memory);

    function skillCount() external view returns (uint24);

    function symbolOf(uint24 skillId) external view returns (string memory);

    /// @notice The ERC-20 face's reserved address.
    function faceOf(uint24 skillId) external view returns (address);

    /// @return skillId 0 when no skill has the symbol
    function skillBySymbol(string calldata symbol) external view returns (uint24 skillId);
}
