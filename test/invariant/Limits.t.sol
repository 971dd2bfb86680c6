// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditLaw} from "../kit/CreditLaw.sol";

/// @notice Law 3: no spend leaves an account below minus its limit; lowering a limit never forces repayment. See the checks
/// that `CreditHandler` makes after every spend.
contract Limits is CreditLaw {
    function invariant_NoSpendGoesBelowTheLimit() public view {
        assertNoComplaint();
    }
}
