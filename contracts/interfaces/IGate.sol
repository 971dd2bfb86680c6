// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice A token that comes in and goes out one to one, one storage word.
/// @param reserve PEER issued for it and not taken back, 6 decimals: what the gate holds for depositors, by its own count
/// @param scale the token's units to one of PEER's: 1 for 6 decimals, 1e12 for 18
/// @param listed deposits are open; taking out always is
struct GateToken {
    uint64 reserve;
    uint64 scale;
    bool listed;
}

/// @notice What an account has brought in of a token and not taken out, one storage word.
/// @param net deposits less redemptions, PEER, 6 decimals
/// @param epoch week (timestamp / 604800) that the two next fields speak of
/// @param opening `net` when the account first redeemed in that week
/// @param redeemed taken out in that week
struct GateReceipt {
    uint64 net;
    uint32 epoch;
    uint64 opening;
    uint64 redeemed;
}

/// @title Gate
/// @notice A door between PEER and listed ERC-20 tokens, one to one. What goes out is what the same account brought in: PEER that
/// was drawn on credit has no claim on it.
/// @dev Its account in the ledger is below zero by exactly what it holds: minus its balance equals its reserve (law 12). It
/// counts by itself and never asks a token what it holds, so donations change nothing.
///
/// Assumptions about a token, checked by whoever lists it.
/// Safety: it takes from the gate only what the gate sends; its decimals never change; balances don't shrink by themselves.
/// Liveness: its `transfer` works; where it doesn't, that token's depositors wait and nobody else notices.
/// A fee on transfer, no return value, re-entering and refusing are borne: what is credited is what arrived.
interface IGate {
    event TokenProposed(address indexed token, uint64 activeAt);
    event TokenListed(address indexed token, uint8 decimals, string symbol);
    /// @notice Deposits are closed; everybody may still take out what they brought in.
    event TokenDelisted(address indexed token);
    event Deposited(
        uint32 indexed accountId,
        address indexed token,
        uint256 arrived,
        uint64 amount,
        uint64 net,
        uint64 reserve
    );
    event Redeemed(
        uint32 indexed accountId,
        address indexed token,
        address to,
        uint64 amount,
        uint64 net,
        uint64 reserve
    );

    error GateUnknownToken(address token);
    error GateNotReady(address token, uint64 activeAt);
    error GateBadDecimals(address token, uint8 decimals);
    error GateNotAuthorised(address caller);
    error GateNotOwner(uint32 accountId, address caller);
    error GateZeroAmount();
    error GateZeroAddress();
    error GateFull(address token, uint256 amount);
    error GateMoreThanBroughtIn(uint32 accountId, uint64 net, uint256 amount);
    error GateQuota(uint32 accountId, uint64 left, uint256 amount);
    error GateTookTooMuch(address token, uint256 taken, uint256 sent);

    /// @notice Brings in what arrives of `amount` of the token and pays the account as much PEER, rounded down.
    /// @param amount in the token's units; the caller has approved it
    /// @return issued PEER, 6 decimals
    function deposit(uint32 accountId, address token, uint256 amount) external returns (uint64 issued);

    /// @notice The same with an EIP-2612 permit instead of an approval before. A permit that somebody else has used already is no
    /// obstacle.
    function depositWithPermit(
        uint32 accountId,
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint64 issued);

    /// @notice Takes `amount` of the account's PEER back and sends as much of the token to `to`.
    /// - out of money it has: never on credit, so never while in debt
    /// - at most what the account brought in of this token and did not take out yet
    /// - in a week at most a quarter of that, or 50 PEER where that is more
    function redeem(uint32 accountId, address token, uint64 amount, address to) external;

    /// @notice The ledger's governor: announces a token; `listToken` works 30 days later, for anyone.
    function proposeToken(address token) external;

    function listToken(address token) external;

    /// @notice The ledger's governor: closes deposits of a token, and takes back what it proposed.
    function delistToken(address token) external;

    function tokenOf(address token) external view returns (GateToken memory);

    function receiptOf(uint32 accountId, address token) external view returns (GateReceipt memory);

    /// @notice What the account could take out now if it has the money.
    function redeemable(uint32 accountId, address token) external view returns (uint64);

    /// @notice PEER issued and not taken back, over all tokens: how far below zero the gate's account is.
    function reserve() external view returns (uint64);
}
