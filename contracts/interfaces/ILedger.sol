// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

/// @notice One account's storage word.
/// @param balance signed, 6 decimals, as last written (lazy demurrage not yet taken)
/// @param limit how far below zero the account may draw
/// @param checkpoint global demurrage exponent at the last touch (units: log2 / 2^32)
/// @param negativeSinceDay day the balance last went below zero; 0 while it is not
/// @param locks number of amounts collected into escrow from the account: the counter of its task ids
/// @param flags see `LedgerFlags`
struct LedgerAccount {
    int96 balance;
    uint64 limit;
    uint40 checkpoint;
    uint16 negativeSinceDay;
    uint32 locks;
    uint8 flags;
}

library LedgerFlags {
    /// @dev never decays lazily, receives only through its own contract
    uint8 internal constant SYSTEM = 1;
    /// @dev may move its own account and accounts that opted in
    uint8 internal constant OPERATOR = 2;
    /// @dev operator wired before the seal: registered accounts count as opted in
    uint8 internal constant CORE = 4;
    /// @dev registered account
    uint8 internal constant OPEN = 8;
    /// @dev may receive but not pay
    uint8 internal constant FROZEN = 16;
    /// @dev has been below zero
    uint8 internal constant DREW = 32;
    /// @dev has come back to zero or above after having been below
    uint8 internal constant RETURNED = 64;
    /// @dev writes its own line, which is what it holds in reserve
    uint8 internal constant RESERVE = 128;
}

/// @title Ledger
/// @notice PEER, 6 decimals. Accounts may be negative down to their limit; all stored balances sum to zero.
/// ERC-20 functions reach the positive part only; `pay` and `payBySig` may draw on credit.
/// @dev EIP-712 domain `PeerCommons Ledger`, version 1. Typed payment:
/// `Pay(address from,address to,uint256 amount,bytes32 memo,uint256 nonce,uint256 deadline)`. Nonces are keyed
/// (OpenZeppelin `NoncesKeyed`): upper 192 bits key, lower 64 bits sequence; permit uses key 0.
interface ILedger is IERC20Metadata, IERC20Permit {
    /// @notice A payment by `pay` or `payBySig`; right after its `Transfer`. Emitted when there is a memo; without one the
    /// `Transfer` says it all.
    event Paid(address indexed from, address indexed to, uint256 amount, bytes32 memo);
    event LimitSet(address indexed account, uint64 limit);
    event FlagsSet(address indexed account, uint8 flags);
    /// @notice Rotation: `to` has taken over limit, locks, flags and due date of `from`. The balance moves by a `Transfer`
    /// (from `from` to `to` when positive, the other way when it is a debt).
    event AccountMoved(address indexed from, address indexed to);
    event RateSet(uint24 dailyRate, uint40 exponent, uint16 day);
    event SigmaSet(uint16 sigma);
    event OperatorProposed(address indexed operator, uint64 activeAt);
    event OperatorWithdrawn(address indexed operator);
    event OperatorAdded(address indexed operator, bool core);
    event OperatorAllowed(address indexed account, address indexed operator, bool allowed);
    /// @notice Who may write accounts and limits and draw on the commons; the last one before the seal holds.
    event Wired(address members, address creditLines, address basicIncome);
    event Sealed();
    event GovernorSet(address indexed governor);
    /// @notice A signature's keyed nonce was used, by `payBySig` or `permit`.
    event NonceUsed(address indexed owner, uint256 nonce);

    error LedgerInsufficient(address account, uint256 available, uint256 needed);
    error LedgerFrozen(address account);
    error LedgerZeroAmount();
    error LedgerAmountTooLarge(uint256 amount);
    error LedgerSystemAccount(address account);
    error LedgerZeroAddress();
    error LedgerNotOperator(address caller);
    error LedgerNotAllowed(address account, address operator);
    error LedgerNotAuthorised(address caller);
    error LedgerAllowance(address spender, uint256 allowance, uint256 needed);
    error LedgerSignatureExpired(uint256 deadline);
    error LedgerBadSignature(address signer);
    error LedgerOperatorNotReady(address operator, uint64 activeAt);
    error LedgerOutOfBounds(uint256 value, uint256 min, uint256 max);
    error LedgerSealed();
    error LedgerTooEarly(uint256 notBefore);

    /// @notice Pays, drawing on credit when needed.
    /// @param memo hash of a note kept off chain, or 0
    function pay(address to, uint256 amount, bytes32 memo) external;

    /// @notice Pays with the payer's signature (EOA or ERC-1271); anyone submits.
    function payBySig(
        address from,
        address to,
        uint256 amount,
        bytes32 memo,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external;

    /// @notice Operator: moves `amount` from an account that opted in to the operator's own account.
    /// @param onCredit whether the account may draw on its line
    /// @return lock the account's lock counter before this call (starts at 0)
    /// @return drew true when the account is below zero afterwards
    function collect(address from, uint256 amount, bool onCredit) external returns (uint32 lock, bool drew);

    /// @notice Operator: moves `amount` from its own account to `to` (the commons included).
    /// @return flags the receiver's flags afterwards
    function disburse(address to, uint256 amount) external returns (uint8 flags);

    /// @notice `Splitter` only: pays out all that lies at a bot's payee, in parts from mark to mark (see `Split`): to each receiver,
    /// a person or the commons, its part, and what they leave to the skill's pot. A pot opens with its first part: it never
    /// decays and takes PEER this way alone; what strangers sent there before goes to the commons.
    /// @param shares one a receiver: its address in the low 160 bits, its part's prefix above, none below the one before
    /// @return total what lay there, behind demurrage
    function distribute(
        uint32 botId,
        uint24 skillId,
        uint256[] calldata shares
    ) external returns (uint256 total);

    /// @notice `Splitter` only: moves all that a skill's pot holds.
    function takePot(uint24 skillId, address to) external returns (uint256 amount);

    /// @notice `BasicIncome` only: moves `amount` from the commons to the income account.
    function drawCommons(uint256 amount) external;

    /// @notice `CreditLines`, and the gate for itself. Lowering below the debt is allowed and only stops new draws.
    function setLimit(address account, uint64 limit) external;

    /// @notice `CreditLines` only: a frozen account receives but does not pay.
    function setFrozen(address account, bool frozen) external;

    /// @notice `Members` only: marks a registered account (bots' payees too).
    function open(address account) external;

    /// @notice `Members` only: rotation.
    function moveAccount(address from, address to) external;

    /// @notice Lets an operator that joined after the seal move the caller's account, or forbids it again.
    function allowOperator(address operator, bool allowed) external;

    /// @notice Governor: announces an operator that is none yet; `addOperator` works 30 days later, for anyone.
    function proposeOperator(address operator) external;

    /// @notice Governor: takes back an announcement. Reverts with `LedgerOperatorNotReady` when there is none.
    function withdrawOperator(address operator) external;

    function addOperator(address operator) external;

    /// @notice Governor, once in seven days and by a bounded step: demurrage a day in log2 / 2^32 units, counted from tomorrow.
    function setRate(uint24 dailyRate) external;

    /// @notice Governor, once in seven days and by a bounded step: the part of every limit that new draws reach (1e4 = 1).
    function setSigma(uint16 sigma) external;

    /// @notice Governor: hands its office on.
    function setGovernor(address governor) external;

    function governor() external view returns (address);

    /// @notice The account that demurrage and bot income flow to.
    function commons() external view returns (address);

    /// @notice The stored word.
    function accountOf(address account) external view returns (LedgerAccount memory);

    /// @notice Balance after the demurrage due now; may be negative.
    function signedBalanceOf(address account) external view returns (int256);

    /// @notice What the account may pay now: balance after demurrage plus its limit times sigma; 0 when that is negative.
    function available(address account) external view returns (uint256);

    /// @notice Demurrage the next touch would charge.
    function pendingDemurrage(address account) external view returns (uint256);

    /// @notice Demurrage on `amount` held since `fromDay` at today's rate. For escrow that is refunded.
    function demurrageSince(uint256 amount, uint16 fromDay) external view returns (uint256);

    /// @notice Sum of all debts, which equals the sum of all positive stored balances.
    function totalDebt() external view returns (uint256);

    /// @notice Daily rate in log2 / 2^32 units, present exponent, sigma (1e4 = 1).
    function rate() external view returns (uint24 dailyRate, uint40 exponent, uint16 sigma);
}
