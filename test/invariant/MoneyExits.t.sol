// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditLaw} from "../kit/CreditLaw.sol";

/// @notice Law 10, for money: whatever has happened, members can leave, are paid what they are owed, claim and rotate. The
/// handler complains when one of them fails; here everybody leaves at once, from any state it reached.
contract MoneyExits is CreditLaw {
    function invariant_NobodyIsHeldBack() public view {
        assertNoComplaint();
    }

    function invariant_EverybodyCanLeave() public {
        for (uint256 i; i < 6; ++i) {
            if (town.seated(i)) town.leaveOrJoin(i);
        }
        assertNoComplaint();
        (uint256 owed, uint256 held, uint256 seats, ) = town.income();
        vm.assertEq(owed + held + seats, 0, "what is left in the income account");
    }
}
