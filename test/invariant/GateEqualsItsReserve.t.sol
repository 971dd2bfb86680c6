// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {GateHandler} from "../kit/GateHandler.sol";
import {InvariantTest} from "../kit/Test.sol";

/// @notice Law 12: minus the gate's balance equals its own counted reserve.
contract GateEqualsItsReserve is InvariantTest {
    GateHandler internal town;

    function setUp() public {
        town = new GateHandler();
        bytes4[] memory actions = new bytes4[](6);
        actions[0] = GateHandler.deposit.selector;
        actions[1] = GateHandler.redeem.selector;
        actions[2] = GateHandler.pay.selector;
        actions[3] = GateHandler.donate.selector;
        actions[4] = GateHandler.delist.selector;
        actions[5] = GateHandler.wait.selector;
        target(address(town), actions);
    }

    function invariant_MinusTheGatesBalanceIsItsReserve() public view {
        vm.assertEq(-town.gateBalance(), int256(town.reserve()), "minus the gate's balance");
        vm.assertEq(town.limit(), town.reserve(), "the gate's line");
        (bool equal, bool covered) = town.counts();
        vm.assertTrue(equal, "the reserve is the sum of what accounts brought in");
        vm.assertTrue(covered, "the gate holds what it counts");
        vm.assertEq(town.complaint(), "", "the town's own checks");
    }

    /// @dev A law that holds because nothing happens would be no law.
    function test_ATownThatComesAndGoes() public {
        for (uint256 i; i < 80; ++i) {
            town.deposit(i, i / 2, (i % 2 == 0 ? 20e6 : 20e18) + i * 12345678);
            town.redeem(i, i / 2, 5e6 + i, false);
            town.redeem(i + 1, i, i * 1e6, i % 3 == 0);
            town.pay(i, i + 1, i * 1e5);
            town.donate(i, i * 777, i);
            if (i % 10 == 9) town.wait(i * 2 days);
            if (i % 25 == 24) town.delist(i);
            invariant_MinusTheGatesBalanceIsItsReserve();
        }
        vm.assertGt(town.deposits(), 30, "deposits");
        vm.assertGt(town.redemptions(), 30, "redemptions");
        vm.assertGt(town.refused(), 20, "refusals");
    }
}
