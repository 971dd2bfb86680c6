// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice Whoever delivered is not taken by surprise, a revision asked for late leaves time to answer.
contract RevisionsLeaveTimeTest is System {
    uint32 internal poster;
    uint32 internal worker;
    uint24 internal skillId;

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        worker = seatFounder(actor("worker"));
        sealSystem();
        skillId = createSkill(poster, "logo");
    }

    function claimed(uint8 claimHours) internal returns (uint64 taskId) {
        TaskTerms memory terms = plainTerms(skillId, 5 * PEER);
        terms.flags = TaskFlags.HUMAN_ONLY;
        terms.claimHours = claimHours;
        terms.reviewHours = 336;
        terms.deadlineHour += 24 * 40;
        taskId = post(poster, terms);
        vm.prank(actor("worker"));
        taskMarket.claim(taskId, worker);
    }

    /// @dev The poster has seen the work, asks for a change two weeks later at night, and has it for nothing an hour after.
    function test_ARevisionLeavesTheWorkerADay() public {
        uint64 taskId = claimed(1);
        vm.prank(actor("worker"));
        taskMarket.submit(taskId, keccak256("work"));
        skip(336 hours - 1);
        vm.prank(actor("poster"));
        taskMarket.requestRevision(taskId, keccak256("note"));
        skip(23 hours);
        vm.prank(actor("worker"));
        taskMarket.submit(taskId, keccak256("work again"));
    }
}
