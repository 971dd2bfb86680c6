// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskState, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice Law 5 after any silence: a stranger closes a task from every state, an hour or ten years later, and the
/// instants in its word stay what they were.
contract EverythingClosesLateTest is System {
    uint32 internal poster;
    uint32 internal worker;
    uint32 internal bot;
    uint24 internal skillId;

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        worker = seatFounder(actor("worker"));
        sealSystem();
        skillId = createSkill(poster, "logo");
        bot = registerBot(poster, skillId, "bot");
    }

    function reach(uint256 state, uint256 revisions) internal returns (uint64 taskId) {
        TaskTerms memory terms = plainTerms(skillId, 5 * PEER);
        terms.deadlineHour = uint24(block.timestamp / 3600 + 60 * 24);
        terms.claimHours = 72;
        terms.reviewHours = 336;
        if (state != uint256(TaskState.Delivered)) terms.flags = TaskFlags.HUMAN_ONLY;
        taskId = post(poster, terms);
        if (state == uint256(TaskState.Open)) return taskId;
        if (state == uint256(TaskState.Delivered)) {
            vm.prank(actor("bot"));
            taskMarket.deliver(taskId, bot, keccak256("answer"));
            return taskId;
        }
        // The last second before the deadline, and every later act at its last second too.
        vm.warp(uint256(terms.deadlineHour) * 3600 - 1);
        vm.prank(actor("worker"));
        taskMarket.claim(taskId, worker);
        for (uint256 i; i < revisions; ++i) {
            submitLate(taskId);
            skip(336 hours - 1);
            vm.prank(actor("poster"));
            taskMarket.requestRevision(taskId, keccak256("note"));
        }
        if (state == uint256(TaskState.Claimed)) return taskId;
        submitLate(taskId);
        if (state == uint256(TaskState.Submitted)) return taskId;
        skip(336 hours - 1);
        vm.prank(actor("poster"));
        taskMarket.reject(taskId, keccak256("reason"));
        if (state == uint256(TaskState.Rejected)) return taskId;
        skip(3 days - 1);
        vm.prank(actor("worker"));
        taskMarket.dispute(taskId);
    }

    function submitLate(uint64 taskId) internal {
        skip(72 hours - 1);
        vm.prank(actor("worker"));
        taskMarket.submit(taskId, keccak256("work"));
        vm.assertEq(uint256(taskMarket.taskOf(taskId).changedAt), block.timestamp, "the instant is kept");
    }

    function test_AStrangerClosesItFromEveryStateWhenever(
        uint256 state,
        uint256 revisions,
        uint256 silence
    ) public {
        state = bound(state, 1, 6);
        revisions = bound(revisions, 0, 2);
        silence = bound(silence, 15 days, 3650 days);
        uint64 taskId = reach(state, revisions);
        uint256 deadlineHour = taskMarket.taskOf(taskId).deadlineHour;
        skip(silence);
        if (state == uint256(TaskState.Claimed)) taskMarket.expireClaim(taskId);
        if (state == uint256(TaskState.Delivered)) taskMarket.lapse(taskId);
        if (state == uint256(TaskState.Submitted)) taskMarket.autoAccept(taskId);
        if (state == uint256(TaskState.Rejected)) taskMarket.concede(taskId);
        if (state == uint256(TaskState.Disputed)) taskMarket.halve(taskId);
        if (taskMarket.taskWord(taskId) != 0) {
            vm.assertEq(
                uint256(taskMarket.taskOf(taskId).deadlineHour),
                deadlineHour,
                "the deadline is kept"
            );
            if (block.timestamp < deadlineHour * 3600) vm.warp(deadlineHour * 3600);
            taskMarket.refund(taskId);
        }
        vm.assertEq(taskMarket.taskWord(taskId), 0, "closed");
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), 0, "nothing is left in escrow");
        vm.assertEq(uint256(levels.standingOf(worker, skillId).inHand), 0, "nothing in hand");
    }
}
