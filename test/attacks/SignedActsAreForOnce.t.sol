// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISignedActs} from "../../contracts/interfaces/ISignedActs.sol";
import {TaskFlags, TaskState, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {ActSigner} from "../kit/ActSigner.sol";
import {Vm} from "../kit/Test.sol";

/// @notice Everything that was signed is kept by somebody who would gain from its being done again.
contract SignedActsAreForOnceTest is ActSigner {
    uint256 internal constant ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
    bytes32 internal constant WORK = keccak256("work");

    uint32 internal poster;
    uint32 internal worker;
    uint24 internal skillId;
    uint64 internal taskId;
    uint32 internal until;
    uint256 internal posterKey = actorKey("poster");
    uint256 internal workerKey = actorKey("worker");

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        worker = seatFounder(actor("worker"));
        sealSystem();
        skillId = createSkill(poster, "logo");
        until = uint32(block.timestamp + 30 * DAY);
        taskId = post(poster, humanTerms());
        skip(1);
    }

    function humanTerms() internal view returns (TaskTerms memory terms) {
        terms = plainTerms(skillId, 2 * PEER);
        terms.flags = TaskFlags.HUMAN_ONLY;
    }

    function done(bytes memory act) internal {
        vm.assertEq(taskMarket.relay(act), 1, "it is done");
    }

    function refused(bytes memory act, bytes4 error) internal {
        vm.recordLogs();
        vm.assertEq(taskMarket.relay(act), 0, "it is skipped");
        Vm.Log[] memory logs = vm.getRecordedLogs();
        // What was undone may be among the recorded ones; that it was skipped is told last.
        (, bytes memory reason) = abi.decode(logs[logs.length - 1].data, (uint256, bytes));
        vm.assertEq(bytes32(bytes4(reason)), bytes32(error), "and for this reason");
    }

    function stale(bytes memory act) internal {
        refused(act, ISignedActs.TaskMarketActNotSigned.selector);
    }

    function tooSoon(bytes memory act) internal {
        refused(act, ISignedActs.TaskMarketActTooSoon.selector);
    }

    function state() internal view returns (TaskState) {
        return taskMarket.taskOf(taskId).state;
    }

    function claimed() internal returns (bytes memory act) {
        act = claimAct(workerKey, taskId, worker, until);
        done(act);
        skip(1);
    }

    function submitted() internal returns (bytes memory act) {
        claimed();
        act = submitAct(workerKey, taskId, WORK, until);
        done(act);
        skip(1);
    }

    /* EACH KIND */

    function test_APostIsForItsOwnPlaceInLine() public {
        uint64 next = nextTaskId(poster);
        bytes memory act = postAct(posterKey, next, humanTerms(), WORK, until);
        bytes memory second = postAct(posterKey, next + 1, humanTerms(), WORK, until);
        refused(second, ISignedActs.TaskMarketActNotNext.selector);
        done(act);
        refused(act, ISignedActs.TaskMarketActNotNext.selector);
        done(second);
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), int256(6 * PEER), "three prices are held");
        // A post by the poster's own hand takes the place too.
        bytes memory third = postAct(posterKey, next + 2, humanTerms(), WORK, until);
        post(poster, humanTerms());
        refused(third, ISignedActs.TaskMarketActNotNext.selector);
    }

    function test_AClaimGivenBackIsNotTakenAgain() public {
        bytes memory act = claimed();
        vm.prank(actor("worker"));
        taskMarket.release(taskId);
        skip(1);
        stale(act);
        // Nor after somebody else's claim ran out, nor when the task changed its price.
        act = claimAct(workerKey, taskId, worker, until);
        vm.prank(actor("poster"));
        taskMarket.raise(taskId, uint64(2 * PEER + 1));
        stale(act);
    }

    function test_AClaimAndItsReleaseInOneSecondLeaveNothingToRepeat() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        done(act);
        vm.prank(actor("worker"));
        taskMarket.release(taskId);
        tooSoon(act);
        skip(1);
        stale(act);
    }

    function test_NothingIsDoneInTheSecondOfTheStateItIsFor() public {
        // Otherwise post, claim and release in one second would leave the state the claim was signed for.
        uint64 fresh = post(poster, humanTerms());
        bytes memory act = claimAct(workerKey, fresh, worker, until);
        tooSoon(act);
        skip(1);
        done(act);
    }

    function test_WorkIsHandedInOnceAndIsNotTheRevisedWork() public {
        bytes memory act = submitted();
        vm.prank(actor("poster"));
        taskMarket.requestRevision(taskId, WORK);
        skip(1);
        stale(act);
        // A revision asked for in the second of the submission changes nothing about that.
        act = submitAct(workerKey, taskId, WORK, until);
        done(act);
        vm.prank(actor("poster"));
        taskMarket.requestRevision(taskId, WORK);
        tooSoon(act);
        skip(1);
        stale(act);
    }

    function test_AnAcceptIsOfTheWorkThatWasSeen() public {
        submitted();
        bytes memory act = acceptAct(posterKey, taskId, 5, until);
        vm.prank(actor("poster"));
        taskMarket.requestRevision(taskId, WORK);
        skip(1);
        done(submitAct(workerKey, taskId, keccak256("less work"), until));
        skip(1);
        stale(act);
        done(acceptAct(posterKey, taskId, 1, until));
        refused(act, bytes4(keccak256("TaskMarketUnknownTask(uint64)")));
    }

    function test_AClosedTasksActsDoNotReachTheNextInItsLane() public {
        bytes memory claim = claimAct(workerKey, taskId, worker, until);
        vm.prank(actor("poster"));
        taskMarket.cancel(taskId);
        // Sixteen posts later the lane holds another task.
        for (uint256 i = 0; i < 16; ++i) {
            post(poster, humanTerms());
            if (i < 15) {
                vm.prank(actor("poster"));
                taskMarket.cancel(taskId + 1 + uint64(i));
            }
        }
        skip(1);
        refused(claim, bytes4(keccak256("TaskMarketUnknownTask(uint64)")));
        vm.assertEq(uint256(taskMarket.taskOf(taskId + 16).state), uint256(TaskState.Open), "untouched");
    }

    function test_ABotsDeliveryIsForItsTryAlone() public {
        uint32 bot = registerBot(poster, skillId, "operator");
        uint64 open = post(poster, plainTerms(skillId, PEER));
        skip(1);
        bytes memory act = deliverAct(actorKey("operator"), open, bot, WORK, until);
        bytes memory another = deliverAct(posterKey, open, bot, WORK, until);
        stale(another);
        done(act);
        vm.prank(actor("poster"));
        taskMarket.reject(open, WORK);
        tooSoon(act);
        skip(DAY);
        stale(act);
    }

    /* SIGNATURES */

    function test_ASignatureHasOneForm() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        bytes memory other = bytes.concat(act);
        uint256 vs;
        assembly ("memory-safe") {
            vs := mload(add(other, 65))
        }
        uint256 flipped = ORDER - ((vs << 1) >> 1);
        // The other s does not fit beside the parity at all; what is left of it is nobody's, with either parity.
        for (uint256 parity = 0; parity < 2; ++parity) {
            uint256 malleated = (flipped & ((1 << 255) - 1)) | (parity << 255);
            assembly ("memory-safe") {
                mstore(add(other, 65), malleated)
            }
            stale(other);
        }
        uint256 turned = vs ^ (1 << 255);
        assembly ("memory-safe") {
            mstore(add(other, 65), turned)
        }
        stale(other);
        done(act);
    }

    function test_NobodySignsForAnAccountThatIsNot() public {
        bytes memory zeros = new bytes(64);
        uint64 nobodys = uint64(999) << 32;
        bytes memory terms = packTerms(humanTerms());
        stale(bytes.concat(abi.encodePacked(uint8(1), zeros, until, nobodys, WORK), terms));
        stale(abi.encodePacked(uint8(2), zeros, until, taskId, uint32(999)));
        stale(abi.encodePacked(uint8(5), zeros, until, taskId, uint32(999), WORK));
    }

    function test_OneKindIsNotAnother() public {
        bytes memory claim = claimAct(workerKey, taskId, worker, until);
        bytes memory deliver = bytes.concat(claim, WORK);
        deliver[0] = 0x05;
        stale(deliver);
        submitted();
        bytes memory accept = acceptAct(posterKey, taskId, 5, until);
        accept[accept.length - 1] = 0x04;
        stale(accept);
    }

    function test_AnotherChainOrMarketIsAnotherPlace() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        // The same act, hashed for another chain: nothing here differs but the id.
        address here = address(taskMarket);
        bytes32 hash = keccak256(
            abi.encode(
                keccak256("Claim(uint64 taskId,uint32 memberId,uint64 price,uint32 since,uint32 until)"),
                taskId,
                worker,
                taskMarket.taskOf(taskId).price,
                taskMarket.taskOf(taskId).changedAt,
                until
            )
        );
        stale(elsewhere(hash, block.chainid + 1, here));
        stale(elsewhere(hash, block.chainid, address(ledger)));
        vm.assertEq(keccak256(elsewhere(hash, block.chainid, here)), keccak256(act), "all else is equal");
    }

    function elsewhere(bytes32 hash, uint256 chainId, address market) internal view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256("PeerCommons TaskMarket"),
                keccak256("1"),
                chainId,
                market
            )
        );
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(
            workerKey,
            keccak256(abi.encodePacked(hex"1901", domain, hash))
        );
        bytes32 vs = bytes32(uint256(s) | (uint256(v - 27) << 255));
        return abi.encodePacked(uint8(2), r, vs, until, taskId, worker);
    }

    function test_ARotatedKeysSignaturesEnd() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        bytes32 digest = typedDigest(
            "PeerCommons Members",
            address(members),
            keccak256(
                abi.encode(
                    keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                    worker,
                    actor("new key"),
                    block.timestamp
                )
            )
        );
        address newOwner = actor("new key");
        vm.prank(actor("worker"));
        members.rotate(worker, newOwner, block.timestamp, signature(actorKey("new key"), digest));
        stale(act);
        done(claimAct(actorKey("new key"), taskId, worker, until));
    }

    function test_WhatIsOldIsRefused() public {
        bytes memory act = claimAct(workerKey, taskId, worker, uint32(block.timestamp));
        refused(act, ISignedActs.TaskMarketActExpired.selector);
        done(claimAct(workerKey, taskId, worker, uint32(block.timestamp + 1)));
    }

    /* BATCHES */

    function test_OneThatFailsCostsTheOthersNothing() public {
        uint64 next = nextTaskId(poster);
        bytes memory good = claimAct(workerKey, taskId, worker, until);
        TaskTerms memory dear = humanTerms();
        dear.price = uint64(1_000_000 * PEER);
        bytes memory hopeless = postAct(posterKey, next, dear, WORK, until);
        bytes memory forged = acceptAct(workerKey, taskId, 5, until);
        bytes memory plain = postAct(posterKey, next, humanTerms(), WORK, until);
        uint256 which = taskMarket.relay(bytes.concat(forged, hopeless, good, good, plain));
        vm.assertEq(which, 20, "the third and the fifth, once each");
        vm.assertEq(uint256(state()), uint256(TaskState.Claimed), "claimed");
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), int256(4 * PEER), "two prices are held");
        vm.assertEq(uint256(levels.standingOf(worker, skillId).inHand), 1, "one in hand");
    }

    function test_ARelayerWhoBringsTooLittleDoesNothing() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        bytes memory call_ = abi.encodeCall(ISignedActs.relay, (act));
        for (uint256 gas_ = 4_000; gas_ < 90_000; gas_ += 1_000) {
            (bool success, bytes memory answer) = address(taskMarket).call{gas: gas_}(call_);
            if (!success) continue;
            vm.assertEq(abi.decode(answer, (uint256)), 1, "a batch that went through did its act");
            return;
        }
        vm.assertTrue(false, "with enough gas it is done");
    }

    function test_NobodyElseEntersByTheBackDoor() public {
        bytes memory act = claimAct(workerKey, taskId, worker, until);
        bytes memory call_ = abi.encodePacked(ISignedActs.perform.selector, act);
        (bool success, bytes memory reason) = address(taskMarket).call(call_);
        vm.assertFalse(success, "refused");
        vm.assertEq(
            bytes32(bytes4(reason)),
            bytes32(ISignedActs.TaskMarketNotItself.selector),
            "as not itself"
        );
    }
}
