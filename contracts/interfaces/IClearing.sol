// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice An invoice: the debtor owes the creditor. Signed by both sides, kept off chain until somebody registers it.
/// @param debtorId account that owes
/// @param creditorId account that is owed
/// @param number the creditor's own number for it, good for one obligation ever
/// @param amount PEER, 6 decimals
/// @param dueDay day (timestamp / 86400) on which it is due; what is shown and what solvers prefer, nothing is enforced by it
/// @param memo hash of a note kept off chain, or 0
/// @param deadline unix second until which it may be registered
struct Obligation {
    uint32 debtorId;
    uint32 creditorId;
    uint32 number;
    uint64 amount;
    uint16 dueDay;
    bytes32 memo;
    uint256 deadline;
}

/// @notice What is left of a registered obligation, one storage word.
/// @param remaining not cleared, paid or cancelled yet
/// @param cancelled the creditor waived the rest, or struck the number out before it was registered
struct ObligationState {
    uint64 remaining;
    uint32 debtorId;
    uint64 amount;
    uint16 dueDay;
    bool cancelled;
}

/// @title Clearing
/// @notice Nets what members owe each other: a circle of debts disappears without a unit of money. Anyone may hand in a
/// circulation; it is checked, never trusted. What does not cancel, its debtor may pay from the ledger.
/// @dev EIP-712 domain `PeerCommons Clearing`, version 1:
/// `Obligation(uint32 debtorId,uint32 creditorId,uint32 number,uint64 amount,uint16 dueDay,bytes32 memo,uint256 deadline)`.
/// obligationId = creditorId << 32 | number. An edge of a circulation is obligationId << 64 | amount. By signing, both sides
/// agree that it may be netted at any time, before it is due as well as after.
interface IClearing {
    event ObligationRegistered(
        uint64 indexed obligationId,
        uint32 indexed debtorId,
        uint32 indexed creditorId,
        uint64 amount,
        uint16 dueDay,
        bytes32 memo
    );
    /// @notice The creditor waived `amount`, the rest; 0 when the number had not been used.
    event ObligationCancelled(uint64 indexed obligationId, uint32 indexed creditorId, uint64 amount);
    /// @notice Each edge took its amount off its obligation; nobody's net position changed.
    event Cleared(uint256[] edges);
    /// @notice The same, with `paid` from the payer's account for what did not cancel; its two moves follow.
    event Settled(uint32 indexed payerId, uint256 paid, uint256[] edges, uint32[] receiverIds);

    error ClearingExpired(uint256 deadline);
    error ClearingBadSignature(uint32 accountId);
    error ClearingNumberUsed(uint64 obligationId);
    error ClearingSelf(uint32 accountId);
    error ClearingZeroAmount();
    error ClearingUnknownAccount(uint32 accountId);
    error ClearingNotOwner(uint32 accountId, address caller);
    error ClearingExceeds(uint256 obligationId, uint64 remaining, uint256 amount);
    error ClearingUnbalanced(uint32 accountId, int256 net);
    error ClearingNothingLeft(uint64 obligationId);

    /// @notice Puts an obligation on the books. Anyone.
    /// @param debtorSignature by the debtor's owner (EOA or ERC-1271); may be empty when that is the caller
    /// @param creditorSignature the same of the creditor
    /// - both accounts exist and differ, the amount is not 0
    /// - the creditor's number was never used
    function registerObligation(
        Obligation calldata obligation,
        bytes calldata debtorSignature,
        bytes calldata creditorSignature
    ) external returns (uint64 obligationId);

    /// @notice The creditor waives what is left, or strikes out a number it has signed and that is not registered yet. The debtor
    /// loses nothing by it and is not asked.
    function cancelObligation(uint32 creditorId, uint32 number) external;

    /// @notice Takes each edge's amount off its obligation. Anyone.
    /// - what each account is owed and what it owes among the edges is the same
    /// - no edge takes more than what is left of its obligation
    function clear(uint256[] calldata edges) external;

    /// @notice The same, where one account owes more than it is owed and pays the difference, on its line if need be. Only the
    /// owner of that account.
    /// @param receiverIds the accounts that are owed more than they owe, each once
    function settle(
        uint32 payerId,
        uint256[] calldata edges,
        uint32[] calldata receiverIds
    ) external returns (uint256 paid);

    function obligationOf(uint64 obligationId) external view returns (ObligationState memory);
}
