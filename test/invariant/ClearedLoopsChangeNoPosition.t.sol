// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ClearingHandler} from "../kit/ClearingHandler.sol";
import {InvariantTest} from "../kit/Test.sol";

/// @notice A circle of debts that is cleared leaves every net position unchanged; nothing is paid twice, nobody else's money
/// pays, and `Clearing` keeps nothing.
contract ClearedLoopsChangeNoPosition is InvariantTest {
    ClearingHandler internal town;

    function setUp() public {
        town = new ClearingHandler();
        bytes4[] memory actions = new bytes4[](6);
        actions[0] = ClearingHandler.register.selector;
        actions[1] = ClearingHandler.clear.selector;
        actions[2] = ClearingHandler.settle.selector;
        actions[3] = ClearingHandler.cancel.selector;
        actions[4] = ClearingHandler.pay.selector;
        actions[5] = ClearingHandler.wait.selector;
        target(address(town), actions);
    }

    function invariant_ClearingLeavesEveryNetPositionUnchanged() public view {
        for (uint32 id = 1; id <= 6; ++id) {
            vm.assertEq(town.positionOf(id), town.expectedOf(id), "money and claims less debts");
        }
        vm.assertEq(town.kept(), int256(0), "what Clearing keeps");
        vm.assertTrue(town.mostRemaining(), "an obligation never grows");
        vm.assertEq(town.complaint(), "", "the town's own checks");
    }

    /// @dev A law that holds because nothing happens would be no law.
    function test_ATownThatClears() public {
        for (uint256 i; i < 120; ++i) {
            town.register(i, i + 1 + (i % 3), i * 7, 1e6 + i * 1e5, false);
            town.register(i, i + 2, i * 7, 1e6, true);
            town.clear(i, i * 12345 + 1, false, false);
            town.clear(i + 1, i + 2, i % 2 == 0, i % 2 == 1);
            town.settle(i, i * 1000 + 1, i % 5 == 4);
            town.pay(i, i + 3, i * 777);
            if (i % 10 == 9) town.cancel(i, i % 20 == 9);
            if (i % 15 == 14) town.wait(i * 20 days);
            invariant_ClearingLeavesEveryNetPositionUnchanged();
        }
        vm.assertGt(town.registered(), 50, "invoices");
        vm.assertGt(town.cleared(), 20, "circles cleared");
        vm.assertGt(town.settled(), 20, "invoices paid");
        vm.assertGt(town.cancelled(), 3, "invoices cancelled");
    }
}
