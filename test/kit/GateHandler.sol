// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {OddToken} from "../../contracts/mocks/OddToken.sol";
import {System} from "./System.sol";

/// @notice Plays a town with a gate at random: every public entry point of `Gate`, tokens of all habits, payments beside, jumps of up
/// to ten years. It never reverts and keeps books of its own.
contract GateHandler is System {
    uint256 private constant PEOPLE = 4;
    uint256 private constant TOKENS = 4;

    string[4] private _names = ["ada", "bo", "cem", "dia"];
    OddToken[4] private _tokens;
    uint256[4] private _scales;

    uint256 public deposits;
    uint256 public redemptions;
    uint256 public refused;
    /// @notice First sentence of what went wrong, empty while all is well.
    string public complaint;

    /// @dev What each account brought in of each token and did not take out, as this town saw it.
    mapping(uint32 accountId => mapping(uint256 token => uint256)) private _broughtIn;

    constructor() {
        deploySystem();
        for (uint256 i; i < PEOPLE; ++i) seatFounder(actor(_names[i]));
        sealSystem();
        for (uint256 i; i < TOKENS; ++i) {
            _tokens[i] = new OddToken(i % 2 == 0 ? 6 : 18);
            _scales[i] = i % 2 == 0 ? 1 : 1e12;
            vm.prank(governor);
            gate.proposeToken(address(_tokens[i]));
        }
        skip(30 days);
        for (uint256 i; i < TOKENS; ++i) gate.listToken(address(_tokens[i]));
        _tokens[2].setFee(250);
        _tokens[3].setSilent(true);
    }

    /* ACTIONS */

    function deposit(uint256 who, uint256 which, uint256 amount) external {
        (uint32 id, address owner) = _person(who);
        OddToken token = _tokens[which % TOKENS];
        uint256 scale = _scales[which % TOKENS];
        uint256 sum = bound(amount, 0, 300e6 * scale + scale);
        token.mint(owner, sum);
        uint256 had = token.balanceOf(address(gate));
        int256 before = ledger.signedBalanceOf(owner);
        vm.prank(owner);
        token.approve(address(gate), sum);
        vm.prank(owner);
        try gate.deposit(id, address(token), sum) returns (uint64 issued) {
            uint256 arrived = token.balanceOf(address(gate)) - had;
            if (uint256(issued) * scale > arrived) complaint = "more was issued than arrived";
            if (ledger.signedBalanceOf(owner) != before + int256(uint256(issued))) {
                complaint = "the depositor did not get what was issued";
            }
            _broughtIn[id][which % TOKENS] += issued;
            ++deposits;
        } catch {
            ++refused;
        }
    }

    function redeem(uint256 who, uint256 which, uint256 amount, bool tooMuch) external {
        (uint32 id, address owner) = _person(who);
        OddToken token = _tokens[which % TOKENS];
        uint256 sum = bound(amount, 1, gate.redeemable(id, address(token)) + 1);
        if (tooMuch) sum = _broughtIn[id][which % TOKENS] + 1;
        int256 before = ledger.signedBalanceOf(owner);
        vm.prank(owner);
        try gate.redeem(id, address(token), uint64(sum), owner) {
            if (sum > _broughtIn[id][which % TOKENS]) complaint = "somebody took out more than it brought in";
            if (before < int256(sum)) complaint = "credit was redeemed";
            if (ledger.signedBalanceOf(owner) < 0) complaint = "somebody redeemed into debt";
            _broughtIn[id][which % TOKENS] -= sum;
            ++redemptions;
        } catch {
            ++refused;
        }
    }

    /// @notice Money moves beside, on credit too: the gate must not notice.
    function pay(uint256 from, uint256 to, uint256 amount) external {
        (, address payer) = _person(from);
        (, address payee) = _person(to);
        vm.prank(payer);
        try ledger.pay(payee, bound(amount, 1, 30e6), 0) {} catch {}
    }

    /// @notice Gifts of tokens and tries to pay the gate.
    function donate(uint256 which, uint256 amount, uint256 who) external {
        _tokens[which % TOKENS].mint(address(gate), bound(amount, 0, 1e24));
        (, address owner) = _person(who);
        vm.prank(owner);
        try ledger.pay(address(gate), 1, 0) {
            complaint = "somebody paid the gate";
        } catch {}
    }

    function delist(uint256 which) external {
        address token = address(_tokens[which % TOKENS]);
        vm.prank(governor);
        gate.delistToken(token);
        vm.prank(governor);
        gate.proposeToken(token);
        skip(30 days);
        gate.listToken(token);
    }

    function wait(uint256 time) external {
        skip(bound(time, 1, 3650 days));
    }

    /* CHECKS */

    function gateBalance() external view returns (int256) {
        return ledger.accountOf(address(gate)).balance;
    }

    function reserve() external view returns (uint256) {
        return gate.reserve();
    }

    function limit() external view returns (uint256) {
        return ledger.accountOf(address(gate)).limit;
    }

    /// @notice Whether each token's count is the sum of its receipts, covered by what the gate holds, and all counts the whole.
    function counts() external view returns (bool equal, bool covered) {
        uint256 whole;
        (equal, covered) = (true, true);
        for (uint256 i; i < TOKENS; ++i) {
            uint256 sum;
            for (uint32 id = 1; id <= PEOPLE; ++id) {
                uint256 net = gate.receiptOf(id, address(_tokens[i])).net;
                equal = equal && net == _broughtIn[id][i];
                sum += net;
            }
            uint256 counted = gate.tokenOf(address(_tokens[i])).reserve;
            equal = equal && sum == counted;
            covered = covered && _tokens[i].balanceOf(address(gate)) >= counted * _scales[i];
            whole += counted;
        }
        equal = equal && whole == gate.reserve();
    }

    /* INTERNAL */

    function _person(uint256 index) private view returns (uint32 id, address owner) {
        id = uint32(1 + (index % PEOPLE));
        owner = ownerOf(id);
    }
}
