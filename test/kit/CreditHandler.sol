// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {LedgerAccount, LedgerFlags} from "../../contracts/interfaces/ILedger.sol";
import {System} from "./System.sol";
import {Vm} from "./Test.sol";

/// @notice Plays a small town's money at random: every public entry of `Ledger`, `CreditLines` and `BasicIncome`, by people
/// and by the contracts that may, with jumps in time. It never reverts; it counts what succeeded, so that a run in which
/// nothing happens cannot pass unseen.
contract CreditHandler is System {
    string[6] private _names = ["ada", "bo", "cem", "dia", "eva", "fay"];
    bytes32 private constant PAY_TYPEHASH = keccak256(
        "Pay(address from,address to,uint256 amount,bytes32 memo,uint256 nonce,uint256 deadline)"
    );
    bytes32 private constant TRANSFER = keccak256("Transfer(address,address,uint256)");

    /// @notice Everybody who may hold PEER in this town.
    address[] public holders;
    mapping(address holder => bool) public isHolder;

    uint256 public successes;
    uint256 public claims;
    uint256 public epochs;
    uint256 public rotations;

    /// @notice First sentence of what went wrong, empty while all is well.
    string public complaint;

    /// @notice Balances rebuilt from `Transfer` events alone.
    mapping(address holder => int256) public rebuilt;

    /// @dev The runner records the events of reverted calls too: what no success has replayed by the end is thrown away.
    modifier played() {
        _;
        vm.getRecordedLogs();
    }

    constructor() {
        deploySystem();
        for (uint256 i; i < 3; ++i) {
            seatFounder(actor(_names[i]));
        }
        sealSystem();
        for (uint256 i = 3; i < 6; ++i) {
            join(actor(_names[i]));
        }
        for (uint256 i; i < 6; ++i) {
            _hold(actor(_names[i]));
        }
        _hold(address(ledger));
        _hold(address(basicIncome));
        _hold(address(taskMarket));
        _hold(address(splitter));
        _hold(actor("stranger"));
        // Income and its expiry show only in a town whose people use their lines.
        for (uint32 i = 1; i <= 6; ++i) {
            _ramp(i);
        }
        vm.recordLogs();
    }

    /* ACTIONS */

    function pay(uint256 payer, uint256 payee, uint256 amount) external played {
        address from = _owner(payer);
        address to = _someone(payee);
        uint256 sum = _amount(from, amount);
        int256 before = ledger.signedBalanceOf(from);
        vm.prank(from);
        try ledger.pay(to, sum, bytes32(amount)) {
            _done();
            _checkSpend(from, to, before, true);
        } catch {}
    }

    function payBySig(uint256 payer, uint256 payee, uint256 amount, uint64 key) external played {
        (address from, uint256 secret) = _keyed(payer);
        address to = _someone(payee);
        uint256 sum = _amount(from, amount);
        uint256 nonce = ledger.nonces(from, uint192(key % 3));
        bytes32 digest = typedDigest(
            "PeerCommons Ledger",
            address(ledger),
            keccak256(abi.encode(PAY_TYPEHASH, from, to, sum, bytes32(0), nonce, block.timestamp))
        );
        int256 before = ledger.signedBalanceOf(from);
        try ledger.payBySig(from, to, sum, 0, nonce, block.timestamp, signature(secret, digest)) {
            _done();
            _checkSpend(from, to, before, true);
        } catch {}
    }

    function transfer(uint256 payer, uint256 payee, uint256 amount) external played {
        address from = _owner(payer);
        address to = _someone(payee);
        int256 before = ledger.signedBalanceOf(from);
        uint256 sum = bound(amount, 0, ledger.balanceOf(from) + 2);
        vm.prank(from);
        try ledger.transfer(to, sum) {
            _done();
            _checkSpend(from, to, before, false);
        } catch {}
    }

    function transferFrom(uint256 payer, uint256 spender, uint256 payee, uint256 amount) external played {
        address from = _owner(payer);
        address by = _owner(spender);
        vm.prank(from);
        ledger.approve(by, amount);
        uint256 sum = bound(amount, 0, ledger.balanceOf(from) + 2);
        int256 before = ledger.signedBalanceOf(from);
        vm.prank(by);
        try ledger.transferFrom(from, _someone(payee), sum) {
            _done();
            _checkSpend(from, _someone(payee), before, false);
        } catch {}
    }

    /// @notice The task market's lock, on credit or not, and its way back: to somebody or to the commons.
    function collect(uint256 payer, uint256 amount, bool onCredit) external played {
        address from = _owner(payer);
        int256 before = ledger.signedBalanceOf(from);
        uint256 sum = _amount(from, amount);
        vm.prank(address(taskMarket));
        try ledger.collect(from, sum, onCredit) {
            _done();
            _checkSpend(from, address(taskMarket), before, onCredit);
        } catch {}
    }

    function disburse(uint256 payee, uint256 amount, bool toCommons) external played {
        uint256 sum = bound(amount, 0, ledger.balanceOf(address(taskMarket)) + 1);
        vm.prank(address(taskMarket));
        try ledger.disburse(toCommons ? address(ledger) : _someone(payee), sum) {
            _done();
        } catch {}
    }

    function openEpoch() external played {
        (bool ok, bytes memory answer) = address(basicIncome).call(abi.encodeCall(basicIncome.openEpoch, ()));
        if (!ok) return;
        _done();
        if (abi.decode(answer, (uint256)) != 0) ++epochs;
    }

    function claim(uint256 who) external played {
        uint32 id = _id(who);
        (bool known, bytes memory foreseen) = address(basicIncome).staticcall(
            abi.encodeCall(basicIncome.claimable, (id))
        );
        if (!known) return;
        (uint256 amount, uint256 expired) = abi.decode(foreseen, (uint256, uint256));
        try basicIncome.claim(id) returns (uint256 paid) {
            _done();
            if (paid != 0) ++claims;
            if (paid != amount) _complain("a claim paid something else than it had said");
        } catch {
            if (amount + expired != 0) _complain("a claim failed although something was due");
        }
    }

    function refresh(uint256 who) external played {
        creditLines.refresh(_id(who));
        _done();
    }

    function freezeLine(uint256 who, uint64 amount, bool back) external played {
        vm.prank(address(sponsorship));
        if (back) creditLines.unfreezeLine(_id(who), amount % 100e6);
        else creditLines.freezeLine(_id(who), amount % 20e6);
        _done();
    }

    function freeze(uint256 who, bool frozen) external played {
        address account = _owner(who);
        vm.prank(address(creditLines));
        ledger.setFrozen(account, frozen);
        _done();
    }

    /// @notice A seat's end and its return. Nothing may stop the end (law 10), and it pays all that is owed.
    function leaveOrJoin(uint256 who) external played {
        uint32 id = _id(who);
        address owner = ownerOf(id);
        if (members.accountOf(id).seatUntilDay == 0) {
            join(owner);
            _done();
            return;
        }
        uint256 owed = _owedNow(id);
        int256 before = ledger.signedBalanceOf(owner);
        vm.prank(owner);
        try members.leave(id) {
            _done();
            if (ledger.signedBalanceOf(owner) != before + int256(owed))
                _complain("leaving did not pay what was owed");
            if (ledger.accountOf(owner).limit != 0) _complain("a limit outlived its seat");
        } catch {
            _complain("a member could not leave");
        }
    }

    function expire(uint256 who) external played {
        try members.expire(_id(who)) {
            _done();
        } catch {}
    }

    function renew(uint256 who) external played {
        uint32 id = _id(who);
        address owner = ownerOf(id);
        vm.prank(owner);
        try members.renew(id, "") {
            _done();
        } catch {}
    }

    /// @notice To a new address that somebody has sent a unit to, to be in the way.
    function rotate(uint256 who, uint256 dust) external played {
        uint32 id = _id(who);
        address old = ownerOf(id);
        string memory name = string.concat("key ", vm.toString(holders.length));
        address fresh = actor(name);
        if (dust % 2 == 0) {
            address prankster = _owner(dust / 2);
            vm.prank(prankster);
            try ledger.transfer(fresh, 1) {
                _done();
            } catch {
                vm.getRecordedLogs();
            }
        }
        int256 both = ledger.signedBalanceOf(old) + ledger.signedBalanceOf(fresh);
        _hold(fresh);
        bytes32 digest = typedDigest(
            "PeerCommons Members",
            address(members),
            keccak256(
                abi.encode(
                    keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                    id,
                    fresh,
                    block.timestamp
                )
            )
        );
        vm.prank(old);
        try members.rotate(id, fresh, block.timestamp, signature(actorKey(name), digest)) {
            _done();
            ++rotations;
            if (ledger.signedBalanceOf(fresh) != both) _complain("a rotation changed what somebody has");
            if (ledger.accountOf(old).balance != 0) _complain("a rotation left money behind");
        } catch {
            _complain("somebody could not rotate");
        }
    }

    function setRate(uint24 rate) external played {
        (uint24 present, , ) = ledger.rate();
        uint256 low = present > 342_966 ? present - 342_966 : 0;
        vm.prank(governor);
        try ledger.setRate(uint24(bound(rate, low, low + 685_932))) {
            _done();
        } catch {}
    }

    function setSigma(uint16 sigma) external played {
        (, , uint16 present) = ledger.rate();
        vm.prank(governor);
        try ledger.setSigma(uint16(bound(sigma, present - 1_100, present + 1_100))) {
            _done();
        } catch {}
    }

    function wait(uint256 seconds_) external played {
        skip(bound(seconds_, 1, 9 days));
    }

    function waitLong(uint256 seconds_) external played {
        skip(bound(seconds_, 1, 120 days));
    }

    /* WHAT THE LAWS ASK */

    function seated(uint256 who) external view returns (bool) {
        return members.accountOf(_id(who)).seatUntilDay != 0;
    }

    function holderCount() external view returns (uint256) {
        return holders.length;
    }

    function stored(address holder) public view returns (int256) {
        return ledger.accountOf(holder).balance;
    }

    function totals() external view returns (int256 sum, uint256 debts, uint256 total) {
        for (uint256 i; i < holders.length; ++i) {
            int256 balance = stored(holders[i]);
            sum += balance;
            if (balance < 0) debts += uint256(-balance);
        }
        total = ledger.totalDebt();
    }

    /// @notice What the members are owed together, and what the income account holds for it.
    function income() external view returns (uint256 owed, uint256 held, uint256 seats, uint256 counted) {
        (uint64 total, ) = basicIncome.accumulated();
        for (uint32 id = 1; id <= 6; ++id) {
            (address owner, uint64 mark) = basicIncome.markOf(id);
            if (owner == address(0)) continue;
            owed += total - mark;
            ++counted;
            require(owner == ownerOf(id), "income would go to a former key");
        }
        held = ledger.balanceOf(address(basicIncome));
        seats = basicIncome.seats();
    }

    /* INTERNAL */

    function _replay() private {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i; i < logs.length; ++i) {
            if (logs[i].emitter != address(ledger) || logs[i].topics[0] != TRANSFER) continue;
            int256 amount = int256(abi.decode(logs[i].data, (uint256)));
            rebuilt[address(uint160(uint256(logs[i].topics[1])))] -= amount;
            rebuilt[address(uint160(uint256(logs[i].topics[2])))] += amount;
        }
    }

    /// @dev Law 3, after a spend: above minus the limit, or where it was when nothing was spent.
    function _checkSpend(address from, address to, int256 before, bool onCredit) private {
        if (from == to) return;
        LedgerAccount memory word = ledger.accountOf(from);
        if (word.balance == before) return;
        if (word.balance > before) return _complain("a spend made somebody richer");
        (, , uint16 sigma) = ledger.rate();
        int256 floor = onCredit ? -int256((uint256(word.limit) * sigma) / 1e4) : int256(0);
        if (word.balance < floor) _complain("a spend went below the limit");
        if (word.flags & LedgerFlags.FROZEN != 0) _complain("a frozen account paid");
        if ((word.balance < 0) != (word.negativeSinceDay != 0)) _complain("a debt without its day");
    }

    function _owedNow(uint32 id) private view returns (uint256 amount) {
        (uint64 total, uint64 expired) = basicIncome.accumulated();
        (, uint64 mark) = basicIncome.markOf(id);
        return total - (mark > expired ? mark : expired);
    }

    function _ramp(uint32 id) private {
        for (uint32 payer = 1; payer <= 4; ++payer) {
            vm.prank(address(taskMarket));
            creditLines.recordReceipt(id, payer);
        }
    }

    function _hold(address who) private {
        if (isHolder[who]) return;
        isHolder[who] = true;
        holders.push(who);
    }

    function _done() private {
        ++successes;
        _replay();
    }

    function _complain(string memory what) private {
        if (bytes(complaint).length == 0) complaint = what;
    }

    function _id(uint256 seed) private pure returns (uint32) {
        return uint32(1 + (seed % 6));
    }

    function _owner(uint256 seed) private view returns (address) {
        return ownerOf(_id(seed));
    }

    /// @dev Anybody who holds PEER, contracts and the ledger itself included.
    function _someone(uint256 seed) private view returns (address) {
        return holders[seed % holders.length];
    }

    /// @dev Mostly what can be paid, sometimes a little more, sometimes anything.
    function _amount(address from, uint256 seed) private view returns (uint256) {
        return seed % 16 == 0 ? seed : bound(seed, 1, ledger.available(from) + 2);
    }

    function _keyed(uint256 seed) private returns (address who, uint256 secret) {
        who = _owner(seed);
        for (uint256 i; i < 6; ++i) {
            if (actor(_names[i]) == who) return (who, actorKey(_names[i]));
        }
        // Rotated: the key's name is its place among the holders at that time.
        for (uint256 i; i < holders.length; ++i) {
            string memory name = string.concat("key ", vm.toString(i));
            if (actor(name) == who) return (who, actorKey(name));
        }
        revert("an owner whose key nobody knows");
    }
}
