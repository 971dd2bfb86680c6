// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice Whoever holds a task until the last minute and gives it back has a mark, or one member could block any task for good.
contract ClaimsAreNotHeldForNothingTest is System {
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

    function test_GivingBackInTheLastMinuteIsMarked() public {
        uint64 taskId = claimed(72);
        skip(72 hours - 60);
        vm.prank(actor("worker"));
        taskMarket.release(taskId);
        vm.assertEq(uint256(levels.standingOf(worker, skillId).late), 1, "late marks");
    }
}
