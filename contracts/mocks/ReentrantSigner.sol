// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";

/// @notice A contract account that agrees to everything, and calls back whatever it was told to while it is asked.
contract ReentrantSigner {
    address public target;
    bytes public data;
    /// @notice How many of its calls back went through.
    uint256 public returned;

    function aim(address target_, bytes calldata data_) external {
        target = target_;
        data = data_;
    }

    /* solhint-disable avoid-low-level-calls */

    /// @dev Not a view, as a hostile one would not be. Whatever comes of the call, it agrees.
    function isValidSignature(bytes32, bytes calldata) external returns (bytes4) {
        (bool success, ) = target.call(data);
        if (success) ++returned;
        return IERC1271.isValidSignature.selector;
    }

    function act(address to, bytes calldata data_) external returns (bytes memory result) {
        bool success;
        (success, result) = to.call(data_);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
    }
}
