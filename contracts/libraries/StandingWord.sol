// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Standing} from "../interfaces/ILevels.sol";
import {LevelMath} from "./LevelMath.sol";

/// @notice An accepted task, as it counts.
/// @param trust quarters, 0 to 4
/// @param payerId the member whose bit it sets
/// @param budgetLeft hundredths of a point
struct Win {
    uint256 price;
    uint256 trust;
    uint256 payerId;
    uint256 budgetLeft;
    bool unattended;
    uint256 band;
    uint256 day;
}

/// @title The standing word
/// @notice Reads and edits the packed word that `Standing` documents, lowest bits first: points 48, payers 64, rating 16, level 8,
/// badge 8, inHand 8, done 24, late 16, lastDay 16, blockedUntilDay 16.
library StandingWord {
    uint256 internal constant PAYERS = 48;
    uint256 internal constant RATING = 112;
    uint256 internal constant LEVEL = 128;
    uint256 internal constant BADGE = 136;
    uint256 internal constant IN_HAND = 144;
    uint256 internal constant DONE = 152;
    uint256 internal constant LATE = 176;
    uint256 internal constant LAST_DAY = 192;
    uint256 internal constant BLOCKED = 208;

    /// @dev A member that never took a task in the skill.
    uint256 internal constant FIRST = LevelMath.FIRST_RATING << RATING;

    /* FIELDS */

    function payers(uint256 word) internal pure returns (uint256) {
        return uint64(word >> PAYERS);
    }

    function level(uint256 word) internal pure returns (uint256) {
        return uint8(word >> LEVEL);
    }

    function badge(uint256 word) internal pure returns (uint256) {
        return uint8(word >> BADGE);
    }

    function inHand(uint256 word) internal pure returns (uint256) {
        return uint8(word >> IN_HAND);
    }

    function lastDay(uint256 word) internal pure returns (uint256) {
        return uint16(word >> LAST_DAY);
    }

    function blockedUntilDay(uint256 word) internal pure returns (uint256) {
        return uint16(word >> BLOCKED);
    }

    /* EDITS */

    function withInHand(uint256 word, uint256 n) internal pure returns (uint256) {
        return (word & ~(uint256(0xff) << IN_HAND)) | (n << IN_HAND);
    }

    /// @dev One task less in hand. A word exists for whoever has one.
    function putDown(uint256 word) internal pure returns (uint256) {
        return word - (1 << IN_HAND);
    }

    function blockedUntil(uint256 word, uint256 day) internal pure returns (uint256) {
        return (word & ~(uint256(0xffff) << BLOCKED)) | (day << BLOCKED);
    }

    /// @notice The standing after an accepted task; the task leaves the hand.
    /// @param terms who paid and how it counts
    /// @return points what it brought, hundredths
    function accepted(uint256 word, Win memory terms) internal pure returns (uint256, uint256 points) {
        uint256 bit = uint256(1) << (terms.payerId % 64);
        word = putDown(word);
        bool repeated = payers(word) & bit != 0;
        uint256 weight = terms.trust * 4;
        if (weight != 0) {
            points = LevelMath.points(terms.price, terms.trust, repeated, terms.unattended);
            if (points > terms.budgetLeft) points = terms.budgetLeft;
            word |= bit << PAYERS;
        }
        if (repeated) weight /= 4;
        if (terms.unattended) weight /= 2;
        return (withWin(word, points, terms.band, weight, terms.day), points);
    }

    /// @param points hundredths to add
    /// @param weight of the outcome in sixteenths
    function withWin(uint256 word, uint256 points, uint256 band, uint256 weight, uint256 day)
        internal
        pure
        returns (uint256)
    {
        uint256 done = uint24(word >> DONE);
        if (done != type(uint24).max) ++done;
        uint256 late = uint16(word >> LATE);
        uint256 rating = LevelMath.won(_drifted(word, day), band, done + late, weight);
        points += uint48(word);
        if (points > type(uint48).max) points = type(uint48).max;
        return _outcome(word, points, rating, done, late, day);
    }

    function withLoss(uint256 word, uint256 band, uint256 weight, uint256 day) internal pure returns (uint256) {
        uint256 done = uint24(word >> DONE);
        uint256 late = uint16(word >> LATE);
        if (late != type(uint16).max) ++late;
        uint256 rating = LevelMath.lost(_drifted(word, day), band, done + late, weight);
        return _outcome(word, uint48(word), rating, done, late, day);
    }

    function _drifted(uint256 word, uint256 day) private pure returns (uint256) {
        uint256 rating = uint16(word >> RATING);
        uint256 last = lastDay(word);
        return last == 0 ? rating : LevelMath.drift(rating, day - last);
    }

    function _outcome(uint256 word, uint256 points, uint256 rating, uint256 done, uint256 late, uint256 day)
        private
        pure
        returns (uint256)
    {
        uint256 newLevel = LevelMath.level(rating, points, payers(word));
        uint256 newBadge = badge(word);
        if (newLevel > newBadge) newBadge = newLevel;
        // What an outcome leaves alone: payers, inHand, blockedUntilDay.
        word &= (uint256(type(uint64).max) << PAYERS) | (uint256(0xff) << IN_HAND) | (uint256(0xffff) << BLOCKED);
        return word | points | (rating << RATING) | (newLevel << LEVEL) | (newBadge << BADGE) | (done << DONE)
            | (late << LATE) | (day << LAST_DAY);
    }

    /* WHOLE */

    function unpack(uint256 word) internal pure returns (Standing memory s) {
        s.points = uint48(word);
        s.payers = uint64(word >> PAYERS);
        s.rating = uint16(word >> RATING);
        s.level = uint8(word >> LEVEL);
        s.badge = uint8(word >> BADGE);
        s.inHand = uint8(word >> IN_HAND);
        s.done = uint24(word >> DONE);
        s.late = uint16(word >> LATE);
        s.lastDay = uint16(word >> LAST_DAY);
        s.blockedUntilDay = uint16(word >> BLOCKED);
    }
}
