// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ILedger, LedgerFlags} from "../interfaces/ILedger.sol";
import {Payee} from "../libraries/Payee.sol";
import {Split} from "../libraries/Split.sol";
import {LedgerMoves} from "./LedgerMoves.sol";
import {LedgerWord} from "./LedgerWord.sol";

/// @title LedgerPots
/// @notice Accounts nobody holds a key for: bots' payees and skills' pots. One contract moves what lies there, known from the
/// start, so that no word is read to let it.
abstract contract LedgerPots is LedgerMoves {
    using LedgerWord for uint256;

    /// @notice The one contract that moves what lies at bots' payees and in pots.
    address public immutable splitter;

    modifier onlySplitter() {
        if (msg.sender != splitter) revert LedgerNotAuthorised(msg.sender);
        _;
    }

    constructor(address splitter_) {
        if (splitter_ == address(0)) revert LedgerZeroAddress();
        splitter = splitter_;
    }

    /// @inheritdoc ILedger
    function distribute(
        uint32 botId,
        uint24 skillId,
        uint256[] calldata shares
    ) external onlySplitter returns (uint256 total) {
        address from = Payee.addressOf(botId);
        total = _lyingAt(from);
        uint256 given;
        for (uint256 i; i < shares.length; ++i) {
            uint256 mark = Split.markOf(total, shares[i] >> 160);
            // Marks that fall, or end beyond the whole, fail here and below.
            uint256 part = mark - given;
            if (part == 0) continue;
            given = mark;
            // Cut by hand, since the move finds words in assembly.
            address to = address(uint160(shares[i] & type(uint160).max));
            if (to == address(0)) revert LedgerZeroAddress();
            _move(from, to, part, to == address(this) ? CASH : PRIVATE);
        }
        if (total != given) _fillPot(from, Payee.potOf(skillId), total - given);
    }

    /// @inheritdoc ILedger
    function takePot(uint24 skillId, address to) external onlySplitter returns (uint256 amount) {
        if (to == address(0)) revert LedgerZeroAddress();
        address pot = Payee.potOf(skillId);
        amount = _lyingAt(pot);
        if (amount != 0) _move(pot, to, amount, CASH);
    }

    /// @dev With its first share a pot stops to decay and to take anything from strangers, whose gifts till now leave it.
    function _fillPot(address from, address pot, uint256 amount) private {
        (, uint256 word) = _move(from, pot, amount, CASH);
        if (word & LedgerWord.SYSTEM != 0) return;
        uint256 gifts = (word & LedgerWord.BALANCE) - amount;
        if (gifts != 0) _move(pot, address(this), gifts, CASH);
        _setFlags(pot, word.flagsOf() | LedgerFlags.SYSTEM);
    }

    /// @dev Behind demurrage. Nobody draws on credit there, so the low bits hold a number that is not negative.
    function _lyingAt(address account) private view returns (uint256) {
        uint256 word = _accounts[account];
        return (word & LedgerWord.BALANCE) - _due(word);
    }
}
