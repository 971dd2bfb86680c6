// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Demurrage} from "../../../contracts/libraries/Demurrage.sol";
import {Test} from "../../kit/Test.sol";

contract DemurrageTest is Test {
    function testFuzz_NeverMoreThanTheBalance(uint96 balance, uint40 exponent) public pure {
        vm.assertLe(Demurrage.charge(balance, exponent), balance, "charge");
    }

    function testFuzz_SomethingWheneverTimePassed(uint96 balance, uint40 exponent) public pure {
        uint256 charge = Demurrage.charge(balance, exponent);
        vm.assertEq(charge == 0, balance == 0 || exponent == 0, "no charge only when nothing is due");
    }

    /// @dev Touching an account on the way costs it at most a unit, and the slack, for every touch; it never pays.
    function testFuzz_TouchingOnTheWayNeverPays(uint64 balance, uint32 first, uint32 second) public pure {
        uint256 once = Demurrage.charge(balance, uint256(first) + second);
        uint256 part = Demurrage.charge(balance, first);
        uint256 twice = part + Demurrage.charge(balance - part, second);
        uint256 slack = 3 + (uint256(balance) >> 46);
        vm.assertLe(once, twice + slack, "touching twice saves nothing worth a call");
        vm.assertLe(twice, once + slack, "touching twice costs nearly nothing");
    }

    function testFuzz_MoreTimeNeverTakesMuchLess(uint64 balance, uint40 exponent, uint16 more) public pure {
        uint256 slack = 1 + (uint256(balance) >> 47);
        vm.assertLe(
            Demurrage.charge(balance, exponent),
            Demurrage.charge(balance, uint256(exponent) + more) + slack,
            "a longer time takes as much"
        );
    }

    /// @dev One halving after 2^32: the only exponents with answers everybody knows.
    function testFuzz_HalvesExactly(uint64 balance, uint8 halvings) public pure {
        uint256 n = bound(halvings, 1, 95);
        uint256 charge = Demurrage.charge(balance, n << 32);
        uint256 exact = balance - (uint256(balance) >> n);
        vm.assertGe(charge, exact, "rounded against the holder");
        vm.assertLe(charge, exact + 1, "by at most one unit");
    }
}
