// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LedgerAccount, LedgerFlags} from "../interfaces/ILedger.sol";

/// @title LedgerWord
/// @notice Where things lie in the ledger's two kinds of words. Packed by hand, for a payment reads and writes two of them.
/// @dev An account's word, lowest bits first: balance int96, limit 64, checkpoint 40, negativeSinceDay 16, locks 32, flags 8.
/// The world's word: commons' balance int96, total debt 64, exponent 40, day 16, daily rate 24, sigma 16. The first three
/// lie at the same places, so balance and exponent are read the same way from both.
library LedgerWord {
    uint256 internal constant LIMIT_AT = 96;
    uint256 internal constant CHECKPOINT_AT = 160;
    uint256 internal constant SINCE_AT = 200;
    uint256 internal constant LOCKS_AT = 216;
    uint256 internal constant FLAGS_AT = 248;

    uint256 internal constant DEBT_AT = 96;
    uint256 internal constant DAY_AT = 200;
    uint256 internal constant RATE_AT = 216;
    uint256 internal constant SIGMA_AT = 240;

    uint256 internal constant BALANCE = type(uint96).max;
    /// @dev Sign of the balance.
    uint256 internal constant DEBT = 1 << 95;
    uint256 internal constant CHECKPOINT = uint256(type(uint40).max) << CHECKPOINT_AT;
    uint256 internal constant SINCE = uint256(type(uint16).max) << SINCE_AT;
    uint256 internal constant LIMIT = uint256(type(uint64).max) << LIMIT_AT;

    uint256 internal constant SYSTEM = uint256(LedgerFlags.SYSTEM) << FLAGS_AT;
    uint256 internal constant OPERATOR = uint256(LedgerFlags.OPERATOR) << FLAGS_AT;
    uint256 internal constant CORE = uint256(LedgerFlags.CORE) << FLAGS_AT;
    uint256 internal constant OPEN = uint256(LedgerFlags.OPEN) << FLAGS_AT;
    uint256 internal constant FROZEN = uint256(LedgerFlags.FROZEN) << FLAGS_AT;
    uint256 internal constant DREW = uint256(LedgerFlags.DREW) << FLAGS_AT;
    uint256 internal constant RETURNED = uint256(LedgerFlags.RETURNED) << FLAGS_AT;
    uint256 internal constant RESERVE = uint256(LedgerFlags.RESERVE) << FLAGS_AT;

    function balanceOf(uint256 word) internal pure returns (int256 signed) {
        assembly ("memory-safe") {
            signed := signextend(11, word)
        }
    }

    /// @dev `balance` must fit 96 bits; the ledger's debt total, 64 bits, bounds every balance.
    function withBalance(uint256 word, int256 balance) internal pure returns (uint256) {
        return (word & ~BALANCE) | (uint256(balance) & BALANCE);
    }

    function exponentOf(uint256 word) internal pure returns (uint256) {
        return (word >> CHECKPOINT_AT) & type(uint40).max;
    }

    function limitOf(uint256 word) internal pure returns (uint256) {
        return (word >> LIMIT_AT) & type(uint64).max;
    }

    function locksOf(uint256 word) internal pure returns (uint32) {
        return uint32(word >> LOCKS_AT);
    }

    function flagsOf(uint256 word) internal pure returns (uint8) {
        return uint8(word >> FLAGS_AT);
    }

    function debtOf(uint256 world) internal pure returns (uint256) {
        return (world >> DEBT_AT) & type(uint64).max;
    }

    function dayOf(uint256 world) internal pure returns (uint256) {
        return (world >> DAY_AT) & type(uint16).max;
    }

    function rateOf(uint256 world) internal pure returns (uint256) {
        return (world >> RATE_AT) & type(uint24).max;
    }

    function sigmaOf(uint256 world) internal pure returns (uint256) {
        return world >> SIGMA_AT;
    }

    function unpack(uint256 word) internal pure returns (LedgerAccount memory) {
        return
            LedgerAccount({
                balance: int96(balanceOf(word)),
                limit: uint64(word >> LIMIT_AT),
                checkpoint: uint40(word >> CHECKPOINT_AT),
                negativeSinceDay: uint16(word >> SINCE_AT),
                locks: uint32(word >> LOCKS_AT),
                flags: uint8(word >> FLAGS_AT)
            });
    }
}
