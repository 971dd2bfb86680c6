// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Nonces} from "@openzeppelin/contracts/utils/Nonces.sol";
import {NoncesKeyed} from "@openzeppelin/contracts/utils/NoncesKeyed.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ILedger, LedgerAccount, LedgerFlags} from "../interfaces/ILedger.sol";
import {Demurrage} from "../libraries/Demurrage.sol";
import {LedgerPots} from "./LedgerPots.sol";
import {LedgerWord} from "./LedgerWord.sol";

/// @title Ledger
/// @notice See `ILedger`.
contract Ledger is LedgerPots, ERC2771Context, EIP712, NoncesKeyed {
    using LedgerWord for uint256;

    /* CONSTANTS */

    string public constant name = "PEER";
    string public constant symbol = "PEER";
    uint8 public constant decimals = 6;

    /// @dev Demurrage rates a day, log2 / 2^32 units over 365 days: 7 % a year, 24 % a year, and 2 points of a change.
    uint24 internal constant DEFAULT_RATE = 1_231_978;
    uint24 internal constant MAX_RATE = 4_658_906;
    uint24 internal constant RATE_STEP = 342_966;

    /// @dev Sigma's bounds and its largest change, 1e4 = 1.
    uint16 internal constant MIN_SIGMA = 5_000;
    uint16 internal constant SIGMA_STEP = 1_000;

    /// @dev Between two changes of the rate, or of sigma.
    uint256 internal constant CHANGE_PAUSE = 7 days;

    /// @dev Between announcing an operator and its first possible move.
    uint256 internal constant OPERATOR_DELAY = 30 days;

    bytes32 private constant PAY_TYPEHASH = keccak256(
        "Pay(address from,address to,uint256 amount,bytes32 memo,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant PERMIT_TYPEHASH = keccak256(
        "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)"
    );

    uint8 private constant CORE_FLAGS = LedgerFlags.SYSTEM | LedgerFlags.OPERATOR | LedgerFlags.CORE;
    uint8 private constant JOINED_FLAGS = LedgerFlags.SYSTEM | LedgerFlags.OPERATOR;

    /* IMMUTABLES */

    /// @notice Wires the core until the seal; powerless afterwards.
    address public immutable deployer;

    /* STORAGE */

    mapping(address owner => mapping(address spender => uint256)) private _allowances;

    mapping(address account => mapping(address operator => bool)) public operatorAllowed;

    /// @notice When a proposed operator may be added; 0 when it is not proposed.
    mapping(address operator => uint64 activeAt) public operatorActiveAt;

    address public governor;
    uint64 public rateChangedAt;

    address public members;
    uint64 public sigmaChangedAt;

    address public creditLines;
    bool public isSealed;

    address public basicIncome;

    struct RateChange {
        uint16 day;
        uint24 formerRate;
    }

    /// @dev What the rate was until each change, so that locked time costs what it cost when it passed.
    RateChange[] private _rateChanges;

    /* MODIFIERS */

    modifier onlyGovernor() {
        if (_msgSender() != governor) revert LedgerNotAuthorised(_msgSender());
        _;
    }

    modifier onlyMembers() {
        if (msg.sender != members) revert LedgerNotAuthorised(msg.sender);
        _;
    }

    modifier onlyCreditLines() {
        if (msg.sender != creditLines) revert LedgerNotAuthorised(msg.sender);
        _;
    }

    modifier onlyDeployer() {
        if (msg.sender != deployer) revert LedgerNotAuthorised(msg.sender);
        if (isSealed) revert LedgerSealed();
        _;
    }

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        address governor_,
        address splitter_
    ) LedgerPots(splitter_) ERC2771Context(forwarder) EIP712("PeerCommons Ledger", "1") {
        deployer = msg.sender;
        _world =
            (uint256(MAX_SIGMA) << LedgerWord.SIGMA_AT) |
            (uint256(DEFAULT_RATE) << LedgerWord.RATE_AT) |
            (_today() << LedgerWord.DAY_AT);
        emit RateSet(DEFAULT_RATE, 0, uint16(_today()));
        emit SigmaSet(MAX_SIGMA);
        _setGovernor(governor_);
    }

    /* DEPLOYER: WIRE, SEAL */

    /// @notice Names who may write limits and accounts, and the operators that registered accounts need not allow one by one.
    /// May be repeated until the seal.
    function wire(
        address members_,
        address creditLines_,
        address basicIncome_,
        address[] calldata coreOperators
    ) external onlyDeployer {
        if (members_ == address(0) || creditLines_ == address(0) || basicIncome_ == address(0)) {
            revert LedgerZeroAddress();
        }
        members = members_;
        creditLines = creditLines_;
        basicIncome = basicIncome_;
        _addOperator(basicIncome_, CORE_FLAGS);
        for (uint256 i; i < coreOperators.length; ++i) {
            _addOperator(coreOperators[i], CORE_FLAGS);
        }
        emit Wired(members_, creditLines_, basicIncome_);
    }

    /// @notice Names the one operator whose line is its own counted reserve. May be repeated until the seal.
    function wireGate(address gate) external onlyDeployer {
        _addOperator(gate, CORE_FLAGS | LedgerFlags.RESERVE);
    }

    /// @notice Ends the deployer's powers for good.
    function seal() external onlyDeployer {
        if (members == address(0)) revert LedgerZeroAddress();
        isSealed = true;
        emit Sealed();
    }

    /* GOVERNOR */

    /// @inheritdoc ILedger
    function setRate(uint24 dailyRate) external onlyGovernor {
        uint256 world = _advanced(_world);
        _requireChange(dailyRate, world.rateOf(), RATE_STEP, 0, MAX_RATE, rateChangedAt);
        rateChangedAt = uint64(block.timestamp);
        _rateChanges.push(RateChange(uint16(_today()), uint24(world.rateOf())));
        uint256 mask = uint256(type(uint24).max) << LedgerWord.RATE_AT;
        _world = (world & ~mask) | (uint256(dailyRate) << LedgerWord.RATE_AT);
        emit RateSet(dailyRate, uint40(world.exponentOf()), uint16(world.dayOf()));
    }

    /// @inheritdoc ILedger
    function setSigma(uint16 sigma) external onlyGovernor {
        uint256 world = _world;
        _requireChange(sigma, world.sigmaOf(), SIGMA_STEP, MIN_SIGMA, MAX_SIGMA, sigmaChangedAt);
        sigmaChangedAt = uint64(block.timestamp);
        _world = ((world << 16) >> 16) | (uint256(sigma) << LedgerWord.SIGMA_AT);
        emit SigmaSet(sigma);
    }

    /// @inheritdoc ILedger
    function setGovernor(address governor_) external onlyGovernor {
        _setGovernor(governor_);
    }

    /// @inheritdoc ILedger
    function proposeOperator(address operator) external onlyGovernor {
        _requireNewOperator(operator);
        _requirePrivate(operator);
        uint64 activeAt = uint64(block.timestamp + OPERATOR_DELAY);
        operatorActiveAt[operator] = activeAt;
        emit OperatorProposed(operator, activeAt);
    }

    /// @inheritdoc ILedger
    function withdrawOperator(address operator) external onlyGovernor {
        if (operatorActiveAt[operator] == 0) revert LedgerOperatorNotReady(operator, 0);
        delete operatorActiveAt[operator];
        emit OperatorWithdrawn(operator);
    }

    /* ANYONE: OPERATORS THAT JOIN AFTER THE SEAL */

    /// @inheritdoc ILedger
    function addOperator(address operator) external {
        uint64 activeAt = operatorActiveAt[operator];
        if (activeAt == 0 || block.timestamp < activeAt) revert LedgerOperatorNotReady(operator, activeAt);
        _addOperator(operator, JOINED_FLAGS);
    }

    /// @inheritdoc ILedger
    function allowOperator(address operator, bool allowed) external {
        operatorAllowed[_msgSender()][operator] = allowed;
        emit OperatorAllowed(_msgSender(), operator, allowed);
    }

    /* PAYING */

    /// @inheritdoc ILedger
    function pay(address to, uint256 amount, bytes32 memo) external {
        _pay(_msgSender(), to, amount, memo);
    }

    /// @inheritdoc ILedger
    function payBySig(
        address from,
        address to,
        uint256 amount,
        bytes32 memo,
        uint256 nonce,
        uint256 deadline,
        bytes calldata signature
    ) external {
        if (block.timestamp > deadline) revert LedgerSignatureExpired(deadline);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(PAY_TYPEHASH, from, to, amount, memo, nonce, deadline))
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(from, digest, signature))
            revert LedgerBadSignature(from);
        _useCheckedNonce(from, nonce);
        emit NonceUsed(from, nonce);
        _pay(from, to, amount, memo);
    }

    /* ERC-20 */

    /// @inheritdoc IERC20
    function transfer(address to, uint256 amount) external returns (bool) {
        _send(_msgSender(), to, amount, CASH);
        return true;
    }

    /// @inheritdoc IERC20
    function transferFrom(address from, address to, uint256 amount) external returns (bool) {
        address spender = _msgSender();
        uint256 allowed = _allowances[from][spender];
        if (allowed != type(uint256).max) {
            if (allowed < amount) revert LedgerAllowance(spender, allowed, amount);
            // Told again, because the transfer does not say who spent: logs alone give every allowance.
            _approve(from, spender, allowed - amount);
        }
        _send(from, to, amount, CASH);
        return true;
    }

    /// @inheritdoc IERC20
    function approve(address spender, uint256 amount) external returns (bool) {
        _approve(_msgSender(), spender, amount);
        return true;
    }

    /// @inheritdoc IERC20Permit
    function permit(
        address owner,
        address spender,
        uint256 value,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external {
        if (block.timestamp > deadline) revert LedgerSignatureExpired(deadline);
        uint256 nonce = _useNonce(owner);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(PERMIT_TYPEHASH, owner, spender, value, nonce, deadline))
        );
        (address signer, , ) = ECDSA.tryRecover(digest, v, r, s);
        if (signer == address(0) || signer != owner) revert LedgerBadSignature(owner);
        emit NonceUsed(owner, nonce);
        _approve(owner, spender, value);
    }

    /* OPERATORS */

    /// @inheritdoc ILedger
    /// @dev Who may do it is asked of the words the move has read anyway; a move that may not be is undone with the call.
    function collect(address from, uint256 amount, bool onCredit) external returns (uint32 lock, bool drew) {
        (uint256 payer, uint256 operator) = _move(
            from,
            msg.sender,
            amount,
            (onCredit ? CREDIT : CASH) | COUNTED
        );
        _requireMayCollect(from, payer, operator);
        unchecked {
            lock = payer.locksOf() - 1;
        }
        drew = payer & LedgerWord.DEBT != 0;
    }

    /// @inheritdoc ILedger
    function disburse(address to, uint256 amount) external returns (uint8 flags) {
        if (to == address(0)) revert LedgerZeroAddress();
        // A gate pays out of its own line, which is its reserve; other operators have none.
        (uint256 operator, uint256 receiver) = _move(
            msg.sender,
            to,
            amount,
            to == address(this) ? CREDIT : CREDIT | PRIVATE
        );
        if (operator & LedgerWord.OPERATOR == 0) revert LedgerNotOperator(msg.sender);
        return receiver.flagsOf();
    }

    /// @inheritdoc ILedger
    function drawCommons(uint256 amount) external {
        if (msg.sender != basicIncome) revert LedgerNotAuthorised(msg.sender);
        _move(address(this), msg.sender, amount, CASH);
    }

    /* LIMITS AND ACCOUNTS */

    /// @inheritdoc ILedger
    function setLimit(address account, uint64 limit) external {
        uint256 word = _accounts[account];
        bool own = account == msg.sender && word & LedgerWord.RESERVE != 0;
        if (!own && msg.sender != creditLines) revert LedgerNotAuthorised(msg.sender);
        if (account == address(0)) revert LedgerZeroAddress();
        if (account == address(this)) revert LedgerSystemAccount(account);
        if (word.limitOf() == limit) return;
        _accounts[account] = (word & ~LedgerWord.LIMIT) | (uint256(limit) << LedgerWord.LIMIT_AT);
        emit LimitSet(account, limit);
    }

    /// @inheritdoc ILedger
    function setFrozen(address account, bool frozen) external onlyCreditLines {
        _requirePrivate(account);
        uint8 flags = _accounts[account].flagsOf();
        _setFlags(account, frozen ? flags | LedgerFlags.FROZEN : flags & ~LedgerFlags.FROZEN);
    }

    /// @inheritdoc ILedger
    function open(address account) external onlyMembers {
        _requirePrivate(account);
        _setFlags(account, _accounts[account].flagsOf() | LedgerFlags.OPEN);
    }

    /// @inheritdoc ILedger
    /// @dev The new address may hold money already, or anybody could block a rotation by sending it a unit. Limits and lock
    /// counters take the larger of both, flags are joined; allowances and opted-in operators stay behind.
    function moveAccount(address from, address to) external onlyMembers {
        _requirePrivate(from);
        _requirePrivate(to);
        if (from == to) return;
        uint256 old = _accounts[from];
        int256 balance = signedBalanceOf(from);
        uint256 fresh;
        if (balance < 0) (fresh, ) = _move(to, from, uint256(-balance), FORCED);
        else (, fresh) = _move(from, to, uint256(balance), FORCED);

        uint256 flags = old.flagsOf() | fresh.flagsOf();
        uint256 since = fresh.balanceOf() < 0 ? old & LedgerWord.SINCE : 0;
        if (balance < 0 && since == 0) flags |= LedgerFlags.RETURNED;
        uint256 limit = old.limitOf() > fresh.limitOf() ? old.limitOf() : fresh.limitOf();
        uint256 locks = old.locksOf() > fresh.locksOf() ? old.locksOf() : fresh.locksOf();
        _accounts[to] =
            (flags << LedgerWord.FLAGS_AT) |
            (locks << LedgerWord.LOCKS_AT) |
            since |
            (fresh.exponentOf() << LedgerWord.CHECKPOINT_AT) |
            (limit << LedgerWord.LIMIT_AT) |
            (fresh & LedgerWord.BALANCE);
        // Nothing is left at the old address: its balance is zero by the move.
        delete _accounts[from];
        emit AccountMoved(from, to);
    }

    /* READING */

    /// @inheritdoc ILedger
    function commons() external view returns (address) {
        return address(this);
    }

    /// @inheritdoc ILedger
    function accountOf(address account) external view returns (LedgerAccount memory) {
        if (account != address(this)) return _accounts[account].unpack();
        uint256 world = _advanced(_world);
        return
            LedgerAccount({
                balance: int96(world.balanceOf()),
                limit: 0,
                checkpoint: uint40(world.exponentOf()),
                negativeSinceDay: 0,
                locks: 0,
                flags: LedgerFlags.SYSTEM
            });
    }

    /// @inheritdoc ILedger
    function signedBalanceOf(address account) public view returns (int256) {
        if (account == address(this)) return _world.balanceOf();
        uint256 word = _accounts[account];
        return word.balanceOf() - int256(_due(word));
    }

    /// @inheritdoc IERC20
    function balanceOf(address account) public view returns (uint256) {
        int256 balance = signedBalanceOf(account);
        return balance > 0 ? uint256(balance) : 0;
    }

    /// @inheritdoc ILedger
    function available(address account) public view returns (uint256) {
        if (account == address(this)) return balanceOf(account);
        uint256 word = _accounts[account];
        if (word & LedgerWord.FROZEN != 0) return 0;
        return _reach(signedBalanceOf(account), _line(word, _world));
    }

    /// @inheritdoc ILedger
    function pendingDemurrage(address account) public view returns (uint256) {
        return account == address(this) ? 0 : _due(_accounts[account]);
    }

    /// @inheritdoc ILedger
    function demurrageSince(uint256 amount, uint16 fromDay) external view returns (uint256) {
        if (amount > type(uint64).max) revert LedgerAmountTooLarge(amount);
        uint256 today = _today();
        if (fromDay >= today) return 0;
        // Backwards from today: each day costs what it cost when it passed.
        uint256 rate_ = _world.rateOf();
        uint256 until = today;
        uint256 exponent;
        for (uint256 i = _rateChanges.length; i != 0; --i) {
            RateChange memory change = _rateChanges[i - 1];
            if (change.day <= fromDay) break;
            exponent += (until - change.day) * rate_;
            (until, rate_) = (change.day, change.formerRate);
        }
        return Demurrage.charge(amount, exponent + (until - fromDay) * rate_);
    }

    /// @inheritdoc ILedger
    function totalDebt() public view returns (uint256) {
        return _world.debtOf();
    }

    /// @inheritdoc IERC20
    function totalSupply() external view returns (uint256) {
        return totalDebt();
    }

    /// @inheritdoc IERC20
    function allowance(address owner, address spender) external view returns (uint256) {
        return _allowances[owner][spender];
    }

    /// @inheritdoc ILedger
    function rate() external view returns (uint24 dailyRate, uint40 exponent, uint16 sigma) {
        uint256 world = _advanced(_world);
        return (uint24(world.rateOf()), uint40(world.exponentOf()), uint16(world.sigmaOf()));
    }

    /// @inheritdoc IERC20Permit
    function nonces(address owner) public view override(IERC20Permit, Nonces) returns (uint256) {
        return super.nonces(owner);
    }

    /// @inheritdoc IERC20Permit
    // solhint-disable-next-line func-name-mixedcase
    function DOMAIN_SEPARATOR() external view returns (bytes32) {
        return _domainSeparatorV4();
    }

    /* INTERNAL: PAYING */

    function _requireMayCollect(address from, uint256 payer, uint256 operator) private view {
        if (operator & LedgerWord.OPERATOR == 0) revert LedgerNotOperator(msg.sender);
        bool open_ = payer & LedgerWord.OPEN != 0 && operator & LedgerWord.CORE != 0;
        if (!open_ && !operatorAllowed[from][msg.sender]) revert LedgerNotAllowed(from, msg.sender);
    }

    function _pay(address from, address to, uint256 amount, bytes32 memo) internal {
        if (amount == 0) revert LedgerZeroAmount();
        _send(from, to, amount, CREDIT);
        if (memo != 0) emit Paid(from, to, amount, memo);
    }

    /// @dev What owners do themselves. To oneself nothing moves, yet it must be affordable.
    function _send(address from, address to, uint256 amount, uint256 rule) internal {
        if (to == address(0)) revert LedgerZeroAddress();
        if (from != to) {
            _move(from, to, amount, rule | PRIVATE);
            return;
        }
        if (_accounts[from] & LedgerWord.FROZEN != 0) revert LedgerFrozen(from);
        uint256 reach = rule & CREDIT == 0 ? balanceOf(from) : available(from);
        if (amount > reach) revert LedgerInsufficient(from, reach, amount);
        emit Transfer(from, to, amount);
    }

    function _approve(address owner, address spender, uint256 amount) internal {
        if (spender == address(0)) revert LedgerZeroAddress();
        _allowances[owner][spender] = amount;
        emit Approval(owner, spender, amount);
    }

    /* INTERNAL: ACCOUNTS AND BOUNDS */

    function _addOperator(address operator, uint8 flags) internal {
        _requireNewOperator(operator);
        if (_accounts[operator].flagsOf() & flags == flags) return;
        // What it owes from before does not vanish with its decay.
        _move(operator, address(this), 0, FORCED);
        _setFlags(operator, _accounts[operator].flagsOf() | flags);
        delete operatorActiveAt[operator];
        emit OperatorAdded(operator, flags & LedgerFlags.CORE != 0);
    }

    /// @dev A registered account would stop to decay and could be made to pay: operators are contracts of their own.
    function _requireNewOperator(address operator) internal view {
        if (operator == address(0)) revert LedgerZeroAddress();
        if (operator == address(this)) revert LedgerSystemAccount(operator);
        if (_accounts[operator].flagsOf() & LedgerFlags.OPEN != 0)
            revert LedgerNotAllowed(operator, operator);
    }

    function _requirePrivate(address account) internal view {
        if (account == address(0)) revert LedgerZeroAddress();
        if (account == address(this) || _accounts[account] & LedgerWord.SYSTEM != 0) {
            revert LedgerSystemAccount(account);
        }
    }

    function _setGovernor(address governor_) internal {
        if (governor_ == address(0)) revert LedgerZeroAddress();
        governor = governor_;
        emit GovernorSet(governor_);
    }

    function _requireChange(
        uint256 value,
        uint256 now_,
        uint256 step,
        uint256 min,
        uint256 max,
        uint256 changedAt
    ) internal view {
        uint256 notBefore = changedAt == 0 ? 0 : changedAt + CHANGE_PAUSE;
        if (block.timestamp < notBefore) revert LedgerTooEarly(notBefore);
        uint256 low = now_ > min + step ? now_ - step : min;
        uint256 high = now_ + step < max ? now_ + step : max;
        if (value < low || value > high) revert LedgerOutOfBounds(value, low, high);
    }

    /// @dev Most calls come from no forwarder, so that is asked first.
    function _msgSender() internal view override returns (address) {
        return isTrustedForwarder(msg.sender) ? super._msgSender() : msg.sender;
    }
}
