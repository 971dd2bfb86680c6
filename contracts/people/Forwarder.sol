// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC1271} from "@openzeppelin/contracts/interfaces/IERC1271.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Address} from "@openzeppelin/contracts/utils/Address.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ForwardRequest, IForwarder} from "../interfaces/IForwarder.sol";

/// @title Forwarder
/// @notice Sends calls that others signed; see `IForwarder`.
contract Forwarder is IForwarder, EIP712 {
    /* CONSTANTS */

    bytes32 private constant REQUEST_TYPEHASH = keccak256(
        "ForwardRequest(address from,address to,uint256 value,uint256 gas,uint256 nonce,uint48 deadline,bytes data)"
    );

    /// @notice Gas a contract signer may use to check its signature. Bounded, because a batch carries strangers' requests.
    uint256 public constant SIGNATURE_GAS = 300_000;

    /// @notice Gas a target may use to say whether it trusts this forwarder.
    uint256 public constant TRUST_GAS = 30_000;

    /// @notice Most gas a request may ask for: what one transaction may use (EIP-7825). A batch passes over a stranger's request
    /// for more, which would undo everybody else's. Less is for the relayer to bring, and for its estimate to find: it is not
    /// passed over, for then the cheapest batch would be one that sends nothing.
    uint256 public constant MOST_GAS = 1 << 24;

    /* STORAGE */

    struct Sequence {
        uint256 next;
    }

    mapping(address owner => mapping(uint256 key => Sequence)) private _sequences;

    /* CONSTRUCTOR */

    constructor() EIP712("PeerCommons Forwarder", "1") {}

    /* SEND */

    /// @inheritdoc IForwarder
    function execute(ForwardRequest calldata request) external payable {
        if (msg.value != request.value) revert ForwarderValueMismatch(request.value, msg.value);
        if (block.timestamp > request.deadline) revert ForwarderExpired(request.deadline);
        if (!_isTrustedBy(request.to)) revert ForwarderNotTrusted(request.to);
        bytes memory data = _dataOf(request);
        if (!_isSigned(request, data)) revert ForwarderBadSignature(request.from);
        Sequence storage sequence = _sequenceOf(request);
        uint256 next = sequence.next;
        if (next != uint64(request.nonce)) {
            revert InvalidAccountNonce(request.from, ((request.nonce >> 64) << 64) | next);
        }
        _use(sequence, next);

        if (!_send(request, data)) {
            assembly ("memory-safe") {
                let reason := mload(0x40)
                returndatacopy(reason, 0, returndatasize())
                revert(reason, returndatasize())
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
            Sequence storage sequence = _sequenceOf(request);
            uint256 next = sequence.next;
            if (_isDue(request, next)) {
                bytes memory data = _dataOf(request);
                if (_isSigned(request, data)) {
                    // Before the call, so that a target which comes back finds the nonce used.
                    _use(sequence, next);
                    bool success = _send(request, data);
                    ok[i] = success;
                    emit ExecutedForwardRequest(request.from, request.nonce, success);
                }
            }
            if (!ok[i]) unspent += request.value;
        }
        if (unspent != 0) Address.sendValue(payable(msg.sender), unspent);
    }

    /* VIEWS */

    /// @inheritdoc IForwarder
    function verify(ForwardRequest calldata request) public view returns (bool) {
        return _isDue(request, _sequenceOf(request).next) && _isSigned(request, _dataOf(request));
    }

    /// @inheritdoc IForwarder
    function nonces(address owner, uint192 key) external view returns (uint256) {
        return (uint256(key) << 64) | _sequences[owner][key].next;
    }

    /* INTERNAL */

    /// @dev Everything but the signature.
    function _isDue(ForwardRequest calldata request, uint256 next) private view returns (bool) {
        return
            block.timestamp <= request.deadline &&
            request.gas <= MOST_GAS &&
            next == uint64(request.nonce) &&
            _isTrustedBy(request.to);
    }

    function _sequenceOf(ForwardRequest calldata request) private view returns (Sequence storage) {
        return _sequences[request.from][request.nonce >> 64];
    }

    /// @dev Nobody uses 2^64 of them.
    function _use(Sequence storage sequence, uint256 next) private {
        unchecked {
            sequence.next = next + 1;
        }
    }

    /// @dev What the target is sent: the signed data, and the signer's address behind it (ERC-2771).
    function _dataOf(ForwardRequest calldata request) private pure returns (bytes memory) {
        return abi.encodePacked(request.data, request.from);
    }

    /// @dev Calls the target. Return data is left where it is.
    function _send(ForwardRequest calldata request, bytes memory data) private returns (bool success) {
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
    /// @param data what `_dataOf` made of the request
    function _isSigned(ForwardRequest calldata request, bytes memory data) private view returns (bool) {
        bytes32 digest = _hashTypedDataV4(_structHash(request, data));
        (address recovered, ECDSA.RecoverError err, ) = ECDSA.tryRecoverCalldata(digest, request.signature);
        if (err == ECDSA.RecoverError.NoError && recovered == request.from) return true;
        if (request.from.code.length == 0) return false;
        bytes memory question = abi.encodeCall(IERC1271.isValidSignature, (digest, request.signature));
        return _ask(request.from, SIGNATURE_GAS, question) == bytes32(IERC1271.isValidSignature.selector);
    }

    /// @dev `keccak256(abi.encode(REQUEST_TYPEHASH, from, to, value, gas, nonce, deadline, keccak256(request.data)))`: the six
    /// stand in the request in that order. The short ones are read on the way here, which refuses a word with more than fits them.
    function _structHash(
        ForwardRequest calldata request,
        bytes memory data
    ) private pure returns (bytes32 hash) {
        bytes32 typehash = REQUEST_TYPEHASH;
        assembly ("memory-safe") {
            let words := mload(0x40)
            mstore(words, typehash)
            calldatacopy(add(words, 0x20), request, 0xc0)
            // The signer's 20 bytes at the end are not part of what was signed.
            mstore(add(words, 0xe0), keccak256(add(data, 0x20), sub(mload(data), 20)))
            hash := keccak256(words, 0x100)
        }
    }

    /// @dev Without this, anyone could have the forwarder call what it holds rights at.
    /// The question fits the scratch space: a selector and a word.
    function _isTrustedBy(address target) private view returns (bool trusted) {
        bytes32 selector = ERC2771Context.isTrustedForwarder.selector;
        assembly ("memory-safe") {
            mstore(0x00, selector)
            mstore(0x04, address())
            let success := staticcall(TRUST_GAS, target, 0x00, 0x24, 0x00, 0x20)
            trusted := and(and(success, gt(returndatasize(), 0x1f)), eq(mload(0x00), 1))
        }
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
