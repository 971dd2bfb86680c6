// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {WorkLaw} from "../kit/WorkLaw.sol";

/// @notice Law 5, and law 10 for refunds: from any state, with everybody concerned silent, gone, frozen or with another key,
/// time and a stranger close every task, and its money is somebody's again.
contract EverythingCloses is WorkLaw {
    function invariant_TimeAloneClosesEveryTask() public {
        // Closing them all is long: every sixteenth state will do.
        if (town.acts() % 16 != 0) return;
        vm.assertEq(town.everybodyIsSilent(), 0, "tasks left open");
        vm.assertEq(town.complaint(), "", "what silence was refused");
        vm.assertEq(town.held(), 0, "money left in escrow");
    }

    function test_InATownThatWorks() public {
        busyTown();
        requireBusy();
        for (uint256 i = 0; i < 6; ++i) {
            town.freeze(i, false);
            town.post(i, 0, 400, 1, 1);
            if (i % 2 == 0) town.claim(i, i + 1, true);
            if (i % 4 == 0) town.work(i, false);
            town.freeze(i, true);
        }
        vm.assertGt(town.locked(), 0, "tasks are open");
        vm.assertEq(town.everybodyIsSilent(), 0, "tasks left open");
        vm.assertEq(town.complaint(), "", "what silence was refused");
        vm.assertEq(town.held(), 0, "money left in escrow");
        vm.assertEq(town.sumOfBalances(), 0, "sum of all balances");
    }
}
