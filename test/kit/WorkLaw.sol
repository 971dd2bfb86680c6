// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ITaskMarket} from "../../contracts/interfaces/ITaskMarket.sol";
import {InvariantTest} from "./Test.sol";
import {WorkHandler} from "./WorkHandler.sol";

/// @notice A law about work: the town, and all that may happen in it.
abstract contract WorkLaw is InvariantTest {
    WorkHandler internal town;

    function setUp() public {
        town = new WorkHandler();
        bytes4[] memory actions = new bytes4[](17);
        actions[0] = WorkHandler.post.selector;
        actions[1] = WorkHandler.raise.selector;
        actions[2] = WorkHandler.cancel.selector;
        actions[3] = WorkHandler.review.selector;
        actions[4] = WorkHandler.deliver.selector;
        actions[5] = WorkHandler.claim.selector;
        actions[6] = WorkHandler.work.selector;
        actions[7] = WorkHandler.disagree.selector;
        actions[8] = WorkHandler.rule.selector;
        actions[9] = WorkHandler.settle.selector;
        actions[10] = WorkHandler.silence.selector;
        actions[11] = WorkHandler.wait.selector;
        actions[12] = WorkHandler.rotate.selector;
        actions[13] = WorkHandler.comeAndGo.selector;
        actions[14] = WorkHandler.freeze.selector;
        actions[15] = WorkHandler.push.selector;
        actions[16] = WorkHandler.relay.selector;
        target(address(town), actions);
    }

    /// @dev A busy year, always the same one: so that a law is not kept by nothing happening.
    function busyTown() internal {
        for (uint256 i = 0; i < 240; ++i) {
            uint256 r = uint256(keccak256(abi.encode(i)));
            if (i % 2 == 0) town.post(r, r >> 8, r >> 16, uint8(r >> 24), uint8(r >> 32));
            if (r % 7 == 0) town.raise(r, r >> 40);
            if (r % 13 == 0) town.cancel(r);
            if (r % 3 == 0) town.deliver(r, r >> 48, r % 4 == 0);
            town.claim(r, r >> 56, true);
            town.work(r, r % 5 == 0);
            if (r % 2 == 0) town.review(r, uint8(r >> 64));
            if (r % 3 == 1) town.disagree(r, r % 2 == 0);
            if (r % 4 == 1) town.rule(r, uint8(r >> 72));
            if (r % 5 == 1) town.settle(r, uint16(r >> 80));
            if (r % 3 == 2) town.silence(r);
            if (r % 4 == 2) town.wait(r % 3 days);
            if (r % 17 == 0) town.rotate(r);
            if (r % 23 == 0) town.comeAndGo(r);
            if (r % 29 == 0) town.freeze(r, r % 2 == 0);
            if (r % 11 == 0) town.push(r);
        }
        for (uint256 i = 0; i < 40; ++i) {
            uint256 r = uint256(keccak256(abi.encode("signed", i)));
            town.silence(r);
            town.post(r, r >> 8, 24 * 19, uint8(r >> 24), uint8(r >> 32));
            town.relay(r, r >> 88);
            town.relay(r >> 8, r >> 96);
        }
    }

    function requireBusy() internal view {
        bytes4[18] memory acts = [
            ITaskMarket.post.selector,
            ITaskMarket.raise.selector,
            ITaskMarket.cancel.selector,
            ITaskMarket.deliver.selector,
            ITaskMarket.decline.selector,
            ITaskMarket.lapse.selector,
            ITaskMarket.claim.selector,
            ITaskMarket.release.selector,
            ITaskMarket.expireClaim.selector,
            ITaskMarket.submit.selector,
            ITaskMarket.requestRevision.selector,
            ITaskMarket.accept.selector,
            ITaskMarket.reject.selector,
            ITaskMarket.concede.selector,
            ITaskMarket.dispute.selector,
            ITaskMarket.rule.selector,
            ITaskMarket.settle.selector,
            ITaskMarket.refund.selector
        ];
        for (uint256 i = 0; i < acts.length; ++i) {
            vm.assertGt(town.done(acts[i]), 0, vm.toString(i));
        }
        for (uint32 kind = 1; kind <= 5; ++kind) {
            vm.assertGt(town.done(bytes4(kind)), 0, "signed acts of every kind");
        }
        vm.assertEq(bytes(town.complaint()).length, 0, town.complaint());
    }
}
