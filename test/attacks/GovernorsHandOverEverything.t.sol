// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice A governor that has handed over keeps no power: neither over the pots nor over the skills' market.
contract GovernorsHandOverEverythingTest is System {
    address internal next;

    function setUp() public {
        deploySystem();
        seatFounder(actor("founder"));
        sealSystem();
        next = actor("community");
        vm.startPrank(governor);
        members.setGovernor(next);
        ledger.setGovernor(next);
        taskMarket.setGovernor(next);
        vm.stopPrank();
    }

    function test_TheFormerGovernorCannotNameThePots() public {
        vm.prank(governor);
        vm.expectRevert();
        splitter.setPots(governor);
    }

    function test_TheFormerGovernorCannotNameTheMarket() public {
        vm.prank(governor);
        vm.expectRevert();
        skills.setMarket(governor);
    }
}
