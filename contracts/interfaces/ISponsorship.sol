// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPersonhood} from "./IPersonhood.sol";

/// @title Sponsorship
/// @notice Two seated members vouch that a person is one human. Each freezes 5 PEER of its own line until the newcomer
/// has gone back through zero and been paid for a task by a member. Sponsors must be seated 90 days (founders exempt) and sponsor at most two a month (30 days).
interface ISponsorship is IPersonhood {
    event Sponsored(uint32 indexed sponsorId, address indexed newcomer);
    /// @notice A newcomer's two sponsors stood for its seat. With `bonded` their 5 PEER stay frozen for the account, otherwise
    /// they are freed at once.
    event SponsorshipUsed(address indexed newcomer, uint32 indexed accountId, bool bonded);
    event SponsorshipWithdrawn(uint32 indexed sponsorId, address indexed newcomer);
    event SponsorshipReleased(uint32 indexed sponsorId, uint32 indexed newcomerId);

    error SponsorshipTooYoung(uint32 sponsorId, uint16 seatedSinceDay);
    error SponsorshipMonthlyLimit(uint32 sponsorId);
    error SponsorshipNotSeated(uint32 sponsorId);
    error SponsorshipTwice(uint32 sponsorId, address newcomer);
    error SponsorshipFull(address newcomer);
    error SponsorshipMissing(address newcomer, uint8 have);
    error SponsorshipNotReturned(uint32 newcomerId);
    error SponsorshipNoLine(uint32 sponsorId, uint64 limit);
    error SponsorshipOnlyMembers(address caller);
    error SponsorshipNotOwner(uint32 sponsorId, address caller);
    error SponsorshipSelf(uint32 sponsorId);
    error SponsorshipNone(uint32 sponsorId, address newcomer);

    /// @notice Sponsors an address that wants a seat, or wants to renew one. The 5 PEER to freeze must be there undrawn.
    function sponsor(uint32 sponsorId, address newcomer) external;

    /// @notice Takes back a sponsorship that was not used yet; its place in the month stays used.
    function withdraw(uint32 sponsorId, address newcomer) external;

    /// @notice Frees the sponsors' frozen 5 PEER once the newcomer has been below zero and come back, and
    /// has been paid for a task by a member. Anyone.
    function release(uint32 newcomerId) external;

    function sponsorsOf(address newcomer) external view returns (uint32 first, uint32 second);
}
