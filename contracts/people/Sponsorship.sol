// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILedger, LedgerFlags} from "../interfaces/ILedger.sol";
import {Account, IMembers} from "../interfaces/IMembers.sol";
import {IPersonhood} from "../interfaces/IPersonhood.sol";
import {ISponsorship} from "../interfaces/ISponsorship.sol";

/// @title Sponsorship
/// @notice The default personhood check: two members stand for a newcomer; see `ISponsorship`.
contract Sponsorship is ISponsorship, ERC2771Context {
    /// @dev Two ids, for what a newcomer has or stands on.
    struct Pair {
        uint32 first;
        uint32 second;
    }

    /// @dev Days of a sponsor's last two sponsorships; 0 for none.
    struct Given {
        uint16 older;
        uint16 newer;
    }

    /* CONSTANTS */

    /// @notice What a sponsor freezes of its own line, in PEER units.
    uint64 public constant FREEZE = 5e6;

    /// @notice Days a sponsor must have been seated, founders exempt.
    uint16 public constant MIN_SEATED_DAYS = 90;

    /// @notice Days in which a sponsor gives at most two sponsorships. A rolling month, so no calendar edge allows four.
    uint16 public constant MONTH_DAYS = 30;

    uint16 private constant SEAT_DAYS = 180;

    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;
    ICreditLines public immutable lines;

    /* STORAGE */

    mapping(address newcomer => Pair) private _sponsors;
    mapping(uint32 sponsorId => Given) private _given;

    /// @notice Who has 5 PEER frozen for the account.
    mapping(uint32 newcomerId => Pair) public bondOf;

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        IMembers members_,
        ILedger ledger_,
        ICreditLines lines_
    ) ERC2771Context(forwarder) {
        members = members_;
        ledger = ledger_;
        lines = lines_;
    }

    /* SPONSOR */

    /// @inheritdoc ISponsorship
    function sponsor(uint32 sponsorId, address newcomer) external {
        Account memory account = _authorised(sponsorId);
        uint16 today = _today();
        if (account.owner == newcomer) revert SponsorshipSelf(sponsorId);
        if (account.seatUntilDay <= today) revert SponsorshipNotSeated(sponsorId);
        if (!account.founder && account.seatedSinceDay + MIN_SEATED_DAYS > today) {
            revert SponsorshipTooYoung(sponsorId, account.seatedSinceDay);
        }
        Pair storage pair = _sponsors[newcomer];
        if (pair.first == sponsorId) revert SponsorshipTwice(sponsorId, newcomer);
        if (pair.second != 0) revert SponsorshipFull(newcomer);
        Given storage given = _given[sponsorId];
        if (given.older != 0 && given.older + MONTH_DAYS > today) revert SponsorshipMonthlyLimit(sponsorId);
        (, , , , uint64 limit) = lines.limitOf(sponsorId);
        // A line drawn to its end secures nobody.
        if (limit < FREEZE || ledger.available(account.owner) < FREEZE) {
            revert SponsorshipNoLine(sponsorId, limit);
        }

        if (pair.first == 0) pair.first = sponsorId;
        else pair.second = sponsorId;
        (given.older, given.newer) = (given.newer, today);
        emit Sponsored(sponsorId, newcomer);

        lines.freezeLine(sponsorId, FREEZE);
    }

    /// @inheritdoc ISponsorship
    /// @dev No seat is asked for: who left must get its line back too.
    function withdraw(uint32 sponsorId, address newcomer) external {
        _authorised(sponsorId);
        Pair storage pair = _sponsors[newcomer];
        if (sponsorId == pair.first) pair.first = pair.second;
        else if (sponsorId != pair.second) revert SponsorshipNone(sponsorId, newcomer);
        pair.second = 0;
        emit SponsorshipWithdrawn(sponsorId, newcomer);

        lines.unfreezeLine(sponsorId, FREEZE);
    }

    /// @inheritdoc ISponsorship
    function release(uint32 newcomerId) external {
        Pair memory bond = bondOf[newcomerId];
        if (bond.first == 0 || !_hasReturned(newcomerId)) revert SponsorshipNotReturned(newcomerId);
        delete bondOf[newcomerId];
        _free(bond, newcomerId);
    }

    /* PERSONHOOD */

    /// @inheritdoc IPersonhood
    /// @dev One bond an account: when one stands already (a renewal, a return) or the account has been through zero, fresh
    /// sponsors say that it is one human and get their freeze back at once.
    function check(address who, uint32 accountId, bool, bytes calldata) external returns (uint16 seatDays) {
        if (msg.sender != address(members)) revert SponsorshipOnlyMembers(msg.sender);
        Pair memory pair = _sponsors[who];
        if (pair.second == 0) revert SponsorshipMissing(who, pair.first == 0 ? 0 : 1);
        // A key sponsored by the account may have become its own since.
        if (pair.first == accountId || pair.second == accountId) revert SponsorshipSelf(accountId);
        delete _sponsors[who];
        bool bonded = bondOf[accountId].first == 0 && !_hasReturned(accountId);
        emit SponsorshipUsed(who, accountId, bonded);
        if (bonded) bondOf[accountId] = pair;
        else _free(pair, accountId);
        return SEAT_DAYS;
    }

    /* VIEWS */

    /// @inheritdoc ISponsorship
    function sponsorsOf(address newcomer) external view returns (uint32 first, uint32 second) {
        Pair memory pair = _sponsors[newcomer];
        return (pair.first, pair.second);
    }

    /* INTERNAL */

    function _free(Pair memory pair, uint32 newcomerId) private {
        emit SponsorshipReleased(pair.first, newcomerId);
        emit SponsorshipReleased(pair.second, newcomerId);
        lines.unfreezeLine(pair.first, FREEZE);
        lines.unfreezeLine(pair.second, FREEZE);
    }

    /// @dev The flag moves with the ledger word, so it is read at the present owner.
    function _hasReturned(uint32 accountId) private view returns (bool) {
        address owner = members.accountOf(accountId).owner;
        if (ledger.accountOf(owner).flags & LedgerFlags.RETURNED == 0) return false;
        // Taking back an own task on credit goes through zero too; being paid for one by a member is meant.
        (uint8 payers, ) = lines.rampOf(accountId);
        return payers != 0;
    }

    function _authorised(uint32 accountId) private view returns (Account memory account) {
        account = members.accountOf(accountId);
        if (account.owner == address(0) || account.owner != _msgSender()) {
            revert SponsorshipNotOwner(accountId, _msgSender());
        }
    }

    function _today() private view returns (uint16) {
        return uint16(block.timestamp / 1 days);
    }
}
