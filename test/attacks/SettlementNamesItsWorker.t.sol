// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice What a poster signed for one worker pays no other one who holds the task later.
contract SettlementNamesItsWorkerTest is System {
    uint32 internal poster;
    uint32 internal first;
    uint32 internal second;
    uint64 internal taskId;
    uint256 internal deadline;

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        first = seatFounder(actor("first"));
        second = seatFounder(actor("second"));
        sealSystem();
        uint24 skillId = createSkill(poster, "logo");
        TaskTerms memory terms = plainTerms(skillId, 5 * PEER);
        terms.flags = TaskFlags.HUMAN_ONLY;
        taskId = post(poster, terms);
        deadline = block.timestamp + 3 * DAY;
    }

    /// @dev The first worker holds the task while the poster signs, gives it back, and the second takes it.
    function pass() internal {
        vm.startPrank(actor("first"));
        taskMarket.claim(taskId, first);
        taskMarket.release(taskId);
        vm.stopPrank();
        skip(DAY);
        vm.prank(actor("second"));
        taskMarket.claim(taskId, second);
    }

    function withoutWorker(uint16 shareBps) internal view returns (bytes32) {
        return
            typedDigest(
                "PeerCommons TaskMarket",
                address(taskMarket),
                keccak256(
                    abi.encode(
                        keccak256("Settlement(uint64 taskId,uint16 shareBps,uint256 deadline)"),
                        taskId,
                        shareBps,
                        deadline
                    )
                )
            );
    }

    function withWorker(uint32 workerId, uint16 shareBps) internal view returns (bytes32) {
        return
            typedDigest(
                "PeerCommons TaskMarket",
                address(taskMarket),
                keccak256(
                    abi.encode(
                        keccak256(
                            "Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)"
                        ),
                        taskId,
                        workerId,
                        shareBps,
                        deadline
                    )
                )
            );
    }

    function test_ASignatureThatNamesNobodyPaysNobody() public {
        pass();
        bytes memory posters = signature(actorKey("poster"), withoutWorker(10_000));
        bytes memory workers = signature(actorKey("second"), withoutWorker(10_000));
        vm.prank(actor("second"));
        vm.expectRevert();
        taskMarket.settle(taskId, 10_000, deadline, posters, workers);
    }

    function test_ASignatureForTheFirstWorkerDoesNotPayTheSecond() public {
        pass();
        bytes memory posters = signature(actorKey("poster"), withWorker(first, 10_000));
        bytes memory workers = signature(actorKey("second"), withWorker(second, 10_000));
        vm.expectRevert();
        taskMarket.settle(taskId, 10_000, deadline, posters, workers);
    }

    function test_BothWhoAgreedAreHeard() public {
        pass();
        bytes32 agreed = withWorker(second, 4_000);
        taskMarket.settle(
            taskId,
            4_000,
            deadline,
            signature(actorKey("poster"), agreed),
            signature(actorKey("second"), agreed)
        );
        vm.assertEq(ledger.signedBalanceOf(actor("second")), int256(2 * PEER), "the second's share");
    }
}
