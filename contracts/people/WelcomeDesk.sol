// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IPersonhood} from "../interfaces/IPersonhood.sol";

/// @title WelcomeDesk
/// @notice The local town's personhood check: it admits anyone, and says so. Works on chain id 31337 only.
contract WelcomeDesk is IPersonhood {
    uint256 private constant LOCAL_CHAIN_ID = 31337;
    uint16 private constant SEAT_DAYS = 180;

    /// @notice This check is for a local town alone.
    error WelcomeDeskWrongChain(uint256 chainId);

    constructor() {
        if (block.chainid != LOCAL_CHAIN_ID) revert WelcomeDeskWrongChain(block.chainid);
    }

    /// @inheritdoc IPersonhood
    /// @dev Looks at the chain again, since a chain can fork away under a contract.
    function check(address, uint32, bool, bytes calldata) external view returns (uint16 seatDays) {
        if (block.chainid != LOCAL_CHAIN_ID) revert WelcomeDeskWrongChain(block.chainid);
        return SEAT_DAYS;
    }

    /// @notice What this desk is, for people to read.
    function note() external pure returns (string memory) {
        return
            "This is a local town for trying things out: the welcome desk gives a seat to everyone who asks "
            "and does not check whether they are one human. Never use it where money or votes matter.";
    }
}
