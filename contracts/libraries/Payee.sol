// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Payee
/// @notice Ledger accounts that are a function of an id alone. Nobody can know a key for one, so its money leaves only by
/// `Splitter`, and whoever pays it reads no storage to find it.
library Payee {
    /// @notice Where a bot's pay goes: the low 160 bits of keccak256("PeerCommons bot" as bytes32, the id as uint256).
    function addressOf(uint32 botId) internal pure returns (address) {
        return _keyless("PeerCommons bot", botId);
    }

    /// @notice Where a skill's pot lies, made alike with "PeerCommons pot".
    function potOf(uint24 skillId) internal pure returns (address) {
        return _keyless("PeerCommons pot", skillId);
    }

    /// @dev Cut to 160 bits here, because the ledger finds words in assembly, where a cast would leave the upper bits in place.
    function _keyless(bytes32 kind, uint256 id) private pure returns (address account) {
        assembly ("memory-safe") {
            mstore(0x00, kind)
            mstore(0x20, id)
            account := shr(96, shl(96, keccak256(0x00, 0x40)))
        }
    }
}
