// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Payee
/// @notice The ledger account a bot's pay goes to: a function of its id alone. Nobody can know a key for it, so its money
/// leaves only by `Splitter`, and a task pays it without reading any storage.
library Payee {
    function addressOf(uint32 botId) internal pure returns (address) {
        return address(uint160(uint256(keccak256(abi.encode("PeerCommons bot", botId)))));
    }
}
