// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Demurrage
/// @notice What time takes from a positive balance. An exponent counts log2 of the decay in units of 2^-32, so a balance
/// keeps 2^-(exponent / 2^32) of itself.
/// @dev Bounds. `factor` is never above the true factor and at most 2^-69 below it: each multiplication and each step of
/// the series rounds by at most one unit of 2^-96 (fewer than 20 of them), the series is cut where its remainder is below
/// 2^-72, and `SLACK` = 2^-70 is more than both together. So `charge` is never below the exact charge, and above it by less
/// than one unit for the rounding up and less than one more for every 2^69 units of balance.
library Demurrage {
    uint256 private constant ONE = 1 << 96;
    /// @dev ln 2 in units of 2^-64, rounded up: the result may only come out lower.
    uint256 private constant LN2 = 12_786_308_645_202_655_660;
    uint256 private constant SLACK = 1 << 26;
    /// @dev 2^-64 of a unit is nothing a balance could keep.
    uint256 private constant EVERYTHING = 96 << 32;

    /// @notice Units that `balance` loses over `exponent`, rounded against the holder. 0 only when nothing is due.
    /// @param balance below 2^96
    function charge(uint256 balance, uint256 exponent) internal pure returns (uint256) {
        if (exponent == 0 || balance == 0) return 0;
        if (exponent >= EVERYTHING) return balance;
        // A balance below 2^96 times a factor below 2^96; what is kept is never more than the balance.
        unchecked {
            return balance - ((balance * factor(exponent)) >> 96);
        }
    }

    /// @notice 2^-(exponent / 2^32) in units of 2^-96, rounded down.
    /// @param exponent from 1 to `EVERYTHING` - 1
    function factor(uint256 exponent) internal pure returns (uint256 result) {
        unchecked {
            uint256 part = exponent & 0xffffffff;
            // e^-y as 1 - y (1 - y/2 (1 - y/3 (...))), y = part ln 2 < 0.0109, or < 0.0007 on the short way.
            uint256 y = (part & 0x03ffffff) * LN2;
            if (part < 1 << 22) {
                result = ONE - y / 5;
            } else {
                result = ONE - y / 8;
                result = ONE - ((y * result) >> 96) / 7;
                result = ONE - ((y * result) >> 96) / 6;
                result = ONE - ((y * result) >> 96) / 5;
            }
            result = ONE - ((y * result) >> 98);
            result = ONE - ((y * result) >> 96) / 3;
            result = ONE - ((y * result) >> 97);
            result = ONE - ((y * result) >> 96);

            // The six highest bits of the fraction: 2^-(1/2) to 2^-(1/64), rounded down.
            if (part >= 1 << 26) {
                if (part & 0x80000000 != 0) result = (result * 0xb504f333f9de6484597d89b3) >> 96;
                if (part & 0x40000000 != 0) result = (result * 0xd744fccad69d6af439a68bb9) >> 96;
                if (part & 0x20000000 != 0) result = (result * 0xeac0c6e7dd24392ed02d75b3) >> 96;
                if (part & 0x10000000 != 0) result = (result * 0xf5257d152486cc2c7b9d0c7a) >> 96;
                if (part & 0x08000000 != 0) result = (result * 0xfa83b2db722a033a7c25bb14) >> 96;
                if (part & 0x04000000 != 0) result = (result * 0xfd3e0c0cf486c174853f3a59) >> 96;
            }
            result = (result - SLACK) >> (exponent >> 32);
        }
    }
}
