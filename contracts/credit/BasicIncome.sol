// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IBasicIncome} from "../interfaces/IBasicIncome.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {ISeatListener} from "../interfaces/IPersonhood.sol";

/// @title BasicIncome
/// @notice See `IBasicIncome`. `accumulated` is what one seat would have got since the first epoch; a member is owed what it
/// grew by since its mark. The ledger account of this contract holds exactly the sum of what all members are owed.
/// @dev What the hot path needs lies in two words: the clock, and the member's owner and mark. The owner is kept here, told by
/// `Members` at rotation, because asking would cost a claim a tenth more.
contract BasicIncome is IBasicIncome, ISeatListener {
    /// @param accumulated PEER units a seat since the beginning
    /// @param expired the part of it that is eight epochs old and goes back to the commons
    struct Clock {
        uint64 accumulated;
        uint64 expired;
        uint32 epoch;
        uint32 seats;
    }

    struct Entry {
        address owner;
        uint64 mark;
    }

    /* CONSTANTS */

    /// @notice A share not claimed for so many epochs returns to the commons.
    uint32 public constant EXPIRY = 8;

    /// @notice An epoch gives out one part in so many of the free commons.
    uint256 public constant PARTS = 4;

    /* IMMUTABLES */

    address public immutable members;
    ILedger public immutable ledger;

    /* STORAGE */

    Clock private _clock;

    /// @dev `accumulated` after each of the last eight epochs, at epoch % 8: two words.
    uint64[8] private _history;

    mapping(uint32 accountId => Entry) private _entries;

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
        Clock memory clock = _clock;
        if (clock.epoch == epochNow()) revert BasicIncomeEpochOpen(clock.epoch);
        return _open(clock);
    }

    /// @inheritdoc IBasicIncome
    function claim(uint32 accountId) external returns (uint256 amount) {
        Clock memory clock = _clock;
        if (clock.epoch != epochNow()) _open(clock);
        Entry memory entry = _entries[accountId];
        if (entry.owner == address(0)) revert BasicIncomeNotEntered(accountId);

        uint256 expired;
        (amount, expired) = _owed(clock, entry.mark);
        if (amount + expired == 0) revert BasicIncomeNothing(accountId);
        _entries[accountId].mark = clock.accumulated;
        emit IncomeClaimed(accountId, entry.owner, amount, expired);
        _payOut(entry.owner, amount, expired);
    }

    /* MEMBERS */

    /// @inheritdoc ISeatListener
    /// @dev Nothing of what was opened before.
    function seatTaken(uint32 accountId, address owner) external onlyMembers {
        uint64 mark = _clock.accumulated;
        _clock.seats += 1;
        _entries[accountId] = Entry(owner, mark);
        emit IncomeEntered(accountId, mark);
    }

    /// @inheritdoc ISeatListener
    /// @dev Pays what is owed to the last unit, so that nobody has to come back without a seat.
    function seatEnded(uint32 accountId, address) external onlyMembers {
        Entry memory entry = _entries[accountId];
        if (entry.owner == address(0)) return;
        Clock memory clock = _clock;
        (uint256 amount, uint256 expired) = _owed(clock, entry.mark);
        _clock.seats = clock.seats - 1;
        delete _entries[accountId];
        emit IncomeExited(accountId, amount);
        _payOut(entry.owner, amount, expired);
    }

    /// @inheritdoc ISeatListener
    function accountRotated(uint32 accountId, address, address to) external onlyMembers {
        if (_entries[accountId].owner != address(0)) _entries[accountId].owner = to;
    }

    /* VIEWS */

    /// @inheritdoc IBasicIncome
    function claimable(uint32 accountId) external view returns (uint256 amount, uint256 expired) {
        Entry memory entry = _entries[accountId];
        if (entry.owner == address(0)) revert BasicIncomeNotEntered(accountId);
        Clock memory clock = _clock;
        uint32 epoch = epochNow();
        if (clock.epoch != epoch) {
            clock.expired = _expiredAt(clock, epoch);
            clock.accumulated += _share(clock.seats);
        }
        return _owed(clock, entry.mark);
    }

    /// @inheritdoc IBasicIncome
    function epochNow() public view returns (uint32) {
        return uint32(block.timestamp / 1 weeks);
    }

    /// @inheritdoc IBasicIncome
    function lastEpoch() external view returns (uint32) {
        return _clock.epoch;
    }

    /// @notice PEER units a seat has been given since the beginning, and the part of it that is expired.
    function accumulated() external view returns (uint64 total, uint64 expired) {
        return (_clock.accumulated, _clock.expired);
    }

    /// @notice Seats that take part.
    function seats() external view returns (uint32) {
        return _clock.seats;
    }

    /// @notice Who is paid, and what `accumulated` was when it was last paid or entered.
    function markOf(uint32 accountId) external view returns (address owner, uint64 mark) {
        Entry memory entry = _entries[accountId];
        return (entry.owner, entry.mark);
    }

    /* INTERNAL */

    /// @dev Takes the shares out of the commons before anybody can be owed them. Changes `clock` in place.
    function _open(Clock memory clock) internal returns (uint256 share) {
        uint32 epoch = epochNow();
        uint64 before = clock.accumulated;
        clock.expired = _expiredAt(clock, epoch);
        // Weeks that nobody opened added nothing; at most eight places are left to say so.
        uint32 first = clock.epoch + EXPIRY < epoch ? epoch - EXPIRY : clock.epoch + 1;
        for (uint32 skipped = first; skipped < epoch; ++skipped) {
            _history[skipped % EXPIRY] = before;
        }
        share = _share(clock.seats);
        clock.accumulated = before + uint64(share);
        clock.epoch = epoch;
        _history[epoch % EXPIRY] = clock.accumulated;
        _clock = clock;
        emit EpochOpened(epoch, share, clock.seats, clock.accumulated);
        if (share != 0) ledger.drawCommons(share * clock.seats);
    }

    /// @dev `accumulated` as it was after the epoch eight before this one.
    function _expiredAt(Clock memory clock, uint32 epoch) internal view returns (uint64) {
        return epoch - clock.epoch >= EXPIRY ? clock.accumulated : _history[epoch % EXPIRY];
    }

    /// @dev What the commons owes nobody yet, a quarter of it, in equal parts; the remainder stays. Below 2^64, as all balances.
    function _share(uint32 seats_) internal view returns (uint64) {
        return seats_ == 0 ? 0 : uint64(ledger.balanceOf(address(ledger)) / PARTS / seats_);
    }

    function _owed(Clock memory clock, uint64 mark) internal pure returns (uint256 amount, uint256 expired) {
        uint64 from = mark > clock.expired ? mark : clock.expired;
        return (clock.accumulated - from, from - mark);
    }

    function _payOut(address owner, uint256 amount, uint256 expired) internal {
        if (amount != 0) ledger.disburse(owner, amount);
        if (expired != 0) ledger.disburse(address(ledger), expired);
    }
}
