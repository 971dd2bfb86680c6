// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Ledger} from "../../../contracts/credit/Ledger.sol";
import {ILedger, LedgerAccount, LedgerFlags} from "../../../contracts/interfaces/ILedger.sol";
import {Test} from "../../kit/Test.sol";

/// @notice The test plays `Members`, `CreditLines`, `BasicIncome` and an operator.
contract LedgerTest is Test {
    Ledger internal ledger;
    address internal ada;
    address internal bo;
    address internal operator;

    function setUp() public {
        vm.warp(1_800_000_000);
        ada = actor("ada");
        bo = actor("bo");
        operator = actor("operator");
        ledger = new Ledger(actor("forwarder"), actor("governor"), actor("splitter"));
        address[] memory core = new address[](1);
        core[0] = operator;
        ledger.wire(address(this), address(this), actor("income"), core);
        ledger.seal();
        ledger.open(ada);
        ledger.open(bo);
    }

    function testFuzz_APaymentNeedsTheBalanceAndTheLine(uint64 limit, uint256 amount) public {
        limit = uint64(bound(limit, 0, type(uint64).max / 2));
        ledger.setLimit(ada, limit);
        uint256 sum = amount % 3 == 0 ? amount : bound(amount, 1, uint256(limit) * 2 + 1);
        vm.prank(ada);
        (bool ok, ) = address(ledger).call(abi.encodeCall(ledger.pay, (bo, sum, 0)));
        vm.assertEq(ok, sum != 0 && sum <= limit, "paid");
        vm.assertEq(ledger.signedBalanceOf(ada), ok ? -int256(sum) : int256(0), "payer");
        vm.assertEq(ledger.balanceOf(bo), ok ? sum : 0, "payee");
        vm.assertEq(ledger.totalDebt(), ok ? sum : 0, "total of debt");
    }

    function testFuzz_NothingIsMadeOrLostByTwoPaymentsAndTime(
        uint32 first,
        uint32 second,
        uint24 wait
    ) public {
        ledger.setLimit(ada, type(uint32).max);
        vm.prank(ada);
        ledger.pay(bo, bound(first, 1, type(uint32).max), 0);
        skip(wait);
        uint256 reach = ledger.balanceOf(bo);
        uint256 due = ledger.pendingDemurrage(bo);
        vm.prank(bo);
        if (reach != 0) ledger.transfer(ada, bound(second, 0, reach));
        int256 sum =
            ledger.accountOf(ada).balance +
                ledger.accountOf(bo).balance +
                ledger.accountOf(address(ledger)).balance;
        vm.assertEq(sum, 0, "sum");
        vm.assertEq(ledger.balanceOf(address(ledger)), reach == 0 ? 0 : due, "what time took");
    }

    function testFuzz_EscrowComesBackWhole(uint32 amount, uint24 wait) public {
        ledger.setLimit(ada, type(uint32).max);
        vm.prank(operator);
        (uint32 lock, bool drew) = ledger.collect(ada, amount, true);
        vm.assertEq(lock, 0, "first lock");
        vm.assertEq(drew, amount != 0, "drew");
        skip(wait);
        vm.assertEq(ledger.pendingDemurrage(operator), 0, "system accounts do not decay");
        vm.prank(operator);
        uint8 flags = ledger.disburse(ada, amount);
        vm.assertEq(ledger.signedBalanceOf(ada), 0, "back at zero");
        vm.assertEq(flags & LedgerFlags.RETURNED != 0, amount != 0, "came back");
    }

    function testFuzz_RotationMergesWhateverBothHold(
        uint32 mine,
        uint32 theirs,
        uint32 dust,
        uint16 locks
    ) public {
        address fresh = actor("fresh");
        ledger.setLimit(ada, type(uint32).max);
        ledger.setLimit(bo, uint64(type(uint32).max) * 2);
        if (mine != 0) _pay(ada, bo, mine);
        if (theirs != 0) _pay(bo, ada, theirs);
        if (dust != 0) _pay(bo, fresh, dust);
        for (uint256 i; i < locks % 5; ++i) {
            vm.prank(operator);
            ledger.collect(ada, 0, false);
        }
        LedgerAccount memory old = ledger.accountOf(ada);
        int256 both = old.balance + ledger.accountOf(fresh).balance;
        ledger.moveAccount(ada, fresh);
        LedgerAccount memory moved = ledger.accountOf(fresh);
        vm.assertEq(moved.balance, both, "balance");
        vm.assertEq(moved.limit, old.limit, "limit");
        vm.assertEq(moved.locks, old.locks, "locks");
        vm.assertEq(moved.negativeSinceDay, both < 0 ? old.negativeSinceDay : 0, "due date");
        vm.assertEq(moved.flags & old.flags, old.flags, "flags");
        vm.assertEq(
            both >= 0 && old.balance < 0 && moved.flags & LedgerFlags.RETURNED == 0,
            false,
            "came back"
        );
        vm.assertEq(ledger.accountOf(ada).balance, int256(0), "nothing left");
        uint256 debts = both < 0 ? uint256(-both) : 0;
        int256 other = ledger.accountOf(bo).balance;
        if (other < 0) debts += uint256(-other);
        vm.assertEq(ledger.totalDebt(), debts, "total of debt");
    }

    function testFuzz_SigmaNarrowsNewDraws(uint32 limit, uint8 steps) public {
        uint256 n = bound(steps, 1, 5);
        uint16 sigma = 10_000;
        for (uint256 i; i < n; ++i) {
            skip(7 days);
            sigma -= 1_000;
            vm.prank(actor("governor"));
            ledger.setSigma(sigma);
        }
        ledger.setLimit(ada, limit);
        uint256 reach = (uint256(limit) * sigma) / 10_000;
        vm.assertEq(ledger.available(ada), reach, "available");
        if (reach != 0) _pay(ada, bo, reach);
        vm.assertEq(ledger.available(ada), 0, "drawn once, drawn all");
        vm.prank(ada);
        vm.expectRevert(abi.encodeWithSelector(ILedger.LedgerInsufficient.selector, ada, 0, 1));
        ledger.pay(bo, 1, 0);
    }

    function _pay(address from, address to, uint256 amount) private {
        vm.prank(from);
        ledger.pay(to, amount, 0);
    }
}
