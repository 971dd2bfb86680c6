// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice What a sponsor freezes must still be there: a line that is drawn to its end secures nobody.
contract SponsorsHaveSomethingAtStakeTest is System {
    function test_ALineDrawnToItsEndCannotBeFrozenForAnother() public {
        deploySystem();
        uint32 sponsor = seatFounder(actor("sponsor"));
        seatFounder(actor("friend"));
        sealSystem();
        vm.prank(actor("sponsor"));
        ledger.pay(actor("friend"), 10 * PEER, 0);
        vm.assertEq(ledger.available(actor("sponsor")), 0, "nothing is left to freeze");

        vm.prank(actor("sponsor"));
        vm.expectRevert();
        sponsorship.sponsor(sponsor, actor("newcomer"));
    }
}
