// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {PeopleLaw} from "../kit/PeopleLaw.sol";

/// @notice One seat is one vote: the seat count, the seats held, the votes delegated and their supply are the same number, and
/// ids and addresses name each other.
contract SeatsAreVotes is PeopleLaw {
    function invariant_SeatsHeldAreCounted() public view {
        (uint256 counted, uint256 held, ) = town.seats();
        vm.assertEq(counted, held, "seats counted and held");
    }

    function invariant_EverySeatIsOneVote() public {
        (uint256 counted, , uint256 votes) = town.seats();
        vm.assertEq(votes, counted, "votes of all addresses");
        vm.assertEq(town.pastSupply(), counted, "supply of votes");
    }

    function invariant_IdsAndAddressesNameEachOther() public view {
        vm.assertTrue(town.namesMatch(), "ids and addresses");
    }
}
