// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ForwardRequest} from "../../contracts/interfaces/IForwarder.sol";
import {System} from "../kit/System.sol";

/// @notice A stranger's request that asks for more gas than there is neither undoes nor starves the rest of its batch.
contract BatchesSkipTheGreedyTest is System {
    function test_ARequestForEndlessGasDoesNotUndoTheBatch() public {
        deploySystem();
        sealSystem();
        ForwardRequest[] memory requests = new ForwardRequest[](2);
        requests[0] = request("greedy", type(uint128).max);
        requests[1] = request("honest", 100_000);
        bool[] memory ok = forwarder.executeBatch(requests);
        vm.assertFalse(ok[0], "the greedy one is skipped");
        vm.assertTrue(ok[1], "the honest one is sent");
        vm.assertEq(ledger.allowance(actor("honest"), address(1)), 7, "what it asked for");
    }

    function request(string memory who, uint256 gas_) internal returns (ForwardRequest memory r) {
        r.from = actor(who);
        r.to = address(ledger);
        r.gas = gas_;
        r.deadline = uint48(block.timestamp + DAY);
        r.data = abi.encodeCall(ledger.approve, (address(1), 7));
        bytes32 hash = keccak256(
            abi.encode(
                keccak256(
                    "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
                ),
                r.from,
                r.to,
                r.value,
                r.gas,
                r.nonce,
                r.deadline,
                keccak256(r.data)
            )
        );
        r.signature = signature(
            actorKey(who),
            typedDigest("PeerCommons Forwarder", address(forwarder), hash)
        );
    }
}
