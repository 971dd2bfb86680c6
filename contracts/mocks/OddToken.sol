// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice An ERC-20 with any of the habits real ones have: a fee on each transfer, no return value, refusing an address, calling
/// back, taking more from the sender than it sends.
contract OddToken {
    error OddTokenRefused();

    string public constant symbol = "ODD";
    uint8 public immutable decimals;

    uint256 public feeBps;
    uint256 public extra;
    bool public silent;
    address public refused;
    address public callee;
    bytes public call;
    bool public calledBack;

    mapping(address holder => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    constructor(uint8 decimals_) {
        decimals = decimals_;
    }

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function setFee(uint256 bps) external {
        feeBps = bps;
    }

    /// @notice What a sender loses beside what it sends.
    function setExtra(uint256 amount) external {
        extra = amount;
    }

    function setSilent(bool silent_) external {
        silent = silent_;
    }

    function refuse(address who) external {
        refused = who;
    }

    /// @notice Calls back in the middle of every transfer; whether that succeeded is remembered.
    function callBack(address callee_, bytes calldata call_) external {
        (callee, call) = (callee_, call_);
    }

    function approve(address spender, uint256 amount) external returns (bool) {
        allowance[msg.sender][spender] = amount;
        return true;
    }

    function transfer(address to, uint256 amount) external {
        _move(msg.sender, to, amount);
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        _move(from, to, amount);
    }

    /// @dev Ends the call itself, with a word that says true or with nothing at all.
    function _move(address from, address to, uint256 amount) private {
        if (from == refused || to == refused) revert OddTokenRefused();
        if (callee != address(0)) {
            // solhint-disable-next-line avoid-low-level-calls
            (bool success, ) = callee.call(call);
            calledBack = calledBack || success;
        }
        balanceOf[from] -= amount + extra;
        balanceOf[to] += amount - (amount * feeBps) / 1e4;
        if (silent) {
            assembly {
                return(0, 0)
            }
        }
        assembly {
            mstore(0, 1)
            return(0, 32)
        }
    }
}
