// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {BotsHandler} from "../kit/BotsHandler.sol";
import {InvariantTest} from "../kit/Test.sol";

/// @notice Law 9: of every bot payment, after capped compute and upstream, the commons and the pot get c in 50-90 %, the
/// creator 1 - c; parts add up exactly.
contract CommonsShare is InvariantTest {
    BotsHandler private _town;

    function setUp() public {
        _town = new BotsHandler();
        bytes4[] memory actions = new bytes4[](7);
        actions[0] = BotsHandler.register.selector;
        actions[1] = BotsHandler.pay.selector;
        actions[2] = BotsHandler.rotate.selector;
        actions[3] = BotsHandler.wait.selector;
        actions[4] = BotsHandler.push.selector;
        actions[5] = BotsHandler.gift.selector;
        actions[6] = BotsHandler.take.selector;
        target(address(_town), actions);
    }

    function invariant_EveryPushIsSharedByItsTerms() public view {
        vm.assertEq(_town.complaint(), "", "what every push was checked for");
    }

    function invariant_ThePotsAreWhole() public view {
        vm.assertTrue(_town.potsAreWhole(), "pots hold what pushes brought");
    }

    function invariant_NothingGetsStuckAtAPayee() public {
        vm.assertTrue(_town.everythingPushed(), "all payees are empty");
    }

    /// @dev A law that holds because nothing happens would be no law.
    function test_ATownWhereBotsEarn() public {
        for (uint256 i; i < 60; ++i) {
            if (i % 8 == 0) _town.register(i, uint16(i * 37), uint16(5000 + i * 60), uint16(2000 + i * 90));
            _town.pay(i, i, 1 + i * 12_345);
            if (i % 5 == 0) _town.wait(i * 5 hours);
            if (i % 7 == 0) _town.rotate(i, i % 2 == 0);
            if (i % 6 == 0) _town.gift(i, i, 1 + i * 777);
            _town.push(i);
            if (i % 11 == 0) _town.take(i);
        }
        vm.assertEq(_town.complaint(), "", "what every push was checked for");
        vm.assertGt(_town.pushes(), 30, "pushes");
        vm.assertGt(_town.shared(), 10e6, "PEER units shared out");
        vm.assertGt(_town.registered(), 7, "bots");
        vm.assertGt(_town.taken(), 1e6, "PEER units taken from pots");
    }
}
