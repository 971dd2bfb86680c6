// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

import {GateReceipt, GateToken, IGate} from "../interfaces/IGate.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";

/// @title Gate
/// @notice See `IGate`.
contract Gate is IGate, ERC2771Context, ReentrancyGuardTransient {
    using SafeERC20 for IERC20;

    /* CONSTANTS */

    uint256 public constant LISTING_DELAY = 30 days;

    /// @notice Of what an account has in, as much may leave in a week, 1e4 = 1; and this much in any case, 6 decimals.
    uint256 public constant QUOTA_BPS = 2_500;
    uint64 public constant QUOTA_FLOOR = 50e6;

    uint8 private constant PEER_DECIMALS = 6;
    uint8 private constant MAX_DECIMALS = 24;

    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;

    /* STORAGE */

    /// @inheritdoc IGate
    uint64 public reserve;

    mapping(address token => GateToken) private _tokens;
    mapping(uint32 accountId => mapping(address token => GateReceipt)) private _receipts;

    /// @notice When a proposed token may be listed; 0 when it is not proposed.
    mapping(address token => uint64 activeAt) public tokenActiveAt;

    /* MODIFIERS */

    modifier onlyGovernor() {
        if (_msgSender() != ledger.governor()) revert GateNotAuthorised(_msgSender());
        _;
    }

    /* CONSTRUCTOR */

    /// @param firstTokens listed from the start: the ones everybody who joins the town can look at before
    constructor(
        address forwarder,
        IMembers members_,
        ILedger ledger_,
        address[] memory firstTokens
    ) ERC2771Context(forwarder) {
        members = members_;
        ledger = ledger_;
        for (uint256 i; i < firstTokens.length; ++i) _list(firstTokens[i]);
    }

    /* IN */

    /// @inheritdoc IGate
    function deposit(uint32 accountId, address token, uint256 amount) external returns (uint64 issued) {
        return _deposit(accountId, token, amount);
    }

    /// @inheritdoc IGate
    function depositWithPermit(
        uint32 accountId,
        address token,
        uint256 amount,
        uint256 deadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (uint64 issued) {
        if (!_tokens[token].listed) revert GateUnknownToken(token);
        // Whoever saw the permit may have sent it first; the allowance it gave is there all the same.
        try IERC20Permit(token).permit(_msgSender(), address(this), amount, deadline, v, r, s) {} catch {}
        return _deposit(accountId, token, amount);
    }

    /// @dev The token speaks before anything is written, since what arrives is known only then; the guard keeps it from
    /// speaking to the gate meanwhile.
    function _deposit(
        uint32 accountId,
        address token,
        uint256 amount
    ) private nonReentrant returns (uint64 issued) {
        address owner = _requireOwner(accountId);
        GateToken memory listed = _tokens[token];
        if (!listed.listed) revert GateUnknownToken(token);
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(owner, address(this), amount);
        uint256 arrived = IERC20(token).balanceOf(address(this)) - before;

        uint256 peer = arrived / listed.scale;
        if (peer == 0) revert GateZeroAmount();
        if (peer > type(uint64).max - reserve) revert GateFull(token, peer);
        issued = uint64(peer);
        GateReceipt storage receipt = _receipts[accountId][token];
        receipt.net += issued;
        _tokens[token].reserve = listed.reserve + issued;
        reserve += issued;
        emit Deposited(accountId, token, arrived, issued, receipt.net, listed.reserve + issued);

        ledger.setLimit(address(this), reserve);
        ledger.disburse(owner, issued);
    }

    /* OUT */

    /// @inheritdoc IGate
    function redeem(uint32 accountId, address token, uint64 amount, address to) external nonReentrant {
        address owner = _requireOwner(accountId);
        if (amount == 0) revert GateZeroAmount();
        if (to == address(0) || to == address(this)) revert GateZeroAddress();
        GateReceipt storage receipt = _receipts[accountId][token];
        if (amount > receipt.net) revert GateMoreThanBroughtIn(accountId, receipt.net, amount);
        uint64 left = redeemable(accountId, token);
        if (amount > left) revert GateQuota(accountId, left, amount);

        uint32 epoch = _epoch();
        if (receipt.epoch != epoch) {
            (receipt.epoch, receipt.opening, receipt.redeemed) = (epoch, receipt.net, 0);
        }
        receipt.redeemed += amount;
        receipt.net -= amount;
        GateToken storage listed = _tokens[token];
        listed.reserve -= amount;
        reserve -= amount;
        emit Redeemed(accountId, token, to, amount, receipt.net, listed.reserve);

        ledger.collect(owner, amount, false);
        ledger.setLimit(address(this), reserve);
        _send(token, to, uint256(amount) * listed.scale);
    }

    /// @dev A token that takes its fee from the sender on top would eat other people's deposits.
    function _send(address token, address to, uint256 amount) private {
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransfer(to, amount);
        uint256 after_ = IERC20(token).balanceOf(address(this));
        if (after_ + amount < before) revert GateTookTooMuch(token, before - after_, amount);
    }

    /* TOKENS */

    /// @inheritdoc IGate
    function proposeToken(address token) external onlyGovernor {
        if (token == address(0) || token == address(ledger)) revert GateZeroAddress();
        uint64 activeAt = uint64(block.timestamp + LISTING_DELAY);
        tokenActiveAt[token] = activeAt;
        emit TokenProposed(token, activeAt);
    }

    /// @inheritdoc IGate
    function listToken(address token) external {
        uint64 activeAt = tokenActiveAt[token];
        if (activeAt == 0 || block.timestamp < activeAt) revert GateNotReady(token, activeAt);
        delete tokenActiveAt[token];
        _list(token);
    }

    /// @inheritdoc IGate
    function delistToken(address token) external onlyGovernor {
        delete tokenActiveAt[token];
        _tokens[token].listed = false;
        emit TokenDelisted(token);
    }

    /* VIEWS */

    /// @inheritdoc IGate
    function tokenOf(address token) external view returns (GateToken memory) {
        return _tokens[token];
    }

    /// @inheritdoc IGate
    function receiptOf(uint32 accountId, address token) external view returns (GateReceipt memory) {
        return _receipts[accountId][token];
    }

    /// @inheritdoc IGate
    function redeemable(uint32 accountId, address token) public view returns (uint64) {
        GateReceipt memory receipt = _receipts[accountId][token];
        bool fresh = receipt.epoch != _epoch();
        uint256 opening = fresh ? receipt.net : receipt.opening;
        uint256 quota = (opening * QUOTA_BPS) / 1e4;
        if (quota < QUOTA_FLOOR) quota = QUOTA_FLOOR;
        uint256 taken = fresh ? 0 : receipt.redeemed;
        uint256 left = quota > taken ? quota - taken : 0;
        return left < receipt.net ? uint64(left) : receipt.net;
    }

    /* INTERNAL */

    /// @dev What a token said of its decimals when it was first listed holds for good; a second listing only opens it again.
    function _list(address token) private {
        uint8 decimals = IERC20Metadata(token).decimals();
        uint64 scale = _tokens[token].scale;
        if (decimals < PEER_DECIMALS || decimals > MAX_DECIMALS) revert GateBadDecimals(token, decimals);
        uint64 said = uint64(10 ** (decimals - PEER_DECIMALS));
        if (scale != 0 && scale != said) revert GateBadDecimals(token, decimals);
        (_tokens[token].scale, _tokens[token].listed) = (said, true);
        emit TokenListed(token, decimals, IERC20Metadata(token).symbol());
    }

    function _epoch() private view returns (uint32) {
        return uint32(block.timestamp / 7 days);
    }

    /// @dev The owner sits in the low 160 bits of a member's word.
    function _requireOwner(uint32 accountId) private view returns (address owner) {
        owner = address(uint160(members.accountWord(accountId)));
        if (owner == address(0) || owner != _msgSender()) revert GateNotOwner(accountId, _msgSender());
    }
}
