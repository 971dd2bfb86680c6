// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ForwardRequest, IForwarder} from "../interfaces/IForwarder.sol";

/// @title Forwarder
/// @notice Sends calls that others signed; see `IForwarder`.
contract Forwarder is IForwarder, EIP712, NoncesKeyed {
    /* CONSTANTS */

    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
    );

    /// @notice Gas a contract signer may use to check its signature. Bounded, because a batch carries strangers' requests.
    uint256 public constant SIGNATURE_GAS = 300_000;

    /// @notice Gas a target may use to say whether it trusts this forwarder.
    uint256 public constant TRUST_GAS = 30_000;

    /* CONSTRUCTOR */

    constructor() EIP712("PeerCommons Forwarder", "1") {}

    /* SEND */

    /// @inheritdoc IForwarder
    function execute(ForwardRequest calldata request) external payable {
        if (msg.value != request.value) revert ForwarderValueMismatch(request.value, msg.value);
        if (block.timestamp > request.deadline) revert ForwarderExpired(request.deadline);
        if (!_isTrustedBy(request.to)) revert ForwarderNotTrusted(request.to);
        if (!_isSigned(request)) revert ForwarderBadSignature(request.from);
        _useCheckedNonce(request.from, request.nonce);

        if (!_send(request)) {
            assembly ("memory-safe") {
                let data := mload(0x40)
                returndatacopy(data, 0, returndatasize())
                revert(data, returndatasize())
            }
        }
        emit ExecutedForwardRequest(request.from, request.nonce, true);
    }

    /// @inheritdoc IForwarder
    function executeBatch(ForwardRequest[] calldata requests) external payable returns (bool[] memory ok) {
        uint256 requested;
        for (uint256 i; i < requests.length; ++i) {
            requested += requests[i].value;
        }
        if (requested != msg.value) revert ForwarderValueMismatch(requested, msg.value);

        ok = new bool[](requests.length);
        uint256 unspent;
        for (uint256 i; i < requests.length; ++i) {
            ForwardRequest calldata request = requests[i];
            if (verify(request)) {
                // Before the call, so that a target which comes back finds the nonce used.
                _useCheckedNonce(request.from, request.nonce);
                ok[i] = _send(request);
                emit ExecutedForwardRequest(request.from, request.nonce, ok[i]);
            }
            if (!ok[i]) unspent += request.value;
        }
        if (unspent != 0) Address.sendValue(payable(msg.sender), unspent);
    }

    /* VIEWS */

    /// @inheritdoc IForwarder
    function verify(ForwardRequest calldata request) public view returns (bool) {
        return
            block.timestamp <= request.deadline &&
            nonces(request.from, uint192(request.nonce >> 64)) == request.nonce &&
            _isTrustedBy(request.to) &&
            _isSigned(request);
    }

    /// @inheritdoc IForwarder
    function nonces(
        address owner,
        uint192 key
    ) public view override(IForwarder, NoncesKeyed) returns (uint256) {
        return super.nonces(owner, key);
    }

    /* INTERNAL */

    /// @dev Calls the target with the signer's address behind the data (ERC-2771). Return data is left where it is.
    function _send(ForwardRequest calldata request) private returns (bool success) {
        bytes memory data = abi.encodePacked(request.data, request.from);
        address to = request.to;
        uint256 value = request.value;
        uint256 gasRequested = request.gas;
        uint256 gasLeft;
        assembly ("memory-safe") {
            success := call(gasRequested, to, value, add(data, 0x20), mload(data), 0, 0)
            gasLeft := gas()
        }
        // A call gets at most 63/64 of what is there. Had the relayer sent too little for the call to get all it was
        // signed for, less than a 63rd of that would be left now. Then nothing must count, or a relayer could burn
        // nonces on calls it starved.
        if (gasLeft < gasRequested / 63) revert ForwarderOutOfGas();
    }

    /// @dev An address with code may still be somebody's key (EIP-7702), so the key is tried first.
    function _isSigned(ForwardRequest calldata request) private view returns (bool) {
        bytes32 digest = _hashTypedDataV4(
            keccak256(
                abi.encode(
                    REQUEST_TYPEHASH,
                    request.from,
                    request.to,
                    request.value,
                    request.gas,
                    request.nonce,
                    request.deadline,
                    keccak256(request.data)
                )
            )
        );
        (address recovered, ECDSA.RecoverError err, ) = ECDSA.tryRecoverCalldata(digest, request.signature);
        if (err == ECDSA.RecoverError.NoError && recovered == request.from) return true;
        if (request.from.code.length == 0) return false;
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, request.signature));
        return _ask(request.from, SIGNATURE_GAS, question) == bytes32(IERC1271.isValidSignature.selector);
    }

    /// @dev Without this, anyone could have the forwarder call what it holds rights at.
    function _isTrustedBy(address target) private view returns (bool) {
        bytes memory question = abi.encodeCall(ERC2771Context.isTrustedForwarder, (address(this)));
        return _ask(target, TRUST_GAS, question) == bytes32(uint256(1));
    }

    /// @dev One word of answer, or 0 when there is none.
    function _ask(
        address target,
        uint256 gasLimit,
        bytes memory question
    ) private view returns (bytes32 answer) {
        assembly ("memory-safe") {
            let success := staticcall(gasLimit, target, add(question, 0x20), mload(question), 0, 0x20)
            if and(success, gt(returndatasize(), 0x1f)) {
                answer := mload(0)
            }
        }
    }
}
