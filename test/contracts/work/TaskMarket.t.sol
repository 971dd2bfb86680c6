// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {
    ITaskMarket,
    Task,
    TaskFlags,
    TaskState,
    TaskTerms
} from "../../../contracts/interfaces/ITaskMarket.sol";
import {TaskWord} from "../../../contracts/libraries/TaskWord.sol";
import {ReentrantSigner} from "../../../contracts/mocks/ReentrantSigner.sol";
import {System} from "../../kit/System.sol";

/// @notice Money of a task under any price, share and time.
contract TaskMarketFuzzTest is System {
    uint32 internal poster;
    uint32 internal worker;
    uint24 internal skillId;

    function setUp() public {
        deploySystem();
        poster = seatFounder(actor("poster"));
        worker = seatFounder(actor("worker"));
        sealSystem();
        skillId = createSkill(poster, "logo");
    }

    function test_PostToPaidMovesThePriceAndNothingElse(uint256 price) public {
        price = bound(price, 100_000, 10 * PEER);
        TaskTerms memory terms = plainTerms(skillId, price);
        terms.flags = TaskFlags.HUMAN_ONLY;
        uint64 taskId = post(poster, terms);
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), int256(price), "escrow");
        vm.startPrank(ownerOf(worker));
        taskMarket.claim(taskId, worker);
        taskMarket.submit(taskId, keccak256("work"));
        vm.stopPrank();
        vm.prank(ownerOf(poster));
        taskMarket.accept(taskId, 5);
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), 0, "escrow is empty");
        vm.assertEq(ledger.signedBalanceOf(ownerOf(worker)), int256(price), "worker");
        vm.assertEq(ledger.signedBalanceOf(ownerOf(poster)), -int256(price), "poster");
        vm.assertEq(taskMarket.taskWord(taskId), 0, "closed");
    }

    function test_SettleSplitsToTheUnit(uint256 price, uint16 share) public {
        price = bound(price, 100_000, 10 * PEER);
        share = uint16(bound(share, 0, 10_000));
        uint64 taskId = _claimed(poster, price);
        bytes32 digest = _settlement(taskId, share);
        vm.prank(actor("anyone"));
        taskMarket.settle(
            taskId,
            share,
            block.timestamp,
            signature(actorKey("poster"), digest),
            signature(actorKey("worker"), digest)
        );
        int256 paid = int256((price * share) / 10_000);
        vm.assertEq(ledger.signedBalanceOf(ownerOf(worker)), paid, "worker");
        vm.assertEq(ledger.signedBalanceOf(ownerOf(poster)), -paid, "poster");
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), 0, "escrow");
    }

    /// @dev A contract account asked for its signature tries to have the task paid a second time.
    function test_ASignerThatCallsBackGetsNothingMore() public {
        ReentrantSigner wallet = new ReentrantSigner();
        bytes memory join_ = abi.encodeWithSignature("join(bytes32,bytes)", bytes32(0), "");
        wallet.act(address(members), join_);
        uint32 id = members.idOf(address(wallet));
        TaskTerms memory terms = plainTerms(skillId, 2 * PEER);
        terms.flags = TaskFlags.HUMAN_ONLY;
        bytes memory result = wallet.act(
            address(taskMarket),
            abi.encodeCall(ITaskMarket.post, (id, terms, keccak256("body")))
        );
        uint64 taskId = abi.decode(result, (uint64));
        // A second task's money is what there would be to take.
        post(poster, terms);
        vm.prank(ownerOf(worker));
        taskMarket.claim(taskId, worker);

        bytes memory theirs = signature(actorKey("worker"), _settlement(taskId, 5000));
        bytes memory again = abi.encodeCall(ITaskMarket.settle, (taskId, 5000, block.timestamp, "", theirs));
        wallet.aim(address(taskMarket), again);
        taskMarket.settle(taskId, 5000, block.timestamp, "", theirs);
        vm.assertEq(wallet.returned(), 0, "calls back that went through");
        vm.assertEq(ledger.signedBalanceOf(ownerOf(worker)), int256(PEER), "worker");
        vm.assertEq(ledger.signedBalanceOf(address(wallet)), -int256(PEER), "wallet");
        vm.assertEq(
            ledger.signedBalanceOf(address(taskMarket)),
            int256(2 * PEER),
            "escrow of the other task"
        );
    }

    /// @dev Twenty bytes behind the calldata speak for somebody only when the forwarder sends them.
    function test_AForgedSuffixIsNobody(address stranger) public {
        vm.assume(stranger != address(forwarder) && stranger != ownerOf(poster));
        uint64 taskId = _claimed(poster, PEER);
        vm.prank(ownerOf(worker));
        taskMarket.submit(taskId, keccak256("work"));
        bytes memory forged = abi.encodePacked(
            abi.encodeCall(ITaskMarket.accept, (taskId, 5)),
            ownerOf(poster)
        );
        vm.prank(stranger);
        (bool success, bytes memory reason) = address(taskMarket).call(forged);
        vm.assertFalse(success, "accepted");
        vm.assertEq(
            reason,
            abi.encodeWithSelector(ITaskMarket.TaskMarketNotPoster.selector, taskId, stranger),
            "why not"
        );
        vm.prank(address(forwarder));
        (success, ) = address(taskMarket).call(forged);
        vm.assertTrue(success, "the forwarder speaks for the poster");
    }

    function test_TheWordKeepsEveryField(uint256 word) public pure {
        word &= (uint256(1) << 253) - 1;
        // State 7 is none.
        if ((word >> TaskWord.STATE) & 7 == 7) word ^= uint256(1) << TaskWord.STATE;
        Task memory task = TaskWord.unpack(word);
        vm.assertEq(TaskWord.pack(task), word, "word");
        word = TaskWord.withState(word, TaskState.Rejected, 1_234_567_890);
        task.state = TaskState.Rejected;
        task.changedAt = 1_234_567_890;
        vm.assertEq(TaskWord.pack(task), word, "a changed state changes nothing else");
    }

    /// @dev What a lane keeps is what was posted, and an old id never reads a newer task.
    function test_LanesNeverMixTasks(uint256 seed) public {
        uint64[] memory ids = new uint64[](40);
        uint256[] memory prices = new uint256[](40);
        for (uint256 i = 0; i < ids.length; ++i) {
            seed = uint256(keccak256(abi.encode(seed, i)));
            prices[i] = 100_000 + (seed % 1000);
            ids[i] = post(poster, plainTerms(skillId, prices[i]));
            if (seed % 3 != 0) {
                uint256 j = (seed >> 16) % (i + 1);
                if (prices[j] != 0) {
                    vm.prank(ownerOf(poster));
                    taskMarket.cancel(ids[j]);
                    prices[j] = 0;
                }
            }
        }
        uint256 sum;
        for (uint256 i = 0; i < ids.length; ++i) {
            vm.assertEq(taskMarket.taskOf(ids[i]).price, prices[i], "price");
            sum += prices[i];
        }
        vm.assertEq(ledger.signedBalanceOf(address(taskMarket)), int256(sum), "escrow");
    }

    function _claimed(uint32 posterId, uint256 price) internal returns (uint64 taskId) {
        TaskTerms memory terms = plainTerms(skillId, price);
        terms.flags = TaskFlags.HUMAN_ONLY;
        taskId = post(posterId, terms);
        vm.prank(ownerOf(worker));
        taskMarket.claim(taskId, worker);
    }

    function _settlement(uint64 taskId, uint16 share) internal view returns (bytes32) {
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
                        worker,
                        share,
                        block.timestamp
                    )
                )
            );
    }
}
