// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Demurrage} from "../../contracts/libraries/Demurrage.sol";
import {TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";

/// @notice Law 11, for money: days in escrow cost what they cost when they passed, not what a later rate would have taken.
contract LockedTimeKeepsItsRateTest is System {
    function test_ANewRateDoesNotReachBack() public {
        deploySystem();
        uint32 poster = seatFounder(actor("poster"));
        seatFounder(actor("payer"));
        sealSystem();
        uint24 skillId = createSkill(poster, "logo");
        vm.prank(actor("payer"));
        ledger.pay(actor("poster"), 10 * PEER, 0);
        TaskTerms memory terms = plainTerms(skillId, 10 * PEER);
        terms.deadlineHour = uint24(block.timestamp / 3600 + 60 * 24);
        uint64 taskId = post(poster, terms);
        (, uint40 locked, ) = ledger.rate();
        skip(60 days);
        (uint24 rate, , ) = ledger.rate();
        vm.prank(governor);
        ledger.setRate(rate + 342_966);
        (, uint40 present, ) = ledger.rate();
        taskMarket.refund(taskId);
        uint256 due = Demurrage.charge(10 * PEER, present - locked);
        vm.assertEq(ledger.signedBalanceOf(actor("poster")), int256(10 * PEER - due), "what came back");
    }

    function test_EachDayCostsWhatItCostThen() public {
        deploySystem();
        seatFounder(actor("founder"));
        sealSystem();
        uint16[5] memory fromDay;
        uint40[5] memory locked;
        for (uint256 i; i < 5; ++i) {
            uint24 rate;
            (rate, locked[i], ) = ledger.rate();
            fromDay[i] = uint16(block.timestamp / 1 days);
            skip(8 days);
            vm.prank(governor);
            ledger.setRate(i == 2 ? rate - 300_000 : rate + 342_966);
            skip(3 days);
        }
        (, uint40 present, ) = ledger.rate();
        for (uint256 i; i < 5; ++i) {
            uint256 due = Demurrage.charge(10 * PEER, present - locked[i]);
            vm.assertEq(ledger.demurrageSince(10 * PEER, fromDay[i]), due, "since that day");
        }
    }
}
