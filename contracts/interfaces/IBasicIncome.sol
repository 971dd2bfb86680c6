// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title BasicIncome
/// @notice Weekly epochs (epoch = timestamp / 604800). Opening an epoch moves an equal share for every seat out of a
/// quarter of the free commons into this contract's account; a share not claimed for eight epochs returns to the commons.
interface IBasicIncome {
    event EpochOpened(uint32 indexed epoch, uint256 share, uint32 seats, uint256 accumulated);
    event IncomeClaimed(uint32 indexed accountId, address indexed to, uint256 amount, uint256 expired);
    event IncomeEntered(uint32 indexed accountId, uint256 accumulated);
    event IncomeExited(uint32 indexed accountId, uint256 paid);

    error BasicIncomeNotEntered(uint32 accountId);
    error BasicIncomeNothing(uint32 accountId);
    error BasicIncomeNotAuthorised(address caller);
    error BasicIncomeEpochOpen(uint32 epoch);

    /// @notice Opens the present epoch if nobody has. Anyone. Skipped epochs cost constant gas and pay nothing back.
    function openEpoch() external returns (uint256 share);

    /// @notice Pays what the member has accrued to its owner. Anyone may push it; opens the epoch when due.
    function claim(uint32 accountId) external returns (uint256 amount);

    function claimable(uint32 accountId) external view returns (uint256 amount, uint256 expired);

    function epochNow() external view returns (uint32);

    function lastEpoch() external view returns (uint32);
}
