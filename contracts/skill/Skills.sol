// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Create3} from "@openzeppelin/contracts/utils/Create3.sol";

import {IMembers} from "../interfaces/IMembers.sol";
import {ISkillListener, ISkills, Skill} from "../interfaces/ISkills.sol";
import {Label} from "../libraries/Label.sol";

/// @title Skills
/// @notice The tree of skills and the reserved addresses of their faces; see `ISkills`.
contract Skills is ISkills, ERC2771Context {
    /// @dev One word: the skill and its symbol.
    struct Entry {
        uint24 parentId;
        uint8 depth;
        uint32 creatorId;
        uint40 createdAt;
        bytes16 symbol;
    }

    /* CONSTANTS */

    /// @notice Deepest place in the tree; skills right below PEER have depth 1.
    uint8 public constant MAX_DEPTH = 5;

    /* IMMUTABLES */

    IMembers public immutable members;

    /* STORAGE */

    /// @inheritdoc ISkills
    address public market;
    /// @inheritdoc ISkills
    uint24 public skillCount;

    mapping(uint24 skillId => Entry) private _skills;
    mapping(bytes16 symbol => uint24 skillId) private _bySymbol;

    /* CONSTRUCTOR */

    constructor(address forwarder, IMembers members_) ERC2771Context(forwarder) {
        members = members_;
    }

    /* CREATE */

    /// @inheritdoc ISkills
    function createSkill(
        uint32 creatorId,
        uint24 parentId,
        string calldata name,
        string calldata symbol,
        bytes32 contentId
    ) external returns (uint24 skillId) {
        // The owner sits in the low 160 bits; an unknown id has owner 0, which no caller is.
        if (address(uint160(members.accountWord(creatorId))) != _msgSender()) {
            revert SkillsNotOwner(creatorId, _msgSender());
        }
        if (!Label.isName(name)) revert SkillsBadName(name);
        uint8 depth = 1;
        if (parentId != 0) {
            depth = _skills[parentId].depth;
            if (depth == 0) revert SkillsUnknown(parentId);
            if (depth == MAX_DEPTH) revert SkillsTooDeep(parentId);
            ++depth;
        }
        bytes16 key = _claimable(symbol);

        skillId = ++skillCount;
        _skills[skillId] = Entry(parentId, depth, creatorId, uint40(block.timestamp), key);
        _bySymbol[key] = skillId;
        emit SkillCreated(skillId, parentId, creatorId, name, symbol, faceOf(skillId), contentId);

        address listener = market;
        if (listener != address(0)) ISkillListener(listener).skillCreated(skillId, parentId, name, symbol);
    }

    /* FACES */

    /// @inheritdoc ISkills
    function setMarket(address market_) external {
        if (_msgSender() != members.governor() || market != address(0) || market_ == address(0)) {
            revert SkillsNotAuthorised(_msgSender());
        }
        market = market_;
        emit MarketSet(market_);
    }

    /// @inheritdoc ISkills
    function deployFace(uint24 skillId, bytes calldata creationCode) external returns (address face) {
        if (msg.sender != market) revert SkillsNotAuthorised(msg.sender);
        if (_skills[skillId].depth == 0) revert SkillsUnknown(skillId);
        return Create3.deploy(0, bytes32(uint256(skillId)), creationCode);
    }

    /* VIEWS */

    /// @inheritdoc ISkills
    function skillOf(uint24 skillId) external view returns (Skill memory) {
        Entry memory entry = _skills[skillId];
        return Skill(entry.parentId, entry.depth, entry.creatorId, entry.createdAt);
    }

    /// @inheritdoc ISkills
    function symbolOf(uint24 skillId) external view returns (string memory) {
        bytes16 key = _skills[skillId].symbol;
        uint256 length;
        while (length < 16 && key[length] != 0) ++length;
        bytes memory symbol = new bytes(length);
        for (uint256 i; i < length; ++i) {
            symbol[i] = key[i];
        }
        return string(symbol);
    }

    /// @inheritdoc ISkills
    function faceOf(uint24 skillId) public view returns (address) {
        return Create3.computeAddress(bytes32(uint256(skillId)));
    }

    /// @inheritdoc ISkills
    function skillBySymbol(string calldata symbol) external view returns (uint24 skillId) {
        return bytes(symbol).length > 16 ? 0 : _bySymbol[bytes16(bytes(symbol))];
    }

    /* INTERNAL */

    /// @dev The root's own word belongs to PEER.
    function _claimable(string calldata symbol) private view returns (bytes16 key) {
        if (!Label.isSymbol(symbol)) revert SkillsBadSymbol(symbol);
        key = bytes16(bytes(symbol));
        uint24 holder = _bySymbol[key];
        if (holder != 0 || key == "peer") revert SkillsSymbolTaken(symbol, holder);
    }
}
