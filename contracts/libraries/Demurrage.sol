// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Demurrage
/// @notice What time takes from a positive balance. An exponent counts log2 of the decay in units of 2^-32, so a balance
/// keeps 2^-(exponent / 2^32) of itself.
/// @dev Bounds. The series below end after an odd power and so come out low, by less than the first power left out: 2^-50 in
/// the short one, 2^-48 in the long one. Roundings add fewer than 16 units of 2^-96, and `SLACK` takes that many away, so
/// the factor is never above the true factor and less than 2^-47 below it. Hence `charge` is never below the exact charge, and
/// above it by less than one unit for rounding up and less than one more for every 2^47 units (140 million PEER) of balance.
library Demurrage {
    uint256 private constant ONE = 1 << 96;
    /// @dev ln 2 in units of 2^-64, rounded up: the result may only come out lower.
    uint256 private constant LN2 = 12_786_308_645_202_655_660;
    uint256 private constant SLACK = 16;
    uint256 private constant SHORT = 1 << 21;

    /// @notice Units that `balance` loses over `exponent`, rounded against the holder. 0 only when nothing is due.
    /// @param balance below 2^96
    function charge(uint256 balance, uint256 exponent) internal pure returns (uint256) {
        unchecked {
            uint256 kept;
            if (exponent < SHORT) {
                if (exponent == 0) return 0;
                // A day or two: y < 0.00034.
                uint256 y = exponent * LN2;
                kept = ONE - ((y * (ONE - y / 3)) >> 97);
                kept = ONE - SLACK - ((y * kept) >> 96);
            } else {
                kept = _factor(exponent);
            }
            // Never more than the balance, for the factor is below one.
            return balance - ((balance * kept) >> 96);
        }
    }

    /// @dev 2^-(exponent / 2^32) in units of 2^-96; far exponents shift everything out.
    function _factor(uint256 exponent) private pure returns (uint256 result) {
        unchecked {
            // e^-y as 1 - y (1 - y/2 (1 - y/3 (...))), two powers more than above for y < 0.0109: the fraction's lower 26 bits.
            uint256 y = (exponent & 0x03ffffff) * LN2;
            result = ONE - y / 5;
            result = ONE - ((y * result) >> 98);
            result = ONE - ((y * result) >> 96) / 3;
            result = ONE - ((y * result) >> 97);
            result = ONE - ((y * result) >> 96);

            // The six bits above: 2^-(1/2) to 2^-(1/64), rounded down.
            if (exponent & 0xfc000000 != 0) {
                if (exponent & 0xf0000000 != 0) {
                    if (exponent & 0x80000000 != 0) result = (result * 0xb504f333f9de6484597d89b3) >> 96;
                    if (exponent & 0x40000000 != 0) result = (result * 0xd744fccad69d6af439a68bb9) >> 96;
                    if (exponent & 0x20000000 != 0) result = (result * 0xeac0c6e7dd24392ed02d75b3) >> 96;
                    if (exponent & 0x10000000 != 0) result = (result * 0xf5257d152486cc2c7b9d0c7a) >> 96;
                }
                if (exponent & 0x08000000 != 0) result = (result * 0xfa83b2db722a033a7c25bb14) >> 96;
                if (exponent & 0x04000000 != 0) result = (result * 0xfd3e0c0cf486c174853f3a59) >> 96;
            }
            result = (result - SLACK) >> (exponent >> 32);
        }
    }
}
