// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice Sponsors' money is free again when the newcomer has come back through zero by what others paid, not by taking
/// back the own unanswered task in the same minute.
contract ReturnIsEarnedTest is System {
    function test_PostingOnCreditAndCancellingIsNoReturn() public {
        deploySystem();
        uint32 first = seatFounder(actor("first"));
        uint32 second = seatFounder(actor("second"));
        sealSystem();
        uint24 skillId = createSkill(first, "logo");
        vm.prank(governor);
        members.proposePersonhood(address(sponsorship));
        skip(30 days);
        members.setPersonhood();
        vm.prank(actor("first"));
        sponsorship.sponsor(first, actor("newcomer"));
        vm.prank(actor("second"));
        sponsorship.sponsor(second, actor("newcomer"));
        uint32 newcomer = join(actor("newcomer"));

        uint64 taskId = post(newcomer, plainTerms(skillId, 100_000));
        vm.prank(actor("newcomer"));
        taskMarket.cancel(taskId);
        vm.expectRevert();
        sponsorship.release(newcomer);
    }
}
