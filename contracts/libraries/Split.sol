// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bot} from "../interfaces/IBots.sol";

/// @notice Where one payment to a bot goes, in PEER units; the parts add up to it.
struct Parts {
    uint256 compute;
    uint256 upstream;
    uint256 creator;
    uint256 commons;
    uint256 pot;
}

/// @title Split
/// @notice Shares by prefix sums: each part is the difference of two neighbouring marks `total * prefix / WHOLE`, so no unit
/// is lost or made, and none is more than one unit off its exact share.
library Split {
    uint256 private constant BPS = 1e4;
    /// @dev A price's compute, what is left of it, and c's two halves multiply three fractions.
    uint256 private constant WHOLE = BPS * BPS * BPS;

    /// @param total below 2^96, as every balance is
    function partsOf(uint256 total, Bot memory terms) internal pure returns (Parts memory parts) {
        uint256 afterCompute;
        uint256 afterCreator;
        uint256 afterPot;
        // Below 2^96 * 10^12; terms are within their bounds since `Bots` let them in, so every mark is behind the one before.
        unchecked {
            uint256 left = BPS - terms.computeBps;
            uint256 prefix = terms.computeBps * (BPS * BPS);
            afterCompute = (total * prefix) / WHOLE;
            prefix += left * (BPS - terms.commonsBps) * BPS;
            afterCreator = (total * prefix) / WHOLE;
            prefix += left * terms.commonsBps * terms.potBps;
            afterPot = (total * prefix) / WHOLE;

            parts.compute = afterCompute;
            parts.creator = afterCreator - afterCompute;
            parts.pot = afterPot - afterCreator;
            parts.commons = total - afterPot;
        }
    }
}
