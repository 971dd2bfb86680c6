// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice A bot that declines everything does not keep a skill's other bots from trying.
contract OneBotSpeaksForItselfTest is System {
    function test_ABotThatDeclinesTwiceLeavesTheOthersTheirTry() public {
        deploySystem();
        uint32 poster = seatFounder(actor("poster"));
        uint32 creator = seatFounder(actor("creator"));
        uint32 stranger = seatFounder(actor("stranger"));
        sealSystem();
        uint24 skillId = createSkill(creator, "logo");
        uint32 good = registerBot(creator, skillId, "good");
        uint32 bad = registerBot(stranger, skillId, "bad");
        uint64 taskId = post(poster, plainTerms(skillId, 5 * PEER));

        vm.startPrank(actor("bad"));
        for (uint256 i; i < 2; ++i) {
            try taskMarket.decline(taskId, bad) {} catch {}
        }
        vm.stopPrank();
        vm.prank(actor("good"));
        taskMarket.deliver(taskId, good, keccak256("answer"));
    }
}
