// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ILedger} from "../interfaces/ILedger.sol";
import {Demurrage} from "../libraries/Demurrage.sol";
import {LedgerWord} from "./LedgerWord.sol";

/// @title LedgerMoves
/// @notice The ledger's words and the one function that changes a balance. Who may call it, and what for, is `Ledger`'s matter.
abstract contract LedgerMoves is ILedger {
    using LedgerWord for uint256;

    /* CONSTANTS */

    /// @dev One, in sigma's units.
    uint16 internal constant MAX_SIGMA = 10_000;

    // What a move may do beyond paying from the positive part.
    uint256 internal constant CASH = 0;
    uint256 internal constant CREDIT = 1; // draw on the payer's line
    uint256 internal constant FORCED = 2; // rotation and touching: neither limit nor freeze is asked
    uint256 internal constant COUNTED = 4; // the payer's lock counter goes up
    uint256 internal constant PRIVATE = 8; // the receiver must not be a system account

    // What leaves the short way through a move. A debt shows by its sign.
    uint256 internal constant UNUSUAL_PAYER = LedgerWord.DEBT | LedgerWord.FROZEN;
    uint256 internal constant UNUSUAL_PAYEE = LedgerWord.DEBT | LedgerWord.SYSTEM;

    /* STORAGE */

    mapping(address account => uint256 word) internal _accounts;

    /// @dev Commons' balance, debt total, exponent, day, rate and sigma: whatever a day's first payment writes.
    uint256 internal _world;

    /* INTERNAL: THE ONE WRITER OF BALANCES */

    /// @dev Takes what time is due from both sides to the commons, then moves `amount`. Every number taken from one account is
    /// given to another in the same call, so the sum of all stored balances stays zero whatever the rounding. The payer is
    /// written before the receiver is read, so an account that pays itself gains nothing.
    /// Unchecked, since debts are bounded by 64 bits and with them every balance and every amount that passes: nothing here can
    /// leave its 96 bits. The two events are written by hand for the same reason as the words.
    /// @return fromWord the payer's word afterwards
    /// @return toWord the receiver's word afterwards; a bare system flag for the commons
    function _move(
        address from,
        address to,
        uint256 amount,
        uint256 rule
    ) internal returns (uint256 fromWord, uint256 toWord) {
        uint256 stored = _world;
        uint256 world = _advanced(stored);
        unchecked {
            if (from == address(this)) {
                world = _commonsPays(world, amount);
            } else {
                uint256 slot;
                (slot, fromWord) = _find(from);
                if ((fromWord ^ world) & LedgerWord.CHECKPOINT != 0)
                    (fromWord, world) = _settled(from, fromWord, world);
                if (fromWord & UNUSUAL_PAYER == 0 && amount <= fromWord & LedgerWord.BALANCE)
                    fromWord -= amount;
                else (fromWord, world) = _drawn(from, fromWord, world, amount, rule);
                if (rule & COUNTED != 0) fromWord = _counted(fromWord);
                _save(slot, fromWord);
            }
            if (to == address(this)) {
                if (rule & PRIVATE != 0) revert LedgerSystemAccount(to);
                world = _commonsReceives(world, amount);
                toWord = LedgerWord.SYSTEM;
            } else {
                uint256 slot;
                (slot, toWord) = _find(to);
                if ((toWord ^ world) & LedgerWord.CHECKPOINT != 0)
                    (toWord, world) = _settled(to, toWord, world);
                if (toWord & UNUSUAL_PAYEE == 0) toWord += amount;
                else (toWord, world) = _repaid(to, toWord, world, amount, rule);
                _save(slot, toWord);
            }
        }
        // An exponent that only grew older can be had again from its day; commons' balance and the debt total cannot.
        if (uint160(world) != uint160(stored)) _world = world;
        bytes32 topic = Transfer.selector;
        assembly ("memory-safe") {
            mstore(0x00, amount)
            log3(0x00, 0x20, topic, from, to)
        }
    }

    /// @dev The world's word with its exponent moved on to today.
    function _advanced(uint256 world) internal view returns (uint256) {
        unchecked {
            uint256 passed = _today() - world.dayOf();
            if (passed == 0) return world;
            // 2^16 days at the highest rate stay below 2^40.
            return
                world +
                (passed << LedgerWord.DAY_AT) +
                ((passed * world.rateOf()) << LedgerWord.CHECKPOINT_AT);
        }
    }

    /// @dev Time's exponent since the word's checkpoint. Debts and system accounts do not decay, see `UNUSUAL_PAYEE`.
    function _passed(uint256 word, uint256 world) internal pure returns (uint256) {
        unchecked {
            return
                ((world >> LedgerWord.CHECKPOINT_AT) - (word >> LedgerWord.CHECKPOINT_AT)) & type(uint40).max;
        }
    }

    function _setFlags(address account, uint8 flags) internal {
        uint256 word = _accounts[account];
        if (word.flagsOf() == flags) return;
        _accounts[account] = ((word << 8) >> 8) | (uint256(flags) << LedgerWord.FLAGS_AT);
        emit FlagsSet(account, flags);
    }

    /// @dev What the next touch will take from an account with that word.
    function _due(uint256 word) internal view returns (uint256) {
        if (word & UNUSUAL_PAYEE != 0) return 0;
        return Demurrage.charge(word & LedgerWord.BALANCE, _passed(word, _advanced(_world)));
    }

    /// @dev The word with its demurrage taken and its checkpoint moved on, and the world with the commons that got it.
    function _settled(address account, uint256 word, uint256 world) internal returns (uint256, uint256) {
        if (word & UNUSUAL_PAYEE == 0 && word & LedgerWord.BALANCE != 0) {
            uint256 charge = Demurrage.charge(word & LedgerWord.BALANCE, _passed(word, world));
            unchecked {
                // Never more than the balance, so nothing is borrowed from the field above it.
                word -= charge;
                world += charge;
            }
            bytes32 topic = Transfer.selector;
            assembly ("memory-safe") {
                mstore(0x00, charge)
                log3(0x00, 0x20, topic, account, address())
            }
        }
        return ((word & ~LedgerWord.CHECKPOINT) | (world & LedgerWord.CHECKPOINT), world);
    }

    /// @dev A payment that the positive part does not cover, or from a frozen account.
    function _drawn(
        address account,
        uint256 word,
        uint256 world,
        uint256 amount,
        uint256 rule
    ) internal pure returns (uint256, uint256) {
        unchecked {
            if (amount > type(uint64).max) revert LedgerAmountTooLarge(amount);
            int256 before = word.balanceOf();
            if (rule & FORCED == 0) {
                if (word & LedgerWord.FROZEN != 0) revert LedgerFrozen(account);
                uint256 reach = _reach(before, rule & CREDIT == 0 ? 0 : _line(word, world));
                if (amount > reach) revert LedgerInsufficient(account, reach, amount);
            }
            int256 rest = before - int256(amount);
            if (rest < 0) {
                uint256 more = before < 0 ? amount : uint256(-rest);
                if (world.debtOf() + more > type(uint64).max) revert LedgerAmountTooLarge(amount);
                world += more << LedgerWord.DEBT_AT;
                if (before >= 0) {
                    word =
                        (word & ~LedgerWord.SINCE) |
                        (world.dayOf() << LedgerWord.SINCE_AT) |
                        LedgerWord.DREW;
                }
            }
            return (word.withBalance(rest), world);
        }
    }

    /// @dev A receipt of an account below zero, or of a system account.
    function _repaid(
        address account,
        uint256 word,
        uint256 world,
        uint256 amount,
        uint256 rule
    ) internal pure returns (uint256, uint256) {
        if (word & LedgerWord.SYSTEM != 0 && rule & PRIVATE != 0) revert LedgerSystemAccount(account);
        unchecked {
            int256 before = word.balanceOf();
            int256 sum = before + int256(amount);
            if (before >= 0) return (word.withBalance(sum), world);
            world -= (sum < 0 ? amount : uint256(-before)) << LedgerWord.DEBT_AT;
            if (sum >= 0) word = (word & ~LedgerWord.SINCE) | LedgerWord.RETURNED;
            return (word.withBalance(sum), world);
        }
    }

    /// @dev The counter ends just below the flags.
    function _counted(uint256 word) internal pure returns (uint256) {
        if (word.locksOf() == type(uint32).max) revert LedgerAmountTooLarge(type(uint32).max);
        unchecked {
            return word + (1 << LedgerWord.LOCKS_AT);
        }
    }

    /// @dev The commons pays what it has and never draws, so the low bits hold a number that is not negative.
    function _commonsPays(uint256 world, uint256 amount) internal view returns (uint256) {
        uint256 reach = world & LedgerWord.BALANCE;
        if (amount > reach) revert LedgerInsufficient(address(this), reach, amount);
        unchecked {
            return world - amount;
        }
    }

    function _commonsReceives(uint256 world, uint256 amount) internal pure returns (uint256) {
        unchecked {
            return world + amount;
        }
    }

    /// @dev How far below zero new draws may go. Sigma narrows people's lines, not an operator's counted reserve.
    function _line(uint256 word, uint256 world) internal pure returns (uint256) {
        uint256 limit = word.limitOf();
        unchecked {
            return word & LedgerWord.SYSTEM != 0 ? limit : (limit * world.sigmaOf()) / MAX_SIGMA;
        }
    }

    function _reach(int256 balance, uint256 line) internal pure returns (uint256) {
        unchecked {
            int256 reach = balance + int256(line);
            return reach > 0 ? uint256(reach) : 0;
        }
    }

    /* INTERNAL: STORAGE, WITHOUT THE COMPILER'S DETOURS */

    /// @dev `_accounts[account]` and its place, computed once a side.
    function _find(address account) internal view returns (uint256 slot, uint256 word) {
        assembly ("memory-safe") {
            mstore(0x00, account)
            mstore(0x20, _accounts.slot)
            slot := keccak256(0x00, 0x40)
            word := sload(slot)
        }
    }

    /// @dev Writes an account's word to its place.
    function _save(uint256 slot, uint256 word) internal {
        assembly ("memory-safe") {
            sstore(slot, word)
        }
    }

    function _today() internal view returns (uint256) {
        return block.timestamp / 1 days;
    }
}
