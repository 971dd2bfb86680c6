// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskTerms} from "../../../contracts/interfaces/ITaskMarket.sol";
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
}
