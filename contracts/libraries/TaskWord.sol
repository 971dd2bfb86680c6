// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Task, TaskState} from "../interfaces/ITaskMarket.sol";

/// @title The task word
/// @notice Reads and edits the packed word that `Task` documents. Lowest bits first; 253 of 256 bits are used.
/// @dev Setters clear the field they write. Values are trusted to fit; callers check bounds where values come from outside.
library TaskWord {
    uint256 internal constant PRICE = 32;
    uint256 internal constant SKILL = 88;
    uint256 internal constant CHANGED = 112;
    uint256 internal constant OPENED = 144;
    uint256 internal constant DEADLINE = 176;
    uint256 internal constant CLAIM_HOURS = 196;
    uint256 internal constant REVIEW_HOURS = 203;
    uint256 internal constant LO = 212;
    uint256 internal constant HI = 216;
    uint256 internal constant BAND = 220;
    uint256 internal constant EFFORT = 223;
    uint256 internal constant STATE = 226;
    uint256 internal constant BOT_TRIES = 229;
    uint256 internal constant REVISIONS = 231;
    uint256 internal constant FLAGS = 233;
    uint256 internal constant TAU = 239;
    uint256 internal constant DAYS_AHEAD = 247;

    /// @dev The least time to hand in again.
    uint256 internal constant REVISION_HOURS = 24;

    /* FIELDS */

    function workerId(uint256 word) internal pure returns (uint32) {
        return uint32(word);
    }

    function price(uint256 word) internal pure returns (uint56) {
        return uint56(word >> PRICE);
    }

    function skillId(uint256 word) internal pure returns (uint24) {
        return uint24(word >> SKILL);
    }

    function changedAt(uint256 word) internal pure returns (uint256) {
        return uint32(word >> CHANGED);
    }

    function openedAt(uint256 word) internal pure returns (uint256) {
        return uint32(word >> OPENED);
    }

    /// @return unix second of the deadline
    function deadlineAt(uint256 word) internal pure returns (uint256) {
        unchecked {
            return ((word >> DEADLINE) & 0xfffff) * 3600;
        }
    }

    /// @return unix second at which the present claim ends; after a requested revision a day from then at least
    function claimEndsAt(uint256 word) internal pure returns (uint256) {
        unchecked {
            uint256 hours_ = (word >> CLAIM_HOURS) & 0x7f;
            // A change asked for at night does not find the worker out of time in the morning.
            if (hours_ < REVISION_HOURS && revisions(word) != 0) hours_ = REVISION_HOURS;
            return changedAt(word) + hours_ * 3600;
        }
    }

    /// @return unix second at which the present review ends
    function reviewEndsAt(uint256 word) internal pure returns (uint256) {
        unchecked {
            return changedAt(word) + ((word >> REVIEW_HOURS) & 0x1ff) * 3600;
        }
    }

    function lo(uint256 word) internal pure returns (uint256) {
        return (word >> LO) & 0xf;
    }

    function hi(uint256 word) internal pure returns (uint256) {
        return (word >> HI) & 0xf;
    }

    function band(uint256 word) internal pure returns (uint8) {
        return uint8((word >> BAND) & 0x7);
    }

    function effort(uint256 word) internal pure returns (uint8) {
        return uint8((word >> EFFORT) & 0x7);
    }

    function state(uint256 word) internal pure returns (TaskState) {
        return TaskState((word >> STATE) & 0x7);
    }

    /// @dev By hand, because the compiler checks an enum anew at every conversion.
    function isIn(uint256 word, TaskState wanted) internal pure returns (bool yes) {
        assembly ("memory-safe") {
            yes := eq(and(shr(STATE, word), 0x7), wanted)
        }
    }

    function botTries(uint256 word) internal pure returns (uint256) {
        return (word >> BOT_TRIES) & 0x3;
    }

    function revisions(uint256 word) internal pure returns (uint256) {
        return (word >> REVISIONS) & 0x3;
    }

    function hasFlag(uint256 word, uint8 flag) internal pure returns (bool) {
        return word & (uint256(flag) << FLAGS) != 0;
    }

    /// @return seconds of one widening step
    function tauSeconds(uint256 word) internal pure returns (uint256) {
        unchecked {
            return uint256(uint8(word >> TAU)) * 300;
        }
    }

    /// @return the day the price was locked; after a raise the price-weighted mean of the days
    function lockedDay(uint256 word) internal pure returns (uint256) {
        return ((word >> DEADLINE) & 0xfffff) / 24 - ((word >> DAYS_AHEAD) & 0x3f);
    }

    /* EDITS */

    function withWorker(uint256 word, uint32 id) internal pure returns (uint256) {
        return (word & ~uint256(type(uint32).max)) | id;
    }

    /// @dev The price and the mean day it was locked on, for a raise on `today`.
    function withPrice(uint256 word, uint256 newPrice, uint256 today) internal pure returns (uint256) {
        uint256 old = price(word);
        uint256 deadlineDay = ((word >> DEADLINE) & 0xfffff) / 24;
        uint256 left = deadlineDay > today ? deadlineDay - today : 0;
        // Rounded up, to the earlier day: many small raises must not make old money young.
        uint256 ahead =
            (((word >> DAYS_AHEAD) & 0x3f) * old + left * (newPrice - old) + newPrice - 1) / newPrice;
        word &= ~((uint256(type(uint56).max) << PRICE) | (uint256(0x3f) << DAYS_AHEAD));
        return word | (newPrice << PRICE) | (ahead << DAYS_AHEAD);
    }

    /// @dev A new state as of now.
    function withState(uint256 word, TaskState newState, uint256 time) internal pure returns (uint256) {
        word &= ~((uint256(0x7) << STATE) | (uint256(type(uint32).max) << CHANGED));
        return word | (uint256(newState) << STATE) | (uint256(uint32(time)) << CHANGED);
    }

    function withOpenedAt(uint256 word, uint256 time) internal pure returns (uint256) {
        return (word & ~(uint256(type(uint32).max) << OPENED)) | (uint256(uint32(time)) << OPENED);
    }

    function withFlag(uint256 word, uint8 flag) internal pure returns (uint256) {
        return word | (uint256(flag) << FLAGS);
    }

    function withBotTry(uint256 word) internal pure returns (uint256) {
        return word + (uint256(1) << BOT_TRIES);
    }

    function withRevision(uint256 word) internal pure returns (uint256) {
        return word + (uint256(1) << REVISIONS);
    }

    function withoutRevisions(uint256 word) internal pure returns (uint256) {
        return word & ~(uint256(0x3) << REVISIONS);
    }

    /* WHOLE */

    function unpack(uint256 word) internal pure returns (Task memory task) {
        task.workerId = uint32(word);
        task.price = price(word);
        task.skillId = skillId(word);
        task.changedAt = uint32(changedAt(word));
        task.openedAt = uint32(openedAt(word));
        task.deadlineHour = uint24((word >> DEADLINE) & 0xfffff);
        task.claimHours = uint8((word >> CLAIM_HOURS) & 0x7f);
        task.reviewHours = uint16((word >> REVIEW_HOURS) & 0x1ff);
        task.lo = uint8(lo(word));
        task.hi = uint8(hi(word));
        task.band = band(word);
        task.effort = effort(word);
        task.state = state(word);
        task.botTries = uint8(botTries(word));
        task.revisions = uint8(revisions(word));
        task.flags = uint8((word >> FLAGS) & 0x3f);
        task.tau = uint8(word >> TAU);
        task.daysAhead = uint8((word >> DAYS_AHEAD) & 0x3f);
    }

    function pack(Task memory task) internal pure returns (uint256 word) {
        word = uint256(task.workerId) | (uint256(task.price) << PRICE) | (uint256(task.skillId) << SKILL);
        word |= (uint256(task.changedAt) << CHANGED) | (uint256(task.openedAt) << OPENED);
        word |=
            (uint256(task.deadlineHour & 0xfffff) << DEADLINE) |
            (uint256(task.claimHours & 0x7f) << CLAIM_HOURS);
        word |= (uint256(task.reviewHours & 0x1ff) << REVIEW_HOURS) | (uint256(task.lo & 0xf) << LO);
        word |= (uint256(task.hi & 0xf) << HI) | (uint256(task.band & 0x7) << BAND);
        word |= (uint256(task.effort & 0x7) << EFFORT) | (uint256(task.state) << STATE);
        word |= (uint256(task.botTries & 0x3) << BOT_TRIES) | (uint256(task.revisions & 0x3) << REVISIONS);
        word |= (uint256(task.flags & 0x3f) << FLAGS) | (uint256(task.tau) << TAU);
        word |= uint256(task.daysAhead & 0x3f) << DAYS_AHEAD;
    }
}
