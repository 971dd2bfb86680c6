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
    function withWin(
        uint256 word,
        uint256 points,
        uint256 band,
        uint256 weight,
        uint256 day
    ) internal pure returns (uint256) {
        unchecked {
            uint256 done = uint24(word >> DONE);
            if (done != type(uint24).max) word += 1 << DONE;
            points += uint48(word);
            if (points > type(uint48).max) points = type(uint48).max;
            word = (word & ~uint256(type(uint48).max)) | points;
            return _outcome(word, LevelMath.won(_drifted(word, day), band, _outcomes(word), weight), day);
        }
    }

    function withLoss(
        uint256 word,
        uint256 band,
        uint256 weight,
        uint256 day
    ) internal pure returns (uint256) {
        unchecked {
            if (uint16(word >> LATE) != type(uint16).max) word += 1 << LATE;
            return _outcome(word, LevelMath.lost(_drifted(word, day), band, _outcomes(word), weight), day);
        }
    }

    function _outcomes(uint256 word) private pure returns (uint256) {
        unchecked {
            return uint256(uint24(word >> DONE)) + uint16(word >> LATE);
        }
    }

    function _drifted(uint256 word, uint256 day) private pure returns (uint256) {
        uint256 rating = uint16(word >> RATING);
        uint256 last = lastDay(word);
        if (last == 0 || last == day) return rating;
        unchecked {
            return LevelMath.drift(rating, day - last);
        }
    }

    /// @dev The word with a new rating, and the level, badge and day that follow from it.
    function _outcome(uint256 word, uint256 rating, uint256 day) private pure returns (uint256) {
        uint256 newLevel = LevelMath.level(rating, uint48(word), payers(word));
        uint256 newBadge = badge(word);
        if (newLevel > newBadge) newBadge = newLevel;
        word &= ~((uint256(0xffffffff) << RATING) | (uint256(0xffff) << LAST_DAY));
        return word | (rating << RATING) | (newLevel << LEVEL) | (newBadge << BADGE) | (day << LAST_DAY);
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
