// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice Two others say that somebody is one human; nobody stands for the own seat by way of a new key.
contract SponsorsAreOthersTest is System {
    function test_NobodySponsorsTheOwnRenewalThroughARotation() public {
        deploySystem();
        uint32 self = seatFounder(actor("self"));
        uint32 friend = seatFounder(actor("friend"));
        sealSystem();
        vm.prank(governor);
        members.proposePersonhood(address(sponsorship));
        skip(30 days);
        members.setPersonhood();

        address next = actor("next key");
        vm.prank(actor("self"));
        sponsorship.sponsor(self, next);
        vm.prank(actor("friend"));
        sponsorship.sponsor(friend, next);

        uint256 deadline = block.timestamp + DAY;
        bytes32 rotate = keccak256(
            abi.encode(
                keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                self,
                next,
                deadline
            )
        );
        bytes memory consent = signature(
            actorKey("next key"),
            typedDigest("PeerCommons Members", address(members), rotate)
        );
        vm.prank(actor("self"));
        members.rotate(self, next, deadline, consent);

        vm.prank(next);
        vm.expectRevert();
        members.renew(self, "");
    }
}
