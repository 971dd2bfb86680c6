// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title CreditLines
/// @notice Writes limits into the ledger: min(cap, basic ramp + vouched + growth) - frozen for sponsored newcomers.
/// Here: the basic ramp, 10 PEER at once, linear to 100 PEER over 180 days from the day the third member has paid the account.
interface ICreditLines {
    /// @notice A member was paid by a member it had not been paid by before.
    event ReceiptRecorded(
        uint32 indexed accountId,
        uint32 indexed payerId,
        uint8 payers,
        uint16 rampSinceDay
    );
    event LimitRefreshed(uint32 indexed accountId, uint64 basic, uint64 frozen, uint64 limit);
    event LineFrozen(uint32 indexed sponsorId, uint64 frozen);

    error CreditLinesNotAuthorised(address caller);
    error CreditLinesUnknownAccount(uint32 accountId);

    /// @notice Writes the account's limit as of now. Anyone.
    function refresh(uint32 accountId) external returns (uint64 limit);

    /// @notice `TaskMarket` only, at accept. Only seated members' receipts from seated members count, once a pair.
    function recordReceipt(uint32 accountId, uint32 payerId) external;

    /// @notice `Sponsorship` only: adds to or frees the sponsor's frozen part.
    function freezeLine(uint32 sponsorId, uint64 amount) external;

    function unfreezeLine(uint32 sponsorId, uint64 amount) external;

    /// @notice The parts of the limit as of now.
    function limitOf(
        uint32 accountId
    ) external view returns (uint64 basic, uint64 vouched, uint64 growth, uint64 frozen, uint64 limit);

    function rampOf(uint32 accountId) external view returns (uint8 payers, uint16 rampSinceDay);
}
