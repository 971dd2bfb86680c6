// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags} from "../interfaces/ITaskMarket.sol";
import {TaskWord} from "./TaskWord.sol";

/// @title Matching
/// @notice Who is matched to a task: contracts/skill/README.md to the integer. Pure; all prices are log2 with 8 fractional bits.
/// @dev Skill word: seven octiles of 16 bits, count 32 (bits 112-143), eight ranges (lo 4, hi 4; bits 144-207), tau 8 (208-215).
library Matching {
    using TaskWord for uint256;

    uint256 internal constant COUNT = 112;
    uint256 internal constant RANGES = 144;
    uint256 internal constant TAU = 208;
    uint256 internal constant DEFAULT_TAU = 6;

    /// @dev Octiles at 1, 2, 4, 8, 16, 32 and 64 PEER an hour; all bands open to every level.
    uint256 internal constant FIRST_WORD =
        5102 |
            (5358 << 16) |
            (5614 << 32) |
            (5870 << 48) |
            (6126 << 64) |
            (6382 << 80) |
            (6638 << 96) |
            (0xf0f0f0f0f0f0f0f0 << RANGES);

    /// @dev log2 of an hour's multiple per effort class, shifted by 512 to stay positive: 1/4 h, 1 h, 4 h, 8 h, 40 h.
    uint256 private constant EFFORT_LOG = 0 | (512 << 16) | (1024 << 32) | (1280 << 48) | (1874 << 64);

    /* PRICE */

    /// @param p 1 to 2^56 - 1; 0 gives 0
    /// @dev Eight squarings, a bit each, written out: this runs in every post.
    function log2Price(uint256 p) internal pure returns (uint256 result) {
        if (p == 0) return 0;
        uint256 m;
        assembly ("memory-safe") {
            let n := shl(5, lt(0xffffffff, p))
            n := or(n, shl(4, lt(0xffff, shr(n, p))))
            n := or(n, shl(3, lt(0xff, shr(n, p))))
            n := or(n, shl(2, lt(0xf, shr(n, p))))
            n := or(n, shl(1, lt(0x3, shr(n, p))))
            n := or(n, lt(0x1, shr(n, p)))
            m := shl(sub(127, n), p)
            result := n
            let bit
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            m := shr(127, mul(m, m))
            bit := shr(128, m)
            result := or(shl(1, result), bit)
            m := shr(bit, m)
            result := or(shl(1, result), shr(255, mul(m, m)))
        }
    }

    /// @param effort class 0 to 4
    function unitPrice(uint256 price, uint256 effort) internal pure returns (uint256) {
        unchecked {
            return log2Price(price) + 512 - ((EFFORT_LOG >> (16 * effort)) & 0xffff);
        }
    }

    /// @dev Octiles are sorted, so three comparisons find the number below the unit price.
    function band(uint256 skillWord, uint256 unit) internal pure returns (uint256 b) {
        unchecked {
            if (unit > ((skillWord >> 48) & 0xffff)) b = 4;
            if (unit > ((skillWord >> (16 * b + 16)) & 0xffff)) b += 2;
            if (unit > ((skillWord >> (16 * b)) & 0xffff)) b += 1;
        }
    }

    function range(uint256 skillWord, uint256 b) internal pure returns (uint256 lo, uint256 hi) {
        uint256 nibbles = skillWord >> (RANGES + 8 * b);
        return (nibbles & 0xf, (nibbles >> 4) & 0xf);
    }

    function tau(uint256 skillWord) internal pure returns (uint256 steps) {
        steps = (skillWord >> TAU) & 0xff;
        if (steps == 0) steps = DEFAULT_TAU;
    }

    function count(uint256 skillWord) internal pure returns (uint256) {
        return uint32(skillWord >> COUNT);
    }

    /* LESSONS */

    /// @dev 2 i and 2 (8 - i) for octile i, in the octiles' places.
    uint256 private constant UP = 0x000e_000c_000a_0008_0006_0004_0002;
    uint256 private constant DOWN = 0x0002_0004_0006_0008_000a_000c_000e;

    /// @notice The skill word after an accepted unit price.
    /// @dev All octiles move in one addition. Those that rise stay in order, and so do those that fall; only the highest that rose may
    /// have passed some that fell, which it then carries along.
    function learn(uint256 skillWord, uint256 unit) internal pure returns (uint256 word) {
        unchecked {
            uint256 n = count(skillWord);
            uint256 s =
                n < 16
                    ? 8
                    : n < 64
                        ? 2
                        : 1;
            uint256 below = 16 * band(skillWord, unit);
            uint256 rising = (1 << below) - 1;
            // A price below 2^-10 PEER an hour is no lesson that could be: it would borrow from the next octile.
            if (below != 112 && (skillWord >> below) & 0xffff < 112)
                return _learnNearZero(skillWord, unit, s);
            word = skillWord + ((UP * s) & rising) - ((DOWN * s) & ~rising);
            if (below != 0) {
                uint256 highest = (word >> (below - 16)) & 0xffff;
                for (; below < COUNT && (word >> below) & 0xffff < highest; below += 16) {
                    word = (word & ~(uint256(0xffff) << below)) | (highest << below);
                }
            }
            if (n != type(uint32).max) word += 1 << COUNT;
        }
    }

    /// @dev The same, octile by octile, none below zero.
    function _learnNearZero(uint256 skillWord, uint256 unit, uint256 s) private pure returns (uint256 word) {
        unchecked {
            word = (skillWord >> COUNT) << COUNT;
            if (count(skillWord) != type(uint32).max) word += 1 << COUNT;
            uint256 last = 0;
            for (uint256 i = 1; i < 8; ++i) {
                uint256 octile = (skillWord >> (16 * (i - 1))) & 0xffff;
                uint256 down = 2 * (8 - i) * s;
                if (unit > octile) octile += 2 * i * s;
                else octile = octile > down ? octile - down : 0;
                if (octile < last) octile = last;
                last = octile;
                word |= octile << (16 * (i - 1));
            }
        }
    }

    /// @notice The ranges of all eight bands over a histogram (16 x 16 bits).
    /// @return ranges 64 bits, per band lo in the low nibble and hi in the high one
    function rangesOf(uint256 histogram) internal pure returns (uint256 ranges) {
        unchecked {
            uint256[17] memory upTo;
            for (uint256 i = 0; i < 16; ++i) {
                upTo[i + 1] = upTo[i] + ((histogram >> (16 * i)) & 0xffff);
            }
            uint256 total = upTo[16];
            if (total < 8) return 0xf0f0f0f0f0f0f0f0;
            for (uint256 b = 0; b < 8; ++b) {
                uint256 lo = 0;
                while (upTo[lo + 1] * 8 <= total * b) ++lo;
                uint256 hi = lo;
                while (upTo[hi + 1] * 8 < total * (b + 1)) ++hi;
                while (upTo[hi + 1] - upTo[lo] < 5) {
                    if (lo > 0) --lo;
                    if (hi < 15) ++hi;
                }
                ranges |= (lo | (hi << 4)) << (8 * b);
            }
        }
    }

    function withRanges(uint256 skillWord, uint256 ranges) internal pure returns (uint256) {
        return (skillWord & ~(uint256(type(uint64).max) << RANGES)) | (ranges << RANGES);
    }

    /* INSTANTS */

    /// @notice When the bots' window ends and when the task is open to everyone.
    /// @param taskWord_ task as packed by `TaskWord`
    function instants(uint256 taskWord_) internal pure returns (uint256 start, uint256 all) {
        unchecked {
            uint256 openedAt = taskWord_.openedAt();
            uint256 deadline = taskWord_.deadlineAt();
            uint256 span = deadline > openedAt ? deadline - openedAt : 0;
            start = openedAt;
            if (!taskWord_.hasFlag(TaskFlags.HUMAN_ONLY | TaskFlags.BOTS_DONE)) {
                uint256 window = span / 20;
                start += window < 600 ? window : 600;
            }
            all = start + 12 * taskWord_.tauSeconds();
            uint256 lastQuarter = deadline - span / 4;
            if (all > lastQuarter) all = lastQuarter;
            if (all < start) all = start;
        }
    }

    /// @notice First second at which a member of the level may claim.
    function eligibleAt(uint256 taskWord_, uint256 level) internal pure returns (uint256 instant) {
        (uint256 start, uint256 all) = instants(taskWord_);
        unchecked {
            uint256 lo = taskWord_.lo();
            uint256 hi = taskWord_.hi();
            if (level + 2 < lo && taskWord_.hasFlag(TaskFlags.FLOOR)) return all;
            uint256 steps =
                level > hi
                    ? level - hi
                    : level < lo
                        ? 2 * (lo - level)
                        : 0;
            instant = start + steps * taskWord_.tauSeconds();
            if (instant > all) instant = all;
        }
    }
}
