// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditLaw} from "../kit/CreditLaw.sol";

/// @notice Law 2: nothing but the ledger's one move changes a balance, so its `Transfer` events alone rebuild all of them.
contract OneWriter is CreditLaw {
    function invariant_TransfersRebuildEveryBalance() public view {
        for (uint256 i; i < town.holderCount(); ++i) {
            address holder = town.holders(i);
            vm.assertEq(town.rebuilt(holder), town.stored(holder), "balance rebuilt from events");
        }
    }
}
