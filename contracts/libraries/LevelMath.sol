// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title What finished work is worth
/// @notice Points, drift, rating and caps: contracts/skill/README.md to the integer. Pure.
library LevelMath {
    uint256 internal constant FIRST_RATING = 256;
    uint256 internal constant MAX_RATING = 4095;

    /// @dev Expected success in 256ths when the rating is 16, 15, ... 0 levels above the task, a byte each less 128.
    uint256 private constant EXPECTED = 0x80808080_7f7f7e7d7b_78746d61513b1f00;
    /// @dev From this many outcomes on the step is its smallest: 12288 / isqrt(256 * 25) is below 154.
    uint256 private constant SETTLED = 25;

    /// @notice Points in hundredths before the budget.
    /// @param trust quarters, 0 to 4
    function points(
        uint256 price,
        uint256 trust,
        bool repeated,
        bool unattended
    ) internal pure returns (uint256 p) {
        unchecked {
            p = (isqrt(price) * trust) / 4;
            if (repeated) p /= 4;
            if (unattended) p /= 2;
        }
    }

    /// @notice The rating after `elapsed` days without outcome: half the way back to 256 a year.
    function drift(uint256 rating, uint256 elapsed) internal pure returns (uint256) {
        if (elapsed == 0) return rating;
        unchecked {
            bool above = rating > FIRST_RATING;
            uint256 d = above ? rating - FIRST_RATING : FIRST_RATING - rating;
            d >>= elapsed / 365;
            d -= (d * (elapsed % 365)) / 730;
            return above ? FIRST_RATING + d : FIRST_RATING - d;
        }
    }

    /// @notice Expected success in 256ths at a task of the band.
    /// @param rating 0 to 4095
    /// @param band 0 to 7
    function expected(uint256 rating, uint256 band) internal pure returns (uint256 e) {
        unchecked {
            uint256 target = (2 * band + 1) * 256;
            uint256 x = rating > target ? rating - target : target - rating;
            // Bounds keep x at 15 levels or less, so a next entry is always there.
            uint256 pair = EXPECTED >> ((x >> 8) * 8);
            uint256 a = pair & 0xff;
            e = 128 + a + ((((pair >> 8) & 0xff) - a) * (x & 255)) / 256;
            if (rating < target) e = 256 - e;
        }
    }

    /// @notice The step of one outcome, in rating units.
    /// @param n outcomes, this one included; at least 1
    function step(uint256 n) internal pure returns (uint256 k) {
        if (n >= SETTLED) return 154;
        k = 12288 / isqrt(256 * n);
    }

    /// @param weight in sixteenths
    function won(uint256 rating, uint256 band, uint256 n, uint256 weight) internal pure returns (uint256 r) {
        unchecked {
            r = rating + (((step(n) * (256 - expected(rating, band))) / 256) * weight) / 16;
            if (r > MAX_RATING) r = MAX_RATING;
        }
    }

    /// @param weight in sixteenths
    function lost(uint256 rating, uint256 band, uint256 n, uint256 weight) internal pure returns (uint256) {
        unchecked {
            uint256 down = (((step(n) * expected(rating, band)) / 256) * weight) / 16;
            return rating > down ? rating - down : 0;
        }
    }

    /// @notice The level that rating, volume and breadth allow.
    /// @param points_ hundredths
    /// @param payers bitmap of 64 bits
    /// @dev The volume cap is asked only when it is the lower one: floor(log2(v)) < l is v < 2^l.
    function level(uint256 rating, uint256 points_, uint256 payers) internal pure returns (uint256 reached) {
        unchecked {
            reached = rating / 256;
            if (reached > 15) reached = 15;
            uint256 breadth = 2 * popcount(payers);
            if (breadth < reached) reached = breadth;
            uint256 volume = points_ / 1000 + 1;
            if (volume >> reached == 0) reached = Math.log2(volume);
        }
    }

    /// @notice Integer square root, rounded down.
    /// @dev The first guess is off by at most a factor of sqrt 2, four steps of Newton's bring a 64-bit root to within one.
    /// @param x below 2^64
    function isqrt(uint256 x) internal pure returns (uint256 r) {
        if (x == 0) return 0;
        assembly ("memory-safe") {
            let n := shl(5, lt(0xffffffff, x))
            n := or(n, shl(4, lt(0xffff, shr(n, x))))
            n := or(n, shl(3, lt(0xff, shr(n, x))))
            n := or(n, shl(2, lt(0xf, shr(n, x))))
            n := or(n, shl(1, lt(0x3, shr(n, x))))
            n := or(n, lt(0x1, shr(n, x)))
            r := shl(shr(1, add(n, 1)), 1)
            r := shr(1, add(r, div(x, r)))
            r := shr(1, add(r, div(x, r)))
            r := shr(1, add(r, div(x, r)))
            r := shr(1, add(r, div(x, r)))
            r := sub(r, gt(mul(r, r), x))
        }
    }

    /// @param x 64 bits
    function popcount(uint256 x) internal pure returns (uint256) {
        unchecked {
            x = x - ((x >> 1) & 0x5555555555555555);
            x = (x & 0x3333333333333333) + ((x >> 2) & 0x3333333333333333);
            x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f;
            return ((x * 0x0101010101010101) & type(uint64).max) >> 56;
        }
    }
}
