// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISignedActs} from "../../../contracts/interfaces/ISignedActs.sol";
import {TaskFlags, TaskTerms} from "../../../contracts/interfaces/ITaskMarket.sol";
import {ActSigner} from "../../kit/ActSigner.sol";

/// @notice Batches of any bytes. Whatever they say, nobody's money or task moves without a signature.
contract SignedActsTest is ActSigner {
    uint256 internal constant KINDS = 5;
    uint32 internal poster;
    uint32 internal worker;
    uint24 internal skillId;
    uint64 internal taskId;

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        worker = seatFounder(actor("worker"));
        sealSystem();
        skillId = createSkill(poster, "logo");
        taskId = post(poster, terms());
        skip(1);
    }

    function terms() internal view returns (TaskTerms memory terms_) {
        terms_ = plainTerms(skillId, 2 * PEER);
        terms_.flags = TaskFlags.HUMAN_ONLY;
    }

    function size(uint256 kind) internal pure returns (uint256) {
        return [uint256(0), 129, 81, 109, 78, 113][kind];
    }

    /// @dev The batch does nothing, and nothing but its own bytes or gas undoes it whole.
    function harmless(bytes memory acts) internal returns (bytes4 error) {
        uint256 word = taskMarket.taskWord(taskId);
        int256 held = ledger.signedBalanceOf(address(taskMarket));
        (bool success, bytes memory answer) = address(taskMarket).call(
            abi.encodeCall(ISignedActs.relay, (acts))
        );
        if (success) vm.assertEq(abi.decode(answer, (uint256)), 0, "nothing was done");
        else error = bytes4(answer);
        vm.assertEq(taskMarket.taskWord(taskId), word, "the task is as it was");
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), held, "the money is where it was");
    }

    function testFuzz_AnyBytesAreHarmless(bytes memory acts) public {
        bytes4 error = harmless(acts);
        bool known = error == 0 || error == ISignedActs.TaskMarketActMalformed.selector;
        vm.assertTrue(known, "malformed, or skipped with a reason");
    }

    /// @dev A whole act of any kind with any content: a stranger can always make one, so it must never spoil a batch.
    function testFuzz_AWholeActIsSkippedWithAReason(uint256 kind, uint256 seed, bool ours, bool live) public {
        bytes memory act = noise(1 + (kind % KINDS), seed);
        if (ours) {
            uint64 id = taskId;
            for (uint256 i = 0; i < 8; ++i) {
                act[69 + i] = bytes8(id)[i];
            }
        }
        if (live) {
            act[65] = 0xff;
        }
        vm.assertEq(bytes32(harmless(act)), bytes32(0), "skipped, not undone");
    }

    /// @dev Signed by whom it should be, with any terms: the reason is always told, and the next act is done.
    function testFuzz_AnyTermsLeaveTheOthersAlone(
        TaskTerms memory any,
        bytes32 contentId,
        uint32 until
    ) public {
        bytes memory odd = postAct(actorKey("poster"), nextTaskId(poster), any, contentId, until);
        bytes memory good = claimAct(actorKey("worker"), taskId, worker, uint32(block.timestamp + 1));
        uint256 done = taskMarket.relay(bytes.concat(odd, good));
        vm.assertEq(done & 2, 2, "the claim is done");
    }

    function testFuzz_ACutOffActIsMalformed(uint256 kind, uint256 seed, uint256 length) public {
        bytes memory whole = noise(1 + (kind % KINDS), seed);
        length = bound(length, 1, whole.length - 1);
        bytes memory cut = new bytes(length);
        for (uint256 i = 0; i < length; ++i) {
            cut[i] = whole[i];
        }
        vm.assertEq(
            bytes32(harmless(cut)),
            bytes32(ISignedActs.TaskMarketActMalformed.selector),
            "refused as no batch"
        );
    }

    function testFuzz_UnknownKindsAreMalformed(uint8 kind) public {
        vm.assume(kind == 0 || kind > KINDS);
        bytes memory act = new bytes(256);
        act[0] = bytes1(kind);
        vm.assertEq(
            bytes32(harmless(act)),
            bytes32(ISignedActs.TaskMarketActMalformed.selector),
            "refused as no batch"
        );
    }

    function test_LengthsThatLieAreRefused() public {
        bytes memory act = claimAct(actorKey("worker"), taskId, worker, uint32(block.timestamp + 1));
        // Says it holds one byte more than there is, or far more.
        uint256[3] memory lies = [act.length + 1000, type(uint64).max, type(uint256).max - 31];
        for (uint256 i = 0; i < lies.length; ++i) {
            bytes memory data = bytes.concat(
                ISignedActs.relay.selector,
                abi.encode(uint256(0x20), lies[i]),
                act
            );
            (bool success, ) = address(taskMarket).call(data);
            vm.assertFalse(success, "no such bytes");
        }
        // What lies behind the stated length is not read.
        bytes memory shorter = bytes.concat(
            ISignedActs.relay.selector,
            abi.encode(uint256(0x20), act.length - 1),
            act
        );
        (bool done, ) = address(taskMarket).call(shorter);
        vm.assertFalse(done, "cut off");
    }

    function test_ABatchHolds256Acts() public {
        bytes memory forged = claimAct(actorKey("poster"), taskId, worker, uint32(block.timestamp + 1));
        bytes memory acts;
        for (uint256 i = 0; i < 255; ++i) {
            acts = bytes.concat(acts, forged);
        }
        bytes memory good = claimAct(actorKey("worker"), taskId, worker, uint32(block.timestamp + 1));
        vm.assertEq(
            bytes32(harmless(bytes.concat(acts, forged, forged))),
            bytes32(ISignedActs.TaskMarketActMalformed.selector),
            "one too many"
        );
        vm.assertEq(taskMarket.relay(bytes.concat(acts, good)), 1 << 255, "the last of 256 is done");
    }

    function test_AnEmptyBatchDoesNothing() public {
        vm.assertEq(taskMarket.relay(""), 0, "nothing");
    }

    function noise(uint256 kind, uint256 seed) internal pure returns (bytes memory act) {
        act = new bytes(size(kind));
        for (uint256 i = 0; i < act.length; ++i) {
            act[i] = bytes1(uint8(uint256(keccak256(abi.encode(seed, i)))));
        }
        act[0] = bytes1(uint8(kind));
    }
}
