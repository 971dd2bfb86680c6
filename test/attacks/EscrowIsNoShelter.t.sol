// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice Refunds carry the locked time's demurrage, however the price was put together: an escrow is no shelter.
contract EscrowIsNoShelterTest is System {
    uint32 internal holder;
    uint24 internal skillId;
    uint256 internal lockedDay;

    function setUp() public {
        deploySystem();
        holder = seatFounder(actor("holder"));
        for (uint256 i; i < 5; ++i) {
            seatFounder(actor(string.concat("payer", vm.toString(i))));
        }
        sealSystem();
        skillId = createSkill(holder, "logo");
        for (uint256 i; i < 5; ++i) {
            vm.prank(actor(string.concat("payer", vm.toString(i))));
            ledger.pay(actor("holder"), 10 * PEER, 0);
        }
        lockedDay = block.timestamp / 1 days;
    }

    function postFor60Days(uint256 price) internal returns (uint64) {
        TaskTerms memory terms = plainTerms(skillId, price);
        terms.deadlineHour = uint24(block.timestamp / 3600 + 60 * 24);
        return post(holder, terms);
    }

    function test_OneUnitOfCreditDoesNotFreeTheRestOfDemurrage() public {
        uint64 taskId = postFor60Days(50 * PEER + 1);
        skip(60 days);
        taskMarket.refund(taskId);
        uint256 due = ledger.demurrageSince(50 * PEER, uint16(lockedDay));
        vm.assertGt(due, 500_000, "two months cost more than half a PEER");
        vm.assertLe(ledger.signedBalanceOf(actor("holder")), int256(50 * PEER - due), "what came back");
    }

    function test_APriceDrawnOnCreditComesBackWhole() public {
        postFor60Days(50 * PEER);
        uint64 taskId = postFor60Days(10 * PEER);
        skip(30 days);
        vm.prank(actor("holder"));
        taskMarket.cancel(taskId);
        vm.assertEq(ledger.signedBalanceOf(actor("holder")), 0, "back at zero");
    }

    function test_TinyRaisesDoNotMakeTheMoneyYounger() public {
        uint64 taskId = postFor60Days(49 * PEER);
        uint256 price = 49 * PEER;
        skip(59 days);
        vm.startPrank(actor("holder"));
        for (uint256 i; i < 59; ++i) {
            taskMarket.raise(taskId, uint64(++price));
        }
        int256 before = ledger.signedBalanceOf(actor("holder"));
        taskMarket.cancel(taskId);
        vm.stopPrank();
        uint256 due = ledger.demurrageSince(49 * PEER, uint16(lockedDay));
        int256 back = ledger.signedBalanceOf(actor("holder")) - before;
        vm.assertLe(back, int256(price - due), "what came back");
    }
}
