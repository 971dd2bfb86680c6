// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";

import {ForwardRequest, IForwarder} from "../interfaces/IForwarder.sol";

/// @notice A contract that trusts a forwarder and remembers whom it took for the caller.
contract ForwardTarget is ERC2771Context {
    address public lastCaller;
    uint256 public lastNumber;
    uint256 public calls;
    uint256 private _burnt;

    error ForwardTargetRefused(uint256 number);

    constructor(address forwarder) ERC2771Context(forwarder) {}

    function remember(uint256 number) external payable {
        lastCaller = _msgSender();
        lastNumber = number;
        ++calls;
    }

    function refuse(uint256 number) external payable {
        revert ForwardTargetRefused(number);
    }

    /// @notice Writes until it has used about this much gas.
    function burn(uint256 amount) external {
        uint256 start = gasleft();
        while (start - gasleft() < amount) ++_burnt;
        ++calls;
    }

    /// @notice Comes back into the forwarder with a request, and swallows its failure.
    function comeBack(ForwardRequest calldata request) external {
        ++calls;
        try IForwarder(msg.sender).execute(request) {} catch {}
    }
}
