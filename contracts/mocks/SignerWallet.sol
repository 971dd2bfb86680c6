// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";

/// @notice A contract account: what its key signs counts as signed by it (ERC-1271). Can turn hostile.
contract SignerWallet is IERC1271 {
    address public immutable key;
    bool public hostile;

    constructor(address key_) {
        key = key_;
    }

    function setHostile(bool hostile_) external {
        hostile = hostile_;
    }

    /// @dev Hostile: burns all the gas it gets.
    function isValidSignature(bytes32 hash, bytes calldata signature) external view returns (bytes4) {
        while (hostile) {}
        return
            ECDSA.recoverCalldata(hash, signature) == key
                ? IERC1271.isValidSignature.selector
                : bytes4(0xffffffff);
    }

    /// @notice Calls anything, as a wallet does.
    function call(address to, bytes calldata data) external returns (bytes memory) {
        // solhint-disable-next-line avoid-low-level-calls
        (bool success, bytes memory result) = to.call(data);
        if (!success) {
            assembly ("memory-safe") {
                revert(add(result, 0x20), mload(result))
            }
        }
        return result;
    }
}
