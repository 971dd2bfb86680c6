// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title PlayDollar
/// @notice Play money for a local town: a stablecoin that is worth nothing and says so, to try the gate with. Every wallet has 100
/// of it from the start, so nobody needs to ask for any. Works on chain id 31337 only.
contract PlayDollar is ERC20Permit {
    uint256 public constant WELCOME = 100e6;
    uint256 private constant LOCAL_CHAIN_ID = 31337;

    /// @notice This token is for a local town alone.
    error PlayDollarWrongChain(uint256 chainId);

    /// @dev Wallets whose first 100 are written down, since they have moved some.
    mapping(address wallet => bool) private _welcomed;

    constructor() ERC20("Play dollar, worth nothing", "PLAY") ERC20Permit("Play dollar, worth nothing") {
        if (block.chainid != LOCAL_CHAIN_ID) revert PlayDollarWrongChain(block.chainid);
    }

    function decimals() public pure override returns (uint8) {
        return 6;
    }

    function balanceOf(address wallet) public view override returns (uint256) {
        return super.balanceOf(wallet) + (_isNew(wallet) ? WELCOME : 0);
    }

    function _update(address from, address to, uint256 amount) internal override {
        if (_isNew(from)) {
            _welcomed[from] = true;
            super._update(address(0), from, WELCOME);
        }
        super._update(from, to, amount);
    }

    /// @dev Contracts get none: the gate is to hold what people bring.
    function _isNew(address wallet) private view returns (bool) {
        return wallet != address(0) && !_welcomed[wallet] && wallet.code.length == 0;
    }
}
