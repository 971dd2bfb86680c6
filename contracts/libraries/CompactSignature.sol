// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Compact signatures
/// @notice Who signed, by EIP-2098: 64 bytes, the parity in the highest bit of `vs`. Half the gas around the precompile that a
/// general library needs, four times in a relayed task.
library CompactSignature {
    /// @dev Half the order of secp256k1: of the two values of s that a signer's key allows, only the lower one counts.
    uint256 private constant HALF_ORDER = 0x7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0;

    /// @return signer the zero address when nobody did
    function recover(bytes32 digest, bytes32 r, bytes32 vs) internal view returns (address signer) {
        assembly ("memory-safe") {
            let s := shr(1, shl(1, vs))
            if iszero(gt(s, HALF_ORDER)) {
                let input := mload(0x40)
                mstore(input, digest)
                mstore(add(input, 0x20), add(27, shr(255, vs)))
                mstore(add(input, 0x40), r)
                mstore(add(input, 0x60), s)
                // The precompile answers nothing, and leaves the zero, when the signature is none.
                mstore(0x00, 0)
                pop(staticcall(gas(), 1, input, 0x80, 0x00, 0x20))
                signer := mload(0x00)
            }
        }
    }
}
