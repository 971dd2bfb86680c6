// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PeopleLaw} from "../kit/PeopleLaw.sol";

/// @notice Law 10: leaving, expiring and changing keys always work; no personhood check, debt or lapse can stop them,
/// whatever its code does.
contract ExitsAlwaysWork is PeopleLaw {
    function invariant_NoExitEverFailed() public view {
        vm.assertEq(town.complaint(), "", "what every exit was checked for");
    }

    function invariant_EverybodyCanGoFromAnyState() public {
        town.everybodyGoes();
        vm.assertEq(town.complaint(), "", "what every exit was checked for");
    }

    /// @dev A law that holds because nothing happens would be no law.
    function test_ATownWherePeopleComeAndGo() public {
        for (uint256 i; i < 80; ++i) {
            town.join(i);
            town.pay(i, i + 1, 1e6 * i + 1);
            if (i % 3 == 0) town.delegate(i, i + 2);
            if (i % 4 == 0) town.rotate(i / 4);
            if (i % 5 == 0) town.leave(i / 5);
            if (i % 6 == 0) town.wait(i * 1 days);
            if (i % 7 == 0) town.expire(i / 7);
            if (i > 40 && i % 3 == 0) town.turn(uint8(i));
        }
        for (uint256 i; i < 6; ++i) {
            town.wait(50 days);
            town.expire(i);
        }
        vm.assertEq(town.complaint(), "", "what every exit was checked for");
        vm.assertGt(town.joins(), 8, "people who joined");
        vm.assertGt(town.exits(), 5, "people who left");
        vm.assertGt(town.rotations(), 10, "keys changed");
        vm.assertGt(town.expiries(), 1, "seats expired");
    }
}
