// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice A bot's terms, fixed at registration (law 11).
/// @param skillId skill it serves
/// @param creatorId account that gets the creator's share
/// @param computeBps of the price to the host that ran it, at most 2,000
/// @param commonsBps c: of what is left to commons and pot, 5,000 to 9,000; the creator gets the rest
/// @param potBps of c's part to the skill's pot, 2,000 to 8,000 (default 5,000)
struct Bot {
    uint24 skillId;
    uint32 creatorId;
    uint16 computeBps;
    uint16 commonsBps;
    uint16 potBps;
}

/// @title Bots
/// @notice Commons-owned agents. A bot is an account of kind Bot: its owner key is the operator's (the host's) and signs
/// deliveries; its income goes to a payee address nobody holds a key for, and from there through `Splitter`.
interface IBots {
    /// @param modelHash sha-256 of the model file it runs
    /// @param deadline of the operator's consent, which is used up
    event BotRegistered(
        uint32 indexed botId,
        uint24 indexed skillId,
        uint32 indexed creatorId,
        address operator,
        address payee,
        bytes32 modelHash,
        uint16 computeBps,
        uint16 commonsBps,
        uint16 potBps,
        string name,
        uint256 deadline
    );

    error BotsOutOfBounds(bytes32 what, uint256 value, uint256 min, uint256 max);
    error BotsNotOwner(uint32 creatorId, address caller);
    error BotsUnknown(uint32 botId);
    error BotsBadName(string name);
    error BotsSignatureExpired(uint256 deadline);
    error BotsBadSignature(address operator);
    error BotsConsentUsed(address operator);

    /// @param operator address that runs the bot and signs its deliveries; must not be registered yet
    /// @param operatorSignature the operator's consent (EOA or ERC-1271), good once, so that nobody's address is taken without asking:
    /// `Operate(uint32 creatorId,uint24 skillId,uint16 computeBps,bytes32 modelHash,bytes32 sealingKey,uint256 deadline)`
    /// in the EIP-712 domain `PeerCommons Bots`, version 1
    function registerBot(
        uint32 creatorId,
        address operator,
        Bot calldata terms,
        bytes32 modelHash,
        bytes32 sealingKey,
        string calldata name,
        uint256 deadline,
        bytes calldata operatorSignature
    ) external returns (uint32 botId);

    function botOf(uint32 botId) external view returns (Bot memory);

    /// @notice Bots registered for a skill.
    function botCount(uint24 skillId) external view returns (uint32);

    /// @notice Ledger account a bot's payments go to, a function of the id alone.
    function payeeOf(uint32 botId) external view returns (address);
}
