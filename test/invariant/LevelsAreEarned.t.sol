// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {TaskFlags, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "../kit/System.sol";
import {WorkLaw} from "../kit/WorkLaw.sol";

/// @notice Law 7: no transfer, purchase or policy raises a level; a ring of k people can mint at most k issuing budgets per epoch.
contract LevelsAreEarned is WorkLaw {
    function invariant_OnlyDecidedWorkMovesAStanding() public view {
        vm.assertEq(town.complaint(), "", "what every act was checked for");
    }

    function invariant_AnEpochMintsAtMostEverybodysBudgets() public view {
        vm.assertLe(town.minted(block.timestamp / 7 days), town.budgets(), "points minted this epoch");
    }

    function test_InATownThatWorks() public {
        busyTown();
        requireBusy();
        vm.assertEq(town.complaint(), "", "what every act was checked for");
        vm.assertGt(
            town.minted(block.timestamp / 7 days) + town.minted(1_800_000_000 / uint256(7 days)),
            0,
            "points"
        );
    }
}

/// @notice A ring that does nothing but work for itself, in as many skills as it likes.
contract RingTest is System {
    uint32[] internal ring;
    uint24[] internal skills_;

    function setUp() public {
        deploySystem();
        for (uint256 i = 0; i < 5; ++i) {
            ring.push(seatFounder(actor(string.concat("ring", vm.toString(i)))));
        }
        sealSystem();
        for (uint256 i = 0; i < 12; ++i) {
            skills_.push(createSkill(ring[0], string.concat("ring-", vm.toString(i))));
        }
        vm.warp((block.timestamp / 7 days + 1) * 7 days);
    }

    /// @dev Twelve skills, each pair both ways, at the whole of everybody's line: far more than the budgets would be asked for.
    function test_MintsItsBudgetsAndNoMore(uint256 k) public {
        k = bound(k, 2, 5);
        uint256 before = block.timestamp / 7 days;
        for (uint256 s = 0; s < skills_.length; ++s) {
            for (uint256 i = 0; i < k; ++i) {
                _task(ring[i], ring[(i + 1) % k], skills_[s], 8 * PEER);
            }
        }
        vm.assertEq(block.timestamp / 7 days, before, "all in one epoch");
        uint256 points;
        for (uint256 s = 0; s < skills_.length; ++s) {
            for (uint256 i = 0; i < k; ++i) {
                points += levels.standingOf(ring[i], skills_[s]).points;
            }
        }
        vm.assertEq(points, k * levels.BUDGET(), "points of the ring");
    }

    /// @dev Money, however much and from whomever, is no work.
    function test_MoneyBuysNoPoints(uint256 amount) public {
        amount = bound(amount, 1, 10 * PEER);
        address other = ownerOf(ring[1]);
        vm.prank(ownerOf(ring[0]));
        ledger.pay(other, amount, 0);
        vm.assertEq(levels.standingOf(ring[1], skills_[0]).points, 0, "points");
        vm.assertEq(levels.histogram(skills_[0]), 0, "histogram");
    }

    function _task(uint32 poster, uint32 worker, uint24 skillId, uint256 price) internal {
        TaskTerms memory terms = plainTerms(skillId, price);
        terms.flags = TaskFlags.HUMAN_ONLY;
        uint64 taskId = post(poster, terms);
        vm.startPrank(ownerOf(worker));
        taskMarket.claim(taskId, worker);
        taskMarket.submit(taskId, keccak256("work"));
        vm.stopPrank();
        vm.prank(ownerOf(poster));
        taskMarket.accept(taskId, 5);
    }
}
