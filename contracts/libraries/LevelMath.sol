// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Math} from "@openzeppelin/contracts/utils/math/Math.sol";

/// @title What finished work is worth
/// @notice Points, drift, rating and caps: contracts/skill/README.md to the integer. Pure.
library LevelMath {
    uint256 internal constant FIRST_RATING = 256;
    uint256 internal constant MAX_RATING = 4095;

    /// @dev Expected success in 256ths when the rating is 0, 1, ... 16 levels above the task, a byte each less 128.
    bytes17 private constant EXPECTED = 0x001f3b51616d7478_7b7d7e7f7f80808080;

    /// @notice Points in hundredths before the budget.
    /// @param trust quarters, 0 to 4
    function points(uint256 price, uint256 trust, bool repeated, bool unattended) internal pure returns (uint256 p) {
        p = (Math.sqrt(price) * trust) / 4;
        if (repeated) p /= 4;
        if (unattended) p /= 2;
    }

    /// @notice The rating after `elapsed` days without outcome: half the way back to 256 a year.
    function drift(uint256 rating, uint256 elapsed) internal pure returns (uint256) {
        if (elapsed == 0 || rating == FIRST_RATING) return rating;
        bool above = rating > FIRST_RATING;
        uint256 d = above ? rating - FIRST_RATING : FIRST_RATING - rating;
        d >>= elapsed / 365;
        d -= (d * (elapsed % 365)) / 730;
        return above ? FIRST_RATING + d : FIRST_RATING - d;
    }

    /// @notice Expected success in 256ths at a task of the band.
    function expected(uint256 rating, uint256 band) internal pure returns (uint256 e) {
        uint256 target = (2 * band + 1) * 256;
        uint256 x = rating > target ? rating - target : target - rating;
        uint256 i = x >> 8;
        if (i > 15) {
            e = 256;
        } else {
            uint256 a = uint256(uint8(EXPECTED[i])) + 128;
            uint256 b = uint256(uint8(EXPECTED[i + 1])) + 128;
            e = a + ((b - a) * (x & 255)) / 256;
        }
        if (rating < target) e = 256 - e;
    }

    /// @notice The step of one outcome, in rating units.
    /// @param n outcomes, this one included
    function step(uint256 n) internal pure returns (uint256 k) {
        k = 12288 / Math.sqrt(256 * n);
        if (k < 154) k = 154;
    }

    /// @param weight in sixteenths
    function won(uint256 rating, uint256 band, uint256 n, uint256 weight) internal pure returns (uint256 r) {
        r = rating + (((step(n) * (256 - expected(rating, band))) / 256) * weight) / 16;
        if (r > MAX_RATING) r = MAX_RATING;
    }

    /// @param weight in sixteenths
    function lost(uint256 rating, uint256 band, uint256 n, uint256 weight) internal pure returns (uint256) {
        uint256 down = (((step(n) * expected(rating, band)) / 256) * weight) / 16;
        return rating > down ? rating - down : 0;
    }

    /// @notice The level that rating, volume and breadth allow.
    /// @param points_ hundredths
    /// @param payers bitmap of 64 bits
    function level(uint256 rating, uint256 points_, uint256 payers) internal pure returns (uint256 l) {
        l = rating / 256;
        uint256 volume = Math.log2(points_ / 1000 + 1);
        if (volume < l) l = volume;
        uint256 breadth = 2 * popcount(payers);
        if (breadth < l) l = breadth;
        if (l > 15) l = 15;
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
