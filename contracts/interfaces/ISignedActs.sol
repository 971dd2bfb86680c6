// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Signed acts
/// @notice Posts, claims, submissions, accepts and bots' deliveries that their actors signed and anybody sends, many in a
/// transaction. Part of `TaskMarket`.
/// @dev EIP-712 domain `PeerCommons TaskMarket`, version 1:
/// `Post(uint64 taskId,uint24 skillId,uint64 price,uint24 deadlineHour,uint8 effort,uint8 claimHours,uint16 reviewHours,uint8 flags,uint8 quotedBand,bytes32 contentId,uint32 until)`
/// `Claim(uint64 taskId,uint32 memberId,uint64 price,uint32 since,uint32 until)`
/// `Submit(uint64 taskId,uint32 workerId,bytes32 deliverableId,uint32 since,uint32 until)`
/// `Accept(uint64 taskId,uint32 workerId,uint64 price,uint8 rating,uint32 since,uint32 until)`
/// `Deliver(uint64 taskId,uint32 botId,bytes32 deliverableId,uint32 since,uint32 until)`
/// `since` is the task's `changedAt` as the actor saw it, `until` the unix second from which on the act is refused. A post's
/// `taskId` is the poster's next. Signed by the owner's own key; owners that are contracts use the `Forwarder`.
///
/// Packed, one after another: kind 1 (1 Post, 2 Claim, 3 Submit, 4 Accept, 5 Deliver), signature 64 (EIP-2098), until 4, taskId 8,
/// then by kind: contentId 32, skillId 3, price 8, deadlineHour 3, effort 1, claimHours 1, reviewHours 2, flags 1, quotedBand 1;
/// memberId 4; deliverableId 32; rating 1; botId 4, deliverableId 32. What else was signed is read from the task.
interface ISignedActs {
    /// @notice The batch's act with that index, counted from 0, did nothing. `reason` is its error, as the same act sent directly would
    /// have given it, or one of the errors below.
    event ActSkipped(uint256 index, bytes reason);

    error TaskMarketActMalformed(uint256 index);
    error TaskMarketActExpired(uint64 taskId, uint256 until);
    error TaskMarketActTooSoon(uint64 taskId, uint256 since);
    error TaskMarketActNotSigned(uint64 taskId, address owner);
    error TaskMarketActNotNext(uint64 taskId, uint64 next);
    error TaskMarketNotItself(address caller);
    error TaskMarketOutOfGas();

    /// @notice Does what was signed, act after act. Anyone. One that fails is undone alone and told by `ActSkipped`, which is the
    /// only thing a forged, stale, repeated or hopeless act costs the others.
    /// Errors: TaskMarketActMalformed when the bytes are no batch or more than 256 acts, TaskMarketOutOfGas when the
    /// transaction brought too little for all.
    /// @param acts packed as above
    /// @return done bit i is set when act i was done
    function relay(bytes calldata acts) external returns (uint256 done);

    /// @notice One packed act, behind the selector. The contract itself alone calls it, so that an act that fails is undone alone.
    function perform() external;
}
