// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {System} from "../kit/System.sol";

/// @notice Agreeing once to take over an account is not agreeing to get it back later, with what it owes by then.
contract ConsentIsForOnceTest is System {
    function test_AnAccountIsNotPushedBackWithAUsedConsent() public {
        deploySystem();
        uint32 id = seatFounder(actor("first"));
        seatFounder(actor("other"));
        sealSystem();
        uint256 deadline = block.timestamp + DAY;
        bytes memory toSecond = consent(id, "second", deadline);
        bytes memory toThird = consent(id, "third", deadline);

        vm.prank(actor("first"));
        members.rotate(id, actor("second"), deadline, toSecond);
        vm.prank(actor("second"));
        members.rotate(id, actor("third"), deadline, toThird);
        vm.prank(actor("other"));
        ledger.pay(actor("second"), 4 * PEER, 0);
        vm.prank(actor("third"));
        ledger.pay(actor("other"), 10 * PEER, 0);

        vm.prank(actor("third"));
        vm.expectRevert();
        members.rotate(id, actor("second"), deadline, toSecond);
    }

    function consent(uint32 id, string memory key, uint256 deadline) internal returns (bytes memory) {
        bytes32 rotate = keccak256(
            abi.encode(
                keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                id,
                actor(key),
                deadline
            )
        );
        return signature(actorKey(key), typedDigest("PeerCommons Members", address(members), rotate));
    }
}
