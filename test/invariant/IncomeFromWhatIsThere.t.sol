// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditLaw} from "../kit/CreditLaw.sol";

/// @notice Law 8: basic income pays only what arrived. What members are owed lies in the income account to the unit, it left
/// the commons before anybody was owed it, and the commons is never overdrawn.
contract IncomeFromWhatIsThere is CreditLaw {
    function invariant_WhatIsOwedIsThere() public view {
        (uint256 owed, uint256 held, uint256 seats, uint256 counted) = town.income();
        vm.assertEq(held, owed, "the income account and what it owes");
        vm.assertEq(seats, counted, "seats that take part");
        vm.assertGe(town.stored(town.holders(6)), int256(0), "the commons");
        assertNoComplaint();
    }
}
