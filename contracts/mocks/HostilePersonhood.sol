// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IMembers} from "../interfaces/IMembers.sol";
import {IPersonhood} from "../interfaces/IPersonhood.sol";

/// @notice A personhood check gone bad, in the ways a check can go bad.
contract HostilePersonhood is IPersonhood {
    enum Mode {
        Refuse,
        Revert,
        BurnGas,
        Forever,
        Reenter
    }

    Mode public mode;

    error HostilePersonhoodSaysNo();

    function setMode(Mode mode_) external {
        mode = mode_;
    }

    function check(address, uint32 accountId, bool, bytes calldata) external returns (uint16) {
        if (mode == Mode.Revert) revert HostilePersonhoodSaysNo();
        while (mode == Mode.BurnGas) {}
        if (mode == Mode.Forever) return type(uint16).max;
        if (mode == Mode.Reenter) {
            IMembers(msg.sender).expire(accountId);
            return 1;
        }
        return 0;
    }
}
