// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {AccountKind, IMembers} from "../interfaces/IMembers.sol";
import {IKeyListener, ISeatListener} from "../interfaces/IPersonhood.sol";

/// @title CreditLines
/// @notice See `ICreditLines`. Computes limits and writes them into the ledger; no payment ever asks it.
contract CreditLines is ICreditLines, ISeatListener {
    /// @dev One word. What vouching and growth will add has a word of its own, and its place in `_parts`.
    struct Line {
        uint32 firstPayer;
        uint32 secondPayer;
        uint8 payers;
        uint16 rampSinceDay;
        uint64 frozen;
    }

    /* CONSTANTS */

    /// @notice What a seat gives at once, what it grows to, and in how many days; PEER units.
    uint64 public constant FIRST_LIMIT = 10e6;
    uint64 public constant FULL_LIMIT = 100e6;
    uint16 public constant RAMP_DAYS = 180;

    /// @notice Different seated members who must have paid an account before its limit grows.
    uint8 public constant RAMP_PAYERS = 3;

    /// @notice Largest limit of any account, whatever its parts add up to.
    uint64 public constant CAP = 10_000e6;

    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;
    address public immutable taskMarket;
    address public immutable sponsorship;

    /* STORAGE */

    mapping(uint32 accountId => Line) private _lines;

    /* MODIFIERS */

    modifier only(address caller) {
        if (msg.sender != caller) revert CreditLinesNotAuthorised(msg.sender);
        _;
    }

    /* CONSTRUCTOR */

    /// @param sponsorship_ the contract that freezes parts of lines; a town that sponsors nobody names any other address
    constructor(IMembers members_, ILedger ledger_, address taskMarket_, address sponsorship_) {
        members = members_;
        ledger = ledger_;
        taskMarket = taskMarket_;
        sponsorship = sponsorship_;
    }

    /* ANYONE */

    /// @inheritdoc ICreditLines
    function refresh(uint32 accountId) external returns (uint64 limit) {
        return _write(accountId);
    }

    /* TASK MARKET */

    /// @inheritdoc ICreditLines
    function recordReceipt(uint32 accountId, uint32 payerId) external only(taskMarket) {
        Line memory line = _lines[accountId];
        if (line.payers == RAMP_PAYERS) return;
        if (payerId == accountId || payerId == line.firstPayer || payerId == line.secondPayer) return;
        if (!members.isSeated(accountId) || !members.isSeated(payerId)) return;

        ++line.payers;
        if (line.payers == 1) line.firstPayer = payerId;
        else if (line.payers == 2) line.secondPayer = payerId;
        else line.rampSinceDay = _today();
        _lines[accountId] = line;
        emit ReceiptRecorded(accountId, payerId, line.payers, line.rampSinceDay);
    }

    /* SPONSORSHIP */

    /// @inheritdoc ICreditLines
    function freezeLine(uint32 sponsorId, uint64 amount) external only(sponsorship) {
        _setFrozen(sponsorId, _lines[sponsorId].frozen + amount);
    }

    /// @inheritdoc ICreditLines
    /// @dev Freeing more than is frozen frees all: nothing that ends a sponsorship may get stuck here.
    function unfreezeLine(uint32 sponsorId, uint64 amount) external only(sponsorship) {
        uint64 frozen = _lines[sponsorId].frozen;
        _setFrozen(sponsorId, frozen > amount ? frozen - amount : 0);
    }

    /* MEMBERS */

    /// @inheritdoc ISeatListener
    function seatTaken(uint32 accountId, address) external only(address(members)) {
        _write(accountId);
    }

    /// @inheritdoc ISeatListener
    function seatEnded(uint32 accountId, address) external only(address(members)) {
        _write(accountId);
    }

    /// @inheritdoc IKeyListener
    /// @dev Lines are kept by id, and the ledger has moved the limit with the word.
    function accountRotated(uint32 accountId, address from, address to) external {}

    /* VIEWS */

    /// @notice The ledger's forwarder is this one's too, so that what anyone may push can be signed for and relayed.
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return ERC2771Context(address(ledger)).isTrustedForwarder(forwarder);
    }

    /// @inheritdoc ICreditLines
    function limitOf(
        uint32 accountId
    ) external view returns (uint64 basic, uint64 vouched, uint64 growth, uint64 frozen, uint64 limit) {
        (, bool seated) = _owner(accountId);
        return _parts(_lines[accountId], seated);
    }

    /// @inheritdoc ICreditLines
    function rampOf(uint32 accountId) external view returns (uint8 payers, uint16 rampSinceDay) {
        Line storage line = _lines[accountId];
        return (line.payers, line.rampSinceDay);
    }

    /* INTERNAL */

    function _setFrozen(uint32 sponsorId, uint64 frozen) internal {
        _lines[sponsorId].frozen = frozen;
        emit LineFrozen(sponsorId, frozen);
        _write(sponsorId);
    }

    /// @dev A limit below the debt is fine: it stops new draws and asks for nothing back.
    function _write(uint32 accountId) internal returns (uint64 limit) {
        (address owner, bool seated) = _owner(accountId);
        uint64 basic;
        uint64 frozen;
        (basic, , , frozen, limit) = _parts(_lines[accountId], seated);
        emit LimitRefreshed(accountId, basic, frozen, limit);
        ledger.setLimit(owner, limit);
    }

    /// @dev min(cap, basic + vouched + growth) - frozen, and nothing without a seat.
    function _parts(
        Line memory line,
        bool seated
    ) internal view returns (uint64 basic, uint64 vouched, uint64 growth, uint64 frozen, uint64 limit) {
        frozen = line.frozen;
        if (!seated) return (0, 0, 0, frozen, 0);
        basic = _basic(line);
        uint64 sum = basic + vouched + growth;
        if (sum > CAP) sum = CAP;
        limit = sum > frozen ? sum - frozen : 0;
    }

    function _basic(Line memory line) internal view returns (uint64) {
        if (line.payers < RAMP_PAYERS) return FIRST_LIMIT;
        uint16 age = _today() - line.rampSinceDay;
        if (age >= RAMP_DAYS) return FULL_LIMIT;
        return FIRST_LIMIT + ((FULL_LIMIT - FIRST_LIMIT) * age) / RAMP_DAYS;
    }

    /// @dev See `IMembers.accountWord` for the places.
    function _owner(uint32 accountId) internal view returns (address owner, bool seated) {
        uint256 word = members.accountWord(accountId);
        owner = address(uint160(word));
        if (owner == address(0)) revert CreditLinesUnknownAccount(accountId);
        seated = uint8(word >> 160) == uint8(AccountKind.Member) && uint16(word >> 168) > _today();
    }

    function _today() internal view returns (uint16) {
        return uint16(block.timestamp / 1 days);
    }
}
