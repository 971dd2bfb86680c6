// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditLaw} from "../kit/CreditLaw.sol";

/// @notice Law 1: the stored balances of all accounts, commons included, sum to exactly 0 after every call.
contract ZeroSum is CreditLaw {
    function invariant_StoredBalancesSumToZero() public view {
        (int256 sum, uint256 debts, uint256 total) = town.totals();
        vm.assertEq(sum, 0, "sum of all stored balances");
        vm.assertEq(total, debts, "the running total of debt");
    }

    /// @dev A law that holds because nothing happens would be no law: a scripted year must move money every way there is.
    function test_ATownWhereMoneyMoves() public {
        uint256 before = town.successes();
        for (uint256 i; i < 40; ++i) {
            town.pay(i, i + 1, i * 7 + 5e6 + 1);
            town.payBySig(i + 2, i + 5, 3e6 + i * 2 + 1, uint64(i));
            town.collect(i, 1e6 + 2 * i + 1, true);
            town.disburse(i + 3, 5e5, i % 3 == 0);
            town.wait(9 days);
            town.openEpoch();
            town.claim(i);
            if (i % 8 == 7) town.rotate(i, i);
            if (i % 9 == 8) town.leaveOrJoin(i);
        }
        (int256 sum, , ) = town.totals();
        vm.assertEq(sum, 0, "sum of all stored balances");
        vm.assertEq(town.complaint(), "", "the town's own checks");
        vm.assertGt(town.successes() - before, 200, "actions that succeeded");
        vm.assertGt(town.epochs(), 10, "epochs that gave something");
        vm.assertGt(town.claims(), 10, "claims that paid something");
        vm.assertGt(town.rotations(), 3, "rotations");
    }
}
