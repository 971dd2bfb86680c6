// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {IBasicIncome} from "../interfaces/IBasicIncome.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IKeyListener, ISeatListener} from "../interfaces/IPersonhood.sol";

/// @title BasicIncome
/// @notice See `IBasicIncome`. `accumulated` is what one seat would have got since the first epoch; a member is owed what it
/// grew by since its mark. The ledger account of this contract holds exactly the sum of what all members are owed.
/// @dev What the hot path needs lies in two words: the clock, and the member's owner and mark. The owner is kept here, told by
/// `Members` at rotation, because asking would cost a claim a tenth more.
contract BasicIncome is IBasicIncome, ISeatListener {
    /* CONSTANTS */

    /// @notice A share not claimed for so many epochs returns to the commons.
    uint32 public constant EXPIRY = 8;

    /// @notice An epoch gives out one part in so many of the free commons.
    uint256 public constant PARTS = 4;

    uint256 private constant EXPIRED_AT = 64;
    uint256 private constant EPOCH_AT = 128;
    uint256 private constant SEATS_AT = 160;
    uint256 private constant MARK_AT = 160;

    /* IMMUTABLES */

    address public immutable members;
    ILedger public immutable ledger;

    /* STORAGE */

    /// @dev Lowest bits first: what one seat would have got since the beginning 64, the part of that which is expired 64, last
    /// epoch 32, seats 32. Unpacked by hand, as the entries are, because a claim reads both.
    uint256 private _clock;

    /// @dev `accumulated` after each of the last eight epochs, at epoch % 8: two words.
    uint64[8] private _history;

    /// @dev Owner 160, mark 64: what `accumulated` was when the member was last paid, or entered.
    mapping(uint32 accountId => uint256 word) private _entries;

    /* MODIFIERS */

    modifier onlyMembers() {
        if (msg.sender != members) revert BasicIncomeNotAuthorised(msg.sender);
        _;
    }

    /* CONSTRUCTOR */

    constructor(address members_, ILedger ledger_) {
        members = members_;
        ledger = ledger_;
    }

    /* ANYONE */

    /// @inheritdoc IBasicIncome
    function openEpoch() external returns (uint256 share) {
        uint256 clock = _clock;
        if (_epochOf(clock) == epochNow()) revert BasicIncomeEpochOpen(epochNow());
        (, share) = _open(clock);
    }

    /// @inheritdoc IBasicIncome
    function claim(uint32 accountId) external returns (uint256 amount) {
        uint256 clock = _clock;
        if (_epochOf(clock) != epochNow()) (clock, ) = _open(clock);
        uint256 entry = _entries[accountId];
        if (entry == 0) revert BasicIncomeNotEntered(accountId);

        uint256 expired;
        (amount, expired) = _owed(clock, entry);
        if (amount + expired == 0) revert BasicIncomeNothing(accountId);
        address owner = address(uint160(entry));
        _entries[accountId] = _entry(owner, clock);
        emit IncomeClaimed(accountId, owner, amount, expired);
        _payOut(owner, amount, expired);
    }

    /* MEMBERS */

    /// @inheritdoc ISeatListener
    /// @dev Nothing of what was opened before.
    function seatTaken(uint32 accountId, address owner) external onlyMembers {
        uint256 clock = _clock;
        _entries[accountId] = _entry(owner, clock);
        _clock = clock + (1 << SEATS_AT);
        emit IncomeEntered(accountId, uint64(clock));
    }

    /// @inheritdoc ISeatListener
    /// @dev Pays what is owed to the last unit, so that nobody has to come back without a seat.
    function seatEnded(uint32 accountId, address) external onlyMembers {
        uint256 entry = _entries[accountId];
        if (entry == 0) return;
        uint256 clock = _clock;
        (uint256 amount, uint256 expired) = _owed(clock, entry);
        _clock = clock - (1 << SEATS_AT);
        delete _entries[accountId];
        emit IncomeExited(accountId, amount);
        _payOut(address(uint160(entry)), amount, expired);
    }

    /// @inheritdoc IKeyListener
    function accountRotated(uint32 accountId, address, address to) external onlyMembers {
        uint256 entry = _entries[accountId];
        if (entry != 0) _entries[accountId] = ((entry >> MARK_AT) << MARK_AT) | uint160(to);
    }

    /* VIEWS */

    /// @notice The ledger's forwarder is this one's too, so that what anyone may push can be signed for and relayed.
    function isTrustedForwarder(address forwarder) external view returns (bool) {
        return ERC2771Context(address(ledger)).isTrustedForwarder(forwarder);
    }

    /// @inheritdoc IBasicIncome
    function claimable(uint32 accountId) external view returns (uint256 amount, uint256 expired) {
        uint256 entry = _entries[accountId];
        if (entry == 0) revert BasicIncomeNotEntered(accountId);
        uint256 clock = _clock;
        if (_epochOf(clock) != epochNow()) {
            clock = _next(clock, epochNow(), _share(_seatsOf(clock)));
        }
        return _owed(clock, entry);
    }

    /// @inheritdoc IBasicIncome
    function epochNow() public view returns (uint32) {
        return uint32(block.timestamp / 1 weeks);
    }

    /// @inheritdoc IBasicIncome
    function lastEpoch() external view returns (uint32) {
        return _epochOf(_clock);
    }

    /// @notice PEER units a seat has been given since the beginning, and the part of it that is expired.
    function accumulated() external view returns (uint64 total, uint64 expired) {
        uint256 clock = _clock;
        return (uint64(clock), uint64(clock >> EXPIRED_AT));
    }

    /// @notice Seats that take part.
    function seats() external view returns (uint32) {
        return _seatsOf(_clock);
    }

    /// @notice Who is paid, and what `accumulated` was when it was last paid or entered.
    function markOf(uint32 accountId) external view returns (address owner, uint64 mark) {
        uint256 entry = _entries[accountId];
        return (address(uint160(entry)), uint64(entry >> MARK_AT));
    }

    /* INTERNAL */

    /// @dev Takes the shares out of the commons before anybody can be owed them.
    function _open(uint256 clock) internal returns (uint256 opened, uint256 share) {
        uint32 epoch = epochNow();
        uint32 count = _seatsOf(clock);
        share = _share(count);
        opened = _next(clock, epoch, share);
        // Weeks that nobody opened added nothing; at most eight places are left to say so.
        uint32 last = _epochOf(clock);
        for (uint32 skipped = epoch - last > EXPIRY ? epoch - EXPIRY : last + 1; skipped < epoch; ++skipped) {
            _history[skipped % EXPIRY] = uint64(clock);
        }
        _history[epoch % EXPIRY] = uint64(opened);
        _clock = opened;
        emit EpochOpened(epoch, share, count, uint64(opened));
        if (share != 0) ledger.drawCommons(share * count);
    }

    /// @dev The clock of a later epoch. Expired is what `accumulated` was after the epoch eight before it.
    function _next(uint256 clock, uint32 epoch, uint256 share) internal view returns (uint256) {
        uint256 old = epoch - _epochOf(clock) >= EXPIRY ? uint64(clock) : _history[epoch % EXPIRY];
        // The ledger keeps all that was ever given out below 2^64 at a time; a seat's sum is less than that for ages.
        uint256 total = uint64(clock) + share;
        return
            ((clock >> SEATS_AT) << SEATS_AT) |
            (uint256(epoch) << EPOCH_AT) |
            (old << EXPIRED_AT) |
            uint64(total);
    }

    /// @dev A quarter of the commons in equal parts; the remainder stays. What is owed already has left it before.
    function _share(uint32 count) internal view returns (uint256) {
        return count == 0 ? 0 : ledger.balanceOf(address(ledger)) / PARTS / count;
    }

    function _owed(uint256 clock, uint256 entry) internal pure returns (uint256 amount, uint256 expired) {
        uint256 mark = entry >> MARK_AT;
        uint256 from = uint64(clock >> EXPIRED_AT);
        unchecked {
            // A mark is a former total, and so is what is expired.
            if (from > mark) expired = from - mark;
            else from = mark;
            amount = uint64(clock) - from;
        }
    }

    function _payOut(address owner, uint256 amount, uint256 expired) internal {
        if (amount != 0) ledger.disburse(owner, amount);
        if (expired != 0) ledger.disburse(address(ledger), expired);
    }

    function _entry(address owner, uint256 clock) internal pure returns (uint256) {
        return (((clock << MARK_AT) << 32) >> 32) | uint160(owner);
    }

    function _epochOf(uint256 clock) internal pure returns (uint32) {
        return uint32(clock >> EPOCH_AT);
    }

    function _seatsOf(uint256 clock) internal pure returns (uint32) {
        return uint32(clock >> SEATS_AT);
    }
}
