// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Demurrage} from "../libraries/Demurrage.sol";

/// @notice The library's door for tests.
contract DemurrageProbe {
    function charge(uint256 balance, uint256 exponent) external pure returns (uint256) {
        return Demurrage.charge(balance, exponent);
    }

    function charges(
        uint256[] calldata balances,
        uint256[] calldata exponents
    ) external pure returns (uint256[] memory all) {
        all = new uint256[](balances.length);
        for (uint256 i; i < all.length; ++i) {
            all[i] = Demurrage.charge(balances[i], exponents[i]);
        }
    }
}
