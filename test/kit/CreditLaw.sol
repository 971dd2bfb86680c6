// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {CreditHandler} from "./CreditHandler.sol";
import {InvariantTest} from "./Test.sol";

/// @notice A law about money: the handler's town, and every action it may take.
abstract contract CreditLaw is InvariantTest {
    CreditHandler internal town;

    function setUp() public virtual {
        town = new CreditHandler();
        bytes4[] memory actions = new bytes4[](19);
        actions[0] = CreditHandler.pay.selector;
        actions[1] = CreditHandler.payBySig.selector;
        actions[2] = CreditHandler.transfer.selector;
        actions[3] = CreditHandler.transferFrom.selector;
        actions[4] = CreditHandler.collect.selector;
        actions[5] = CreditHandler.disburse.selector;
        actions[6] = CreditHandler.openEpoch.selector;
        actions[7] = CreditHandler.claim.selector;
        actions[8] = CreditHandler.refresh.selector;
        actions[9] = CreditHandler.freezeLine.selector;
        actions[10] = CreditHandler.freeze.selector;
        actions[11] = CreditHandler.leaveOrJoin.selector;
        actions[12] = CreditHandler.expire.selector;
        actions[13] = CreditHandler.renew.selector;
        actions[14] = CreditHandler.rotate.selector;
        actions[15] = CreditHandler.setRate.selector;
        actions[16] = CreditHandler.setSigma.selector;
        actions[17] = CreditHandler.wait.selector;
        actions[18] = CreditHandler.waitLong.selector;
        target(address(town), actions);
    }

    function assertNoComplaint() internal view {
        vm.assertEq(town.complaint(), "", "the town's own checks");
    }
}
