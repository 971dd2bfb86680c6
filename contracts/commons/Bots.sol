// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {Bot, IBots} from "../interfaces/IBots.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {ISkills} from "../interfaces/ISkills.sol";
import {Label} from "../libraries/Label.sol";
import {Payee} from "../libraries/Payee.sol";

/// @title Bots
/// @notice Commons-owned agents of skills: their terms, fixed at registration, and who may register them.
contract Bots is IBots, ERC2771Context, EIP712 {
    /* CONSTANTS */

    uint16 public constant MAX_COMPUTE_BPS = 2_000;
    uint16 public constant MIN_COMMONS_BPS = 5_000;
    uint16 public constant MAX_COMMONS_BPS = 9_000;
    uint16 public constant MIN_POT_BPS = 2_000;
    uint16 public constant MAX_POT_BPS = 8_000;

    bytes32 private constant OPERATE_TYPEHASH = keccak256(
        "Operate(uint32 creatorId,uint24 skillId,uint16 computeBps,bytes32 modelHash,bytes32 sealingKey,uint256 deadline)"
    );

    /* IMMUTABLES */

    IMembers public immutable members;
    ISkills public immutable skills;

    /* STORAGE */

    mapping(uint32 botId => Bot) private _bots;

    /// @inheritdoc IBots
    mapping(uint24 skillId => uint32) public botCount;

    /// @dev An operator that gave its bot to another key is not made one again by what it signed then.
    mapping(address operator => mapping(bytes32 digest => bool)) private _usedConsents;

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        IMembers members_,
        ISkills skills_
    ) ERC2771Context(forwarder) EIP712("PeerCommons Bots", "1") {
        members = members_;
        skills = skills_;
    }

    /* REGISTER */

    /// @inheritdoc IBots
    function registerBot(
        uint32 creatorId,
        address operator,
        Bot calldata terms,
        bytes32 modelHash,
        bytes32 sealingKey,
        string calldata name,
        uint256 deadline,
        bytes calldata operatorSignature
    ) external returns (uint32 botId) {
        _requireTerms(creatorId, terms);
        if (!Label.isName(name)) revert BotsBadName(name);
        if (block.timestamp > deadline) revert BotsSignatureExpired(deadline);
        bytes32 consent = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    OPERATE_TYPEHASH,
                    creatorId,
                    terms.skillId,
                    terms.computeBps,
                    modelHash,
                    sealingKey,
                    deadline
                )
            )
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(operator, consent, operatorSignature)) {
            revert BotsBadSignature(operator);
        }
        if (_usedConsents[operator][consent]) revert BotsConsentUsed(operator);
        _usedConsents[operator][consent] = true;

        botId = members.registerBot(operator, terms.skillId, sealingKey);
        _bots[botId] = terms;
        ++botCount[terms.skillId];
        _emitRegistered(botId, operator, terms, modelHash, name, deadline);
    }

    /* VIEWS */

    /// @inheritdoc IBots
    function botOf(uint32 botId) external view returns (Bot memory) {
        return _bots[botId];
    }

    /// @inheritdoc IBots
    function payeeOf(uint32 botId) external pure returns (address) {
        return Payee.addressOf(botId);
    }

    /* INTERNAL */

    function _requireTerms(uint32 creatorId, Bot calldata terms) private view {
        // The owner sits in the low 160 bits; an unknown id has owner 0, which no caller is.
        if (
            address(uint160(members.accountWord(creatorId))) != _msgSender() || terms.creatorId != creatorId
        ) {
            revert BotsNotOwner(creatorId, _msgSender());
        }
        if (skills.skillOf(terms.skillId).depth == 0) revert ISkills.SkillsUnknown(terms.skillId);
        _requireWithin("computeBps", terms.computeBps, 0, MAX_COMPUTE_BPS);
        _requireWithin("commonsBps", terms.commonsBps, MIN_COMMONS_BPS, MAX_COMMONS_BPS);
        _requireWithin("potBps", terms.potBps, MIN_POT_BPS, MAX_POT_BPS);
    }

    function _requireWithin(bytes32 what, uint256 value, uint256 min, uint256 max) private pure {
        if (value < min || value > max) revert BotsOutOfBounds(what, value, min, max);
    }

    function _emitRegistered(
        uint32 botId,
        address operator,
        Bot calldata terms,
        bytes32 modelHash,
        string calldata name,
        uint256 deadline
    ) private {
        emit BotRegistered(
            botId,
            terms.skillId,
            terms.creatorId,
            operator,
            Payee.addressOf(botId),
            modelHash,
            terms.computeBps,
            terms.commonsBps,
            terms.potBps,
            name,
            deadline
        );
    }
}
