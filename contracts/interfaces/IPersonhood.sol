// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Personhood check
/// @notice Says whether somebody is one human who has no other seat. `Members` calls it at join and renewal.
/// Implementations: `Sponsorship` (default), `WelcomeDesk` (local town).
interface IPersonhood {
    /// @param who address that asks
    /// @param accountId its id, just given out when it is new
    /// @param renewal true when it renews a seat
    /// @param proof what the implementation wants to see
    /// @return seatDays how long the seat shall last, 1 to 180; 0 refuses
    /// @dev Called only by `Members`; may write (consume sponsorships) and may revert with its own sentence.
    function check(
        address who,
        uint32 accountId,
        bool renewal,
        bytes calldata proof
    ) external returns (uint16 seatDays);
}

/// @notice Told by `Members` when an account changes its key. Trusted core only.
interface IKeyListener {
    function accountRotated(uint32 accountId, address from, address to) external;
}

/// @notice Told by `Members` when seats come and go too, so that income and limits follow.
interface ISeatListener is IKeyListener {
    function seatTaken(uint32 accountId, address owner) external;

    function seatEnded(uint32 accountId, address owner) external;
}
