// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice An organisation names the member whose budget pays; a stranger can neither stand behind it nor keep others away.
contract OrganisationsNameTheirBackerTest is System {
    function test_AStrangerNeitherStandsBehindAnOrganisationNorBlocksIt() public {
        deploySystem();
        uint32 stranger = seatFounder(actor("stranger"));
        uint32 chosen = seatFounder(actor("chosen"));
        sealSystem();
        vm.prank(actor("shop"));
        uint32 shop = members.registerOrganisation(0);

        vm.prank(actor("stranger"));
        try levels.backOrganisation(stranger, shop) {} catch {}
        (uint8 trust, ) = levels.trustOf(shop);
        vm.assertEq(uint256(trust), 0, "the shop named nobody");

        vm.prank(actor("chosen"));
        levels.backOrganisation(chosen, shop);
    }
}
