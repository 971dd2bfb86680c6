// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Task, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {System} from "./System.sol";

/// @notice Signs and packs acts for `TaskMarket.relay`. Written apart from the contract, as a wallet would.
abstract contract ActSigner is System {
    bytes32 private constant POST = keccak256(
        "Post(uint64 taskId,uint24 skillId,uint64 price,uint24 deadlineHour,uint8 effort,uint8 claimHours,uint16 reviewHours,uint8 flags,uint8 quotedBand,bytes32 contentId,uint32 until)"
    );

    function postAct(
        uint256 key,
        uint64 taskId,
        TaskTerms memory terms,
        bytes32 contentId,
        uint32 until
    ) internal view returns (bytes memory) {
        // A struct of static fields is encoded as its fields in order.
        bytes32 hash = keccak256(
            bytes.concat(abi.encode(POST, taskId), abi.encode(terms), abi.encode(contentId, until))
        );
        return bytes.concat(_head(1, key, hash, until, taskId), contentId, packTerms(terms));
    }

    function packTerms(TaskTerms memory terms) internal pure returns (bytes memory) {
        return
            bytes.concat(
                abi.encodePacked(terms.skillId, terms.price, terms.deadlineHour, terms.effort),
                abi.encodePacked(terms.claimHours, terms.reviewHours, terms.flags, terms.quotedBand)
            );
    }

    /// @dev What the member sees now.
    function claimAct(
        uint256 key,
        uint64 taskId,
        uint32 memberId,
        uint32 until
    ) internal view returns (bytes memory) {
        Task memory seen = taskMarket.taskOf(taskId);
        bytes32 typehash = keccak256(
            "Claim(uint64 taskId,uint32 memberId,uint64 price,uint32 since,uint32 until)"
        );
        bytes32 hash = keccak256(abi.encode(typehash, taskId, memberId, seen.price, seen.changedAt, until));
        return abi.encodePacked(_head(2, key, hash, until, taskId), memberId);
    }

    function submitAct(
        uint256 key,
        uint64 taskId,
        bytes32 deliverableId,
        uint32 until
    ) internal view returns (bytes memory) {
        Task memory seen = taskMarket.taskOf(taskId);
        bytes32 typehash = keccak256(
            "Submit(uint64 taskId,uint32 workerId,bytes32 deliverableId,uint32 since,uint32 until)"
        );
        bytes32 hash = keccak256(
            abi.encode(typehash, taskId, seen.workerId, deliverableId, seen.changedAt, until)
        );
        return abi.encodePacked(_head(3, key, hash, until, taskId), deliverableId);
    }

    function acceptAct(
        uint256 key,
        uint64 taskId,
        uint8 rating,
        uint32 until
    ) internal view returns (bytes memory) {
        Task memory seen = taskMarket.taskOf(taskId);
        bytes32 typehash = keccak256(
            "Accept(uint64 taskId,uint32 workerId,uint64 price,uint8 rating,uint32 since,uint32 until)"
        );
        bytes32 hash = keccak256(
            abi.encode(typehash, taskId, seen.workerId, seen.price, rating, seen.changedAt, until)
        );
        return abi.encodePacked(_head(4, key, hash, until, taskId), rating);
    }

    function deliverAct(
        uint256 key,
        uint64 taskId,
        uint32 botId,
        bytes32 deliverableId,
        uint32 until
    ) internal view returns (bytes memory) {
        Task memory seen = taskMarket.taskOf(taskId);
        bytes32 typehash = keccak256(
            "Deliver(uint64 taskId,uint32 botId,bytes32 deliverableId,uint32 since,uint32 until)"
        );
        bytes32 hash = keccak256(abi.encode(typehash, taskId, botId, deliverableId, seen.changedAt, until));
        return abi.encodePacked(_head(5, key, hash, until, taskId), botId, deliverableId);
    }

    /// @notice The id the account's next post gets.
    function nextTaskId(uint32 posterId) internal view returns (uint64) {
        return (uint64(posterId) << 32) | ledger.accountOf(ownerOf(posterId)).locks;
    }

    function _head(
        uint8 kind,
        uint256 key,
        bytes32 structHash,
        uint32 until,
        uint64 taskId
    ) private view returns (bytes memory) {
        bytes32 digest = typedDigest("PeerCommons TaskMarket", address(taskMarket), structHash);
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest);
        bytes32 vs = bytes32(uint256(s) | (uint256(v - 27) << 255));
        return abi.encodePacked(kind, r, vs, until, taskId);
    }
}
