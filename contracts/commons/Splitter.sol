// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {Bot, IBots} from "../interfaces/IBots.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {ISplitter} from "../interfaces/ISplitter.sol";
import {Payee} from "../libraries/Payee.sol";
import {Parts, Split} from "../libraries/Split.sol";

/// @title Splitter
/// @notice Shares out what bots earned, to the unit.
/// @dev A core operator of the ledger. What its account holds is what the pots are owed.
contract Splitter is ISplitter {
    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;
    IBots public immutable bots;

    /// @dev The ledger's own constant, kept here to save a call.
    address private immutable _commons;

    /* STORAGE */

    /// @notice Shares the pots out; 0 until set.
    address public pots;

    /// @inheritdoc ISplitter
    mapping(uint24 skillId => uint256) public potOf;

    /// @dev Copies of `Bots`' terms, made at a bot's first push: one slot of our own is cheaper to read than another contract.
    mapping(uint32 botId => Bot) private _terms;

    /* CONSTRUCTOR */

    constructor(IMembers members_, ILedger ledger_, IBots bots_) {
        members = members_;
        ledger = ledger_;
        bots = bots_;
        _commons = ledger_.commons();
    }

    /* SPLIT */

    /// @inheritdoc ISplitter
    function push(uint32 botId) external returns (uint256 total) {
        Bot memory terms = _termsOf(botId);
        address payee = Payee.addressOf(botId);
        total = _held(payee);
        if (total == 0) revert SplitterNothing(botId);

        Parts memory parts = Split.partsOf(total, terms);
        potOf[terms.skillId] += parts.pot;
        emit SplitPushed(
            botId,
            terms.skillId,
            total,
            parts.compute,
            parts.upstream,
            parts.creator,
            parts.commons,
            parts.pot
        );

        address[] memory receivers = new address[](3);
        uint256[] memory amounts = new uint256[](3);
        (receivers[0], amounts[0]) = (_ownerOf(botId), parts.compute);
        (receivers[1], amounts[1]) = (_ownerOf(terms.creatorId), parts.creator);
        (receivers[2], amounts[2]) = (_commons, parts.commons);
        ledger.distribute(payee, total, receivers, amounts);
    }

    /* POTS */

    /// @inheritdoc ISplitter
    function setPots(address pots_) external {
        if (msg.sender != ledger.governor() || pots != address(0) || pots_ == address(0)) {
            revert SplitterNotAuthorised(msg.sender);
        }
        pots = pots_;
        emit PotsSet(pots_);
    }

    /// @inheritdoc ISplitter
    function takePot(uint24 skillId) external returns (uint256 amount) {
        if (msg.sender != pots) revert SplitterNotAuthorised(msg.sender);
        amount = potOf[skillId];
        potOf[skillId] = 0;
        emit PotTaken(skillId, amount);
        _pay(pots, amount);
    }

    /* VIEWS */

    /// @notice The ledger's forwarder is this one's too, so that what anyone may push can be signed for and relayed.
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return ERC2771Context(address(ledger)).isTrustedForwarder(forwarder);
    }

    /// @inheritdoc ISplitter
    function pending(uint32 botId) external view returns (uint256) {
        return _held(Payee.addressOf(botId));
    }

    /* INTERNAL */

    /// @dev A bot's terms never change, so what was read once is right for good.
    function _termsOf(uint32 botId) private returns (Bot memory terms) {
        terms = _terms[botId];
        if (terms.skillId != 0) return terms;
        terms = bots.botOf(botId);
        if (terms.skillId == 0) revert SplitterUnknownBot(botId);
        _terms[botId] = terms;
    }

    function _held(address payee) private view returns (uint256) {
        int256 balance = ledger.signedBalanceOf(payee);
        return balance > 0 ? uint256(balance) : 0;
    }

    /// @dev The owner sits in the low 160 bits of the account's word.
    function _ownerOf(uint32 accountId) private view returns (address) {
        return address(uint160(members.accountWord(accountId)));
    }

    function _pay(address to, uint256 amount) private {
        if (amount != 0) ledger.disburse(to, amount);
    }
}
