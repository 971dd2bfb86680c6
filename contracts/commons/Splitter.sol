// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {Bot, IBots} from "../interfaces/IBots.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {IKeyListener} from "../interfaces/IPersonhood.sol";
import {ISplitter} from "../interfaces/ISplitter.sol";
import {Payee} from "../libraries/Payee.sol";
import {Parts, Split} from "../libraries/Split.sol";

/// @title Splitter
/// @notice Shares out what bots earned, to the unit.
/// @dev Holds nothing itself: the ledger lets it alone move what lies at bots' payees and in pots.
contract Splitter is ISplitter, IKeyListener {
    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;
    IBots public immutable bots;

    /// @dev The ledger's own constant, kept here to save a call.
    address private immutable _commons;

    /* STORAGE */

    /// @notice Shares the pots out; 0 until set.
    address public pots;

    /// @dev Copies of `Bots`' terms, made at a bot's first push: one slot of our own is cheaper to read than another contract.
    mapping(uint32 botId => Bot) private _terms;

    /// @dev Copies of who owns the accounts that were paid, kept right by `Members`, for the same reason.
    mapping(uint32 accountId => address) private _owners;

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
        Bot memory terms = _terms[botId];
        if (terms.skillId == 0) terms = _copyTerms(botId);
        (uint256 compute, uint256 creator, uint256 commons) = Split.prefixesOf(terms);
        uint256[] memory shares = new uint256[](3);
        shares[0] = _share(compute, _ownerOf(botId));
        shares[1] = _share(creator, _ownerOf(terms.creatorId));
        shares[2] = _share(commons, _commons);
        total = ledger.distribute(botId, terms.skillId, shares);
        if (total == 0) revert SplitterNothing(botId);

        Parts memory parts = Split.partsOf(total, terms);
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
    }

    /* MEMBERS */

    /// @inheritdoc IKeyListener
    function accountRotated(uint32 accountId, address, address to) external {
        if (msg.sender != address(members)) revert SplitterNotAuthorised(msg.sender);
        if (_owners[accountId] != address(0)) _owners[accountId] = to;
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
        amount = ledger.takePot(skillId, msg.sender);
        emit PotTaken(skillId, amount);
    }

    /* VIEWS */

    /// @notice The ledger's forwarder is this one's too, so that what anyone may push can be signed for and relayed.
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return ERC2771Context(address(ledger)).isTrustedForwarder(forwarder);
    }

    /// @inheritdoc ISplitter
    function potOf(uint24 skillId) external view returns (uint256) {
        return ledger.balanceOf(Payee.potOf(skillId));
    }

    /// @inheritdoc ISplitter
    function potAddress(uint24 skillId) external pure returns (address) {
        return Payee.potOf(skillId);
    }

    /// @inheritdoc ISplitter
    function pending(uint32 botId) external view returns (uint256) {
        return ledger.balanceOf(Payee.addressOf(botId));
    }

    /* INTERNAL */

    /// @dev A bot's terms never change, so what was read once is right for good.
    function _copyTerms(uint32 botId) private returns (Bot memory terms) {
        terms = bots.botOf(botId);
        if (terms.skillId == 0) revert SplitterUnknownBot(botId);
        _terms[botId] = terms;
    }

    function _ownerOf(uint32 accountId) private returns (address owner) {
        owner = _owners[accountId];
        if (owner != address(0)) return owner;
        // The owner sits in the low 160 bits of the account's word.
        owner = address(uint160(members.accountWord(accountId)));
        _owners[accountId] = owner;
    }

    function _share(uint256 prefix, address to) private pure returns (uint256) {
        return (prefix << 160) | uint160(to);
    }
}
