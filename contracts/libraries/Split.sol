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
/// is lost or made, and none is more than one unit off its exact share. `Splitter` says the prefixes, `Ledger` pays by them.
library Split {
    uint256 private constant BPS = 1e4;
    /// @dev A price's compute, what is left of it, and c's two halves multiply three fractions.
    uint256 internal constant WHOLE = BPS * BPS * BPS;

    /// @notice Where each part ends but the pot's, which ends at `WHOLE`. None is behind the next one.
    function prefixesOf(
        Bot memory terms
    ) internal pure returns (uint256 compute, uint256 creator, uint256 commons) {
        // Terms are within their bounds since `Bots` let them in.
        unchecked {
            uint256 left = BPS - terms.computeBps;
            compute = terms.computeBps * (BPS * BPS);
            creator = compute + left * (BPS - terms.commonsBps) * BPS;
            commons = creator + left * terms.commonsBps * (BPS - terms.potBps);
        }
    }

    /// @notice What everybody gets of `total`.
    function partsOf(uint256 total, Bot memory terms) internal pure returns (Parts memory parts) {
        (uint256 compute, uint256 creator, uint256 commons) = prefixesOf(terms);
        compute = markOf(total, compute);
        creator = markOf(total, creator);
        commons = markOf(total, commons);
        // Marks do not fall, for prefixes do not.
        unchecked {
            parts.compute = compute;
            parts.creator = creator - compute;
            parts.commons = commons - creator;
            parts.pot = total - commons;
        }
    }

    /// @notice The mark on `total`: what all parts up to the prefix come to.
    /// @param total below 2^96, as every balance is
    /// @param prefix below 2^96
    function markOf(uint256 total, uint256 prefix) internal pure returns (uint256) {
        unchecked {
            return (total * prefix) / WHOLE;
        }
    }
}
