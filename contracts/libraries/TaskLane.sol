// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskWord} from "./TaskWord.sol";

/// @notice Where one task's word lies.
struct TaskSlot {
    uint256 stored;
}

/// @title Task lanes
/// @notice A fresh storage slot costs four times a used one, so a poster's tasks take turns in sixteen lanes: the task with
/// counter n lies in lane n % 16 when that one's former task is closed, and in a slot of its own otherwise.
/// @dev A slot holds the task's word with its two instants written relative to the deadline (24 and 23 bits instead of 32 each),
/// which leaves 17 bits for n / 16, so that an old id never reads a newer task. Posters beyond 2^21 tasks use slots of their
/// own. A closed slot keeps `CLOSED`, whose state is zero.
library TaskLane {
    uint256 private constant LANES = 16;
    uint256 private constant MAX_COUNTER = 1 << 21;
    uint256 private constant OWN_SLOT = 1 << 64;
    uint256 private constant CLOSED = 1;
    /// @dev No task changes earlier than this before its deadline, and none later than 130 days after it.
    uint256 private constant EARLIEST = 61 days;

    uint256 private constant OPENED = TaskWord.CHANGED + 24;
    uint256 private constant TURN = OPENED + 23;
    uint256 private constant REGION = uint256(type(uint64).max) << TaskWord.CHANGED;
    uint256 private constant STATE = uint256(0x7) << TaskWord.STATE;

    /// @notice The word of a task and where it lies; 0 when it is closed or never was.
    function read(
        mapping(uint256 => TaskSlot) storage slots,
        uint64 taskId
    ) internal view returns (uint256 word, TaskSlot storage slot) {
        slot = slots[taskId & 0xffffffff0000000f];
        word = slot.stored;
        unchecked {
            // The turn is the whole counter but its lane, so a counter too high for a lane never matches.
            if (word & STATE == 0 || (word >> TURN) & 0x1ffff != uint32(taskId) / LANES) {
                slot = slots[OWN_SLOT | taskId];
                word = slot.stored;
                if (word & STATE == 0) return (0, slot);
            }
            uint256 deadline = TaskWord.deadlineAt(word);
            uint256 changedAt = deadline - EARLIEST + uint24(word >> TaskWord.CHANGED);
            uint256 openedAt = deadline - ((word >> OPENED) & 0x7fffff);
            word = (word & ~REGION) | (changedAt << TaskWord.CHANGED) | (openedAt << TaskWord.OPENED);
        }
    }

    /// @notice Keeps a new task.
    function create(mapping(uint256 => TaskSlot) storage slots, uint64 taskId, uint256 word) internal {
        TaskSlot storage slot = slots[taskId & 0xffffffff0000000f];
        if (slot.stored & STATE != 0 || uint32(taskId) >= MAX_COUNTER) slot = slots[OWN_SLOT | taskId];
        write(slot, taskId, word);
    }

    /// @notice Keeps a changed word where `read` found it.
    function write(TaskSlot storage slot, uint64 taskId, uint256 word) internal {
        unchecked {
            uint256 deadline = TaskWord.deadlineAt(word);
            uint256 changed = TaskWord.changedAt(word) + EARLIEST - deadline;
            uint256 opened = deadline - TaskWord.openedAt(word);
            slot.stored =
                (word & ~REGION) |
                (changed << TaskWord.CHANGED) |
                (opened << OPENED) |
                (((uint32(taskId) / LANES) & 0x1ffff) << TURN);
        }
    }

    /// @notice Forgets a task where `read` found it.
    function close(TaskSlot storage slot) internal {
        slot.stored = CLOSED;
    }
}
