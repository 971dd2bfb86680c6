// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {AccountKind, IMembers} from "../interfaces/IMembers.sol";
import {IKeyListener, ISeatListener} from "../interfaces/IPersonhood.sol";
import {ITaskMarket} from "../interfaces/ITaskMarket.sol";

/// @title AccountCopies
/// @notice What the task market knows of accounts: copies of `Members`' words, and who is who by them.
abstract contract AccountCopies is ISeatListener, ERC2771Context {
    IMembers public immutable members;

    /// @dev Copies of `Members`' words, made at an account's first act here and dropped when `Members` says so: one cold
    /// slot instead of a cold contract and a cold slot in every act. Only a renewal is not told; see `_renewed`.
    mapping(uint256 accountId => uint256) internal accounts;

    constructor(IMembers members_, address forwarder) ERC2771Context(forwarder) {
        members = members_;
    }

    /* MEMBERS */

    /// @inheritdoc ISeatListener
    function seatTaken(uint32 accountId, address) external {
        _forget(accountId);
    }

    /// @inheritdoc ISeatListener
    function seatEnded(uint32 accountId, address) external {
        _forget(accountId);
    }

    /// @inheritdoc IKeyListener
    function accountRotated(uint32 accountId, address, address) external {
        _forget(accountId);
    }

    function _forget(uint32 accountId) internal {
        if (msg.sender != address(members)) revert ITaskMarket.TaskMarketNotMembers(msg.sender);
        delete accounts[accountId];
    }

    /* INTERNAL */

    /// @dev The account's word; copies it when it is new here.
    function _account(uint32 accountId) internal returns (uint256 word) {
        word = accounts[accountId];
        if (word == 0) word = _pull(accountId);
    }

    /// @dev The account's word as of its last renewal: a copy that says "over" is asked for again.
    function _renewed(uint32 accountId, uint256 word) internal returns (uint256) {
        return _seated(word) || uint16(word >> 168) == 0 ? word : _pull(accountId);
    }

    function _pull(uint32 accountId) internal returns (uint256 word) {
        word = members.accountWord(accountId);
        if (word != 0) accounts[accountId] = word;
    }

    function _owner(uint32 accountId) internal returns (address) {
        return address(uint160(_account(accountId)));
    }

    /// @dev Most callers come themselves; nobody's account is owned by the forwarder.
    function _isSender(address owner) internal view returns (bool) {
        return msg.sender == owner || _msgSender() == owner;
    }

    function _seated(uint256 account) internal view returns (bool) {
        unchecked {
            return
                uint8(account >> 160) == uint8(AccountKind.Member) &&
                uint16(account >> 168) > block.timestamp / 1 days;
        }
    }
}
