// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Splitter
/// @notice Splits what bots earned by prefix sums, so that the parts add up to the unit:
/// compute to the operator, upstream works (none yet), 1 - c to the creator, c to the commons and the skill's pot.
interface ISplitter {
    event SplitPushed(
        uint32 indexed botId,
        uint24 indexed skillId,
        uint256 total,
        uint256 compute,
        uint256 upstream,
        uint256 creator,
        uint256 commons,
        uint256 pot
    );

    event PotsSet(address pots);
    event PotTaken(uint24 indexed skillId, uint256 amount);

    error SplitterNothing(uint32 botId);
    error SplitterUnknownBot(uint32 botId);
    error SplitterNotAuthorised(address caller);

    /// @notice Pushes on all that has arrived for the bot. Anyone.
    function push(uint32 botId) external returns (uint256 total);

    /// @notice What `push` would share out now.
    function pending(uint32 botId) external view returns (uint256);

    /// @notice PEER in the skill's pot (shared out by `Pots` later). What strangers sent there before the first share counts
    /// until that share comes.
    function potOf(uint24 skillId) external view returns (uint256);

    /// @notice Ledger account a skill's pot lies at, a function of the id alone.
    function potAddress(uint24 skillId) external view returns (address);

    /// @notice Governor, once: the contract that shares pots out to members.
    function setPots(address pots) external;

    /// @notice Pots: takes over what is held for a skill.
    function takePot(uint24 skillId) external returns (uint256 amount);
}
