// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PeopleHandler} from "./PeopleHandler.sol";
import {InvariantTest} from "./Test.sol";

/// @notice A law about people: the handler's town, and every action it may take.
abstract contract PeopleLaw is InvariantTest {
    PeopleHandler internal town;

    function setUp() public virtual {
        town = new PeopleHandler();
        bytes4[] memory actions = new bytes4[](9);
        actions[0] = PeopleHandler.join.selector;
        actions[1] = PeopleHandler.renew.selector;
        actions[2] = PeopleHandler.leave.selector;
        actions[3] = PeopleHandler.expire.selector;
        actions[4] = PeopleHandler.rotate.selector;
        actions[5] = PeopleHandler.delegate.selector;
        actions[6] = PeopleHandler.pay.selector;
        actions[7] = PeopleHandler.turn.selector;
        actions[8] = PeopleHandler.wait.selector;
        target(address(town), actions);
    }
}
