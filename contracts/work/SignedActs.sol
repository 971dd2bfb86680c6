// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";

import {ISignedActs} from "../interfaces/ISignedActs.sol";
import {TaskState} from "../interfaces/ITaskMarket.sol";
import {CompactSignature} from "../libraries/CompactSignature.sol";
import {TaskSlot} from "../libraries/TaskLane.sol";
import {TaskWord} from "../libraries/TaskWord.sol";
import {TaskActs} from "./TaskActs.sol";

/// @title SignedActs
/// @notice See `ISignedActs`: a batch of acts that others signed, each on its own.
/// @dev What is signed names the state it is for: who, price and instant are read from the task, not from the batch, so a
/// signature for any other state recovers to somebody else. An act leaves `changedAt` later than the instant it was signed
/// for, and no later state in which the same kind of act is possible has an earlier one. So nothing is done twice, without a
/// nonce. A post is for the one lock that comes next.
abstract contract SignedActs is ISignedActs, TaskActs, EIP712 {
    using TaskWord for uint256;

    /* CONSTANTS */

    uint256 private constant POST = 1;
    uint256 private constant CLAIM = 2;
    uint256 private constant SUBMIT = 3;
    uint256 private constant ACCEPT = 4;
    uint256 private constant DELIVER = 5;
    /// @dev Bytes of an act, a byte per kind.
    uint256 private constant SIZES = (129 << 8) | (81 << 16) | (109 << 24) | (78 << 32) | (113 << 40);
    uint256 private constant MOST_ACTS = 256;

    // Where things stand in `perform`'s calldata, its selector first.
    uint256 private constant R = 5;
    uint256 private constant VS = 37;
    uint256 private constant UNTIL = 69;
    uint256 private constant TASK = 73;
    uint256 private constant REST = 81;

    bytes32 private constant POST_TYPE = keccak256(
        "Post(uint64 taskId,uint24 skillId,uint64 price,uint24 deadlineHour,uint8 effort,uint8 claimHours,uint16 reviewHours,uint8 flags,uint8 quotedBand,bytes32 contentId,uint32 until)"
    );
    bytes32 private constant CLAIM_TYPE = keccak256(
        "Claim(uint64 taskId,uint32 memberId,uint64 price,uint32 since,uint32 until)"
    );
    bytes32 private constant SUBMIT_TYPE = keccak256(
        "Submit(uint64 taskId,uint32 workerId,bytes32 deliverableId,uint32 since,uint32 until)"
    );
    bytes32 private constant ACCEPT_TYPE = keccak256(
        "Accept(uint64 taskId,uint32 workerId,uint64 price,uint8 rating,uint32 since,uint32 until)"
    );
    bytes32 private constant DELIVER_TYPE = keccak256(
        "Deliver(uint64 taskId,uint32 botId,bytes32 deliverableId,uint32 since,uint32 until)"
    );

    /* ANYONE */

    /// @inheritdoc ISignedActs
    function relay(bytes calldata acts) external returns (uint256 done) {
        bytes32 selector = ISignedActs.perform.selector;
        uint256 next;
        uint256 end;
        assembly ("memory-safe") {
            next := acts.offset
            end := add(next, acts.length)
        }
        uint256 index;
        unchecked {
            while (next < end) {
                uint256 size = (SIZES >> (8 * (_word(next) >> 248))) & 0xff;
                if (size == 0 || next + size > end || index == MOST_ACTS)
                    revert TaskMarketActMalformed(index);
                bool success;
                assembly ("memory-safe") {
                    let data := mload(0x40)
                    mstore(data, selector)
                    calldatacopy(add(data, 4), next, size)
                    success := call(gas(), address(), 0, data, add(size, 4), 0, 0)
                }
                if (success) done |= 1 << index;
                else _skipped(index);
                next += size;
                ++index;
            }
        }
    }

    /* ITSELF */

    /// @inheritdoc ISignedActs
    function perform() external {
        if (msg.sender != address(this)) revert TaskMarketNotItself(msg.sender);
        uint256 kind;
        uint256 until;
        uint64 taskId;
        assembly ("memory-safe") {
            kind := byte(0, calldataload(4))
            until := shr(224, calldataload(UNTIL))
            taskId := shr(192, calldataload(TASK))
        }
        if (block.timestamp >= until) revert TaskMarketActExpired(taskId, until);
        if (kind == SUBMIT) _signedSubmit(taskId, until);
        else if (kind == CLAIM) _signedClaim(taskId, until);
        else if (kind == POST) _signedPost(taskId, until);
        else if (kind == ACCEPT) _signedAccept(taskId, until);
        else _signedDeliver(taskId, until);
    }

    /* INTERNAL: KINDS */

    function _signedPost(uint64 taskId, uint256 until) private {
        bytes32 contentId = bytes32(_word(REST));
        uint256 terms = _word(REST + 32) >> 96;
        bytes32 typehash = POST_TYPE;
        bytes32 hash;
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, typehash)
            mstore(add(m, 0x20), taskId)
            mstore(add(m, 0x40), shr(136, terms))
            mstore(add(m, 0x60), and(shr(72, terms), 0xffffffffffffffff))
            mstore(add(m, 0x80), and(shr(48, terms), 0xffffff))
            mstore(add(m, 0xa0), and(shr(40, terms), 0xff))
            mstore(add(m, 0xc0), and(shr(32, terms), 0xff))
            mstore(add(m, 0xe0), and(shr(16, terms), 0xffff))
            mstore(add(m, 0x100), and(shr(8, terms), 0xff))
            mstore(add(m, 0x120), and(terms, 0xff))
            mstore(add(m, 0x140), contentId)
            mstore(add(m, 0x160), until)
            hash := keccak256(m, 0x180)
        }
        address owner = _owner(uint32(taskId >> 32));
        _requireSigner(taskId, owner, hash);
        uint64 posted = _post(uint32(taskId >> 32), owner, terms, contentId);
        if (posted != taskId) revert TaskMarketActNotNext(taskId, posted);
    }

    function _signedClaim(uint64 taskId, uint256 until) private {
        uint32 memberId = uint32(_word(REST) >> 224);
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        uint256 account = _renewed(memberId, _account(memberId));
        bytes32 hash = _hash(CLAIM_TYPE, taskId, memberId, word.price(), _since(taskId, word), until);
        _requireSigner(taskId, address(uint160(account)), hash);
        _claim(taskId, slot, word, memberId, account);
    }

    function _signedSubmit(uint64 taskId, uint256 until) private {
        uint256 deliverableId = _word(REST);
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Claimed);
        uint32 workerId = word.workerId();
        bytes32 hash = _hash(SUBMIT_TYPE, taskId, workerId, deliverableId, _since(taskId, word), until);
        _requireSigner(taskId, _owner(workerId), hash);
        _submit(taskId, slot, word, bytes32(deliverableId));
    }

    function _signedAccept(uint64 taskId, uint256 until) private {
        uint8 rating = uint8(_word(REST) >> 248);
        (uint256 word, TaskSlot storage slot) = _loadReviewable(taskId);
        bytes32 typehash = ACCEPT_TYPE;
        bytes32 hash;
        {
            uint256 workerId = word.workerId();
            uint256 price = word.price();
            uint256 since = _since(taskId, word);
            assembly ("memory-safe") {
                let m := mload(0x40)
                mstore(m, typehash)
                mstore(add(m, 0x20), taskId)
                mstore(add(m, 0x40), workerId)
                mstore(add(m, 0x60), price)
                mstore(add(m, 0x80), rating)
                mstore(add(m, 0xa0), since)
                mstore(add(m, 0xc0), until)
                hash := keccak256(m, 0xe0)
            }
        }
        uint256 account = _account(uint32(taskId >> 32));
        _requireSigner(taskId, address(uint160(account)), hash);
        _accept(taskId, slot, word, account, rating);
    }

    function _signedDeliver(uint64 taskId, uint256 until) private {
        uint32 botId = uint32(_word(REST) >> 224);
        uint256 deliverableId = _word(REST + 4);
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        uint256 account = _account(botId);
        bytes32 hash = _hash(DELIVER_TYPE, taskId, botId, deliverableId, _since(taskId, word), until);
        _requireSigner(taskId, address(uint160(account)), hash);
        _deliver(taskId, slot, word, botId, account, bytes32(deliverableId));
    }

    /* INTERNAL */

    /// @dev The instant of the state that is acted upon. It must be over: an act in the same second would leave a state with
    /// the same instant, in which the signature might fit again.
    function _since(uint64 taskId, uint256 word) private view returns (uint256 since) {
        since = word.changedAt();
        if (since >= block.timestamp) revert TaskMarketActTooSoon(taskId, since);
    }

    /// @dev `keccak256(abi.encode(...))`
    function _hash(
        bytes32 typehash,
        uint256 taskId,
        uint256 accountId,
        uint256 what,
        uint256 since,
        uint256 until
    ) private pure returns (bytes32 hash) {
        assembly ("memory-safe") {
            let m := mload(0x40)
            mstore(m, typehash)
            mstore(add(m, 0x20), taskId)
            mstore(add(m, 0x40), accountId)
            mstore(add(m, 0x60), what)
            mstore(add(m, 0x80), since)
            mstore(add(m, 0xa0), until)
            hash := keccak256(m, 0xc0)
        }
    }

    /// @dev An unknown account's owner is the zero address, which is also what a bad signature recovers to.
    function _requireSigner(uint64 taskId, address owner, bytes32 structHash) private view {
        bytes32 digest = _hashTypedDataV4(structHash);
        address signer = CompactSignature.recover(digest, bytes32(_word(R)), bytes32(_word(VS)));
        if (signer != owner || signer == address(0)) revert TaskMarketActNotSigned(taskId, owner);
    }

    /// @dev Tells why an act was skipped. A failure without a reason is one of gas, the relayer's to bring: then nothing counts,
    /// or an estimate would find that the cheapest batch is one that does nothing.
    function _skipped(uint256 index) private {
        bytes memory reason;
        assembly ("memory-safe") {
            reason := mload(0x40)
            mstore(reason, returndatasize())
            returndatacopy(add(reason, 0x20), 0, returndatasize())
            mstore(0x40, add(reason, and(add(returndatasize(), 0x3f), not(0x1f))))
        }
        if (reason.length == 0) revert TaskMarketOutOfGas();
        emit ActSkipped(index, reason);
    }

    function _word(uint256 at) private pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(at)
        }
    }
}
