// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @title Label
/// @notice What people may call things.
library Label {
    /// @notice 1 to 64 bytes, no control characters, no space at either end.
    function isName(string calldata name) internal pure returns (bool) {
        bytes calldata text = bytes(name);
        uint256 length = text.length;
        if (length == 0 || length > 64) return false;
        if (text[0] == 0x20 || text[length - 1] == 0x20) return false;
        for (uint256 i; i < length; ++i) {
            if (text[i] < 0x20 || text[i] == 0x7f) return false;
        }
        return true;
    }

    /// @notice 2 to 16 of a-z, 0-9 and -.
    function isSymbol(string calldata symbol) internal pure returns (bool) {
        bytes calldata text = bytes(symbol);
        uint256 length = text.length;
        if (length < 2 || length > 16) return false;
        for (uint256 i; i < length; ++i) {
            bytes1 c = text[i];
            bool allowed = (c >= "a" && c <= "z") || (c >= "0" && c <= "9") || c == "-";
            if (!allowed) return false;
        }
        return true;
    }
}
