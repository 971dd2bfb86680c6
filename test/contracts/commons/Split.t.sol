// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bot} from "../../../contracts/interfaces/IBots.sol";
import {Parts, Split} from "../../../contracts/libraries/Split.sol";
import {Test} from "../../kit/Test.sol";

/// @notice Law 9 for one payment: the parts add up, and each is what the terms say to within one unit.
contract SplitTest is Test {
    function testFuzz_PartsAddUp(
        uint256 total,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps
    ) public pure {
        (uint256 amount, Parts memory parts) = _split(total, computeBps, commonsBps, potBps);
        uint256 sum = parts.compute + parts.upstream + parts.creator + parts.commons + parts.pot;
        vm.assertEq(sum, amount, "sum of the parts");
        vm.assertEq(parts.upstream, 0, "upstream, before works exist");
    }

    function testFuzz_EveryPartIsWithinOneUnitOfItsShare(
        uint256 total,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps
    ) public pure {
        (uint256 amount, Parts memory parts) = _split(total, computeBps, commonsBps, potBps);
        Bot memory terms = _terms(computeBps, commonsBps, potBps);
        uint256 left = 1e4 - terms.computeBps;
        _near(parts.compute, amount * terms.computeBps * 1e8, "compute");
        _near(parts.creator, amount * left * (1e4 - terms.commonsBps) * 1e4, "creator");
        _near(parts.pot, amount * left * terms.commonsBps * terms.potBps, "pot");
        _near(parts.commons, amount * left * terms.commonsBps * (1e4 - terms.potBps), "commons");
    }

    function testFuzz_ComputeIsCapped(
        uint256 total,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps
    ) public pure {
        (uint256 amount, Parts memory parts) = _split(total, computeBps, commonsBps, potBps);
        vm.assertLe(parts.compute * 5, amount, "five times the compute");
    }

    function testFuzz_CommonsAndPotGetHalfToNineTenths(
        uint256 total,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps
    ) public pure {
        (uint256 amount, Parts memory parts) = _split(total, computeBps, commonsBps, potBps);
        uint256 left = amount - parts.compute;
        uint256 ours = parts.commons + parts.pot;
        // One unit either way is the rounding of the two marks around it.
        vm.assertGe(ours * 2 + 2, left, "twice what commons and pot get");
        vm.assertLe(ours * 10, left * 9 + 10, "ten times what commons and pot get");
    }

    function test_TheExampleOfTheDesign() public pure {
        Parts memory parts = Split.partsOf(4_000_000, _terms(2000, 2000, 3000));
        vm.assertEq(parts.compute, 800_000, "compute");
        vm.assertEq(parts.creator, 960_000, "creator");
        vm.assertEq(parts.commons, 1_120_000, "commons");
        vm.assertEq(parts.pot, 1_120_000, "pot");
    }

    /// @dev part * 1e12 is less than 1e12 away from the exact share.
    function _near(uint256 part, uint256 exact, string memory what) private pure {
        uint256 scaled = part * 1e12;
        vm.assertLt(scaled > exact ? scaled - exact : exact - scaled, 1e12, what);
    }

    function _split(
        uint256 total,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps
    ) private pure returns (uint256 amount, Parts memory parts) {
        amount = bound(total, 0, type(uint96).max);
        parts = Split.partsOf(amount, _terms(computeBps, commonsBps, potBps));
    }

    /// @dev Any terms that `Bots` lets in.
    function _terms(uint16 computeBps, uint16 commonsBps, uint16 potBps) private pure returns (Bot memory) {
        return
            Bot({
                skillId: 1,
                creatorId: 1,
                computeBps: uint16(bound(computeBps, 0, 2000)),
                commonsBps: uint16(5000 + bound(commonsBps, 0, 4000)),
                potBps: uint16(2000 + bound(potBps, 0, 6000))
            });
    }
}
