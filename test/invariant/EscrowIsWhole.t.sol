// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {WorkLaw} from "../kit/WorkLaw.sol";

/// @notice Law 4: what open tasks lock equals what the task market holds. With law 1 across everybody at work.
contract EscrowIsWhole is WorkLaw {
    function invariant_WhatTasksLockIsWhatTheMarketHolds() public view {
        vm.assertEq(town.held(), int256(town.locked()), "escrow");
    }

    function invariant_AllBalancesSumToZero() public view {
        vm.assertEq(town.sumOfBalances(), 0, "sum of all balances");
    }

    function invariant_HandsHoldWhatTasksSay() public view {
        vm.assertTrue(town.handsMatch(), "tasks in hand");
    }

    function test_InATownThatWorks() public {
        busyTown();
        requireBusy();
        vm.assertEq(town.held(), int256(town.locked()), "escrow");
        vm.assertEq(town.sumOfBalances(), 0, "sum of all balances");
        vm.assertTrue(town.handsMatch(), "tasks in hand");
    }
}
