// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice A call somebody signed for a relayer to send.
/// @param nonce keyed: upper 192 bits a key of the signer's choice, lower 64 bits its sequence
struct ForwardRequest {
    address from;
    address to;
    uint256 value;
    uint256 gas;
    uint256 nonce;
    uint48 deadline;
    bytes data;
    bytes signature;
}

/// @title Forwarder
/// @notice OpenZeppelin's ERC-2771 forwarder with keyed nonces and ERC-1271 signers.
/// EIP-712 domain `PeerCommons Forwarder`, version 1; type
/// `ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)`.
interface IForwarder {
    event ExecutedForwardRequest(address indexed signer, uint256 nonce, bool success);

    error ForwarderExpired(uint48 deadline);
    error ForwarderBadSignature(address from);
    error ForwarderNotTrusted(address target);
    error ForwarderValueMismatch(uint256 requested, uint256 sent);
    error ForwarderOutOfGas();
    error InvalidAccountNonce(address account, uint256 currentNonce);

    /// @notice Sends one call; reverts with the call's own error.
    function execute(ForwardRequest calldata request) external payable;

    /// @notice Sends many; a request that is invalid or reverts is skipped and reported by its event (or none when invalid). Asking
    /// for more gas than a transaction may use is invalid.
    function executeBatch(ForwardRequest[] calldata requests) external payable returns (bool[] memory ok);

    function verify(ForwardRequest calldata request) external view returns (bool);

    function nonces(address owner, uint192 key) external view returns (uint256);
}
