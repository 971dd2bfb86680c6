// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {HostilePersonhood} from "../../contracts/mocks/HostilePersonhood.sol";
import {System} from "./System.sol";

/// @notice Plays people coming and going at random, in a town whose personhood check turns hostile, with debts, delegations
/// and changed keys. Exits that fail are remembered as complaints.
contract PeopleHandler is System {
    uint256 private constant PEOPLE = 6;

    HostilePersonhood public immutable hostile = new HostilePersonhood();

    /// @dev The present key of each person, by number; `_ids` is 0 before the first join.
    string[PEOPLE] private _keys;
    uint32[PEOPLE] private _ids;
    address[] private _everybody;
    uint256 private _serial;

    uint256 public joins;
    uint256 public exits;
    uint256 public rotations;
    uint256 public expiries;

    /// @notice First sentence of what went wrong, empty while all is well.
    string public complaint;

    constructor() {
        deploySystem();
        for (uint256 i; i < PEOPLE; ++i) {
            _freshKey(i);
            if (i < 3) _ids[i] = seatFounder(_address(i));
        }
        sealSystem();
        vm.prank(governor);
        members.proposePersonhood(address(hostile));
    }

    /* ACTIONS */

    function join(uint256 who) external {
        who %= PEOPLE;
        vm.prank(_address(who));
        // A hostile check may burn what it gets.
        try members.join{gas: 2_000_000}(0, "") returns (uint32 id) {
            if (_ids[who] != 0) _require(id == _ids[who], "a return keeps the id");
            _ids[who] = id;
            ++joins;
        } catch {}
    }

    function renew(uint256 who) external {
        who %= PEOPLE;
        vm.prank(_address(who));
        try members.renew{gas: 2_000_000}(_ids[who], "") {} catch {}
    }

    function leave(uint256 who) external {
        _leave(who % PEOPLE);
    }

    function expire(uint256 who) external {
        uint32 id = _ids[who % PEOPLE];
        bool due = _hasSeat(id) && !members.isSeated(id);
        try members.expire{gas: 1_000_000}(id) {
            _require(due, "only a seat whose day has come expires");
            ++expiries;
        } catch {
            _require(!due, "a seat whose day has come can be expired");
        }
    }

    function rotate(uint256 who) external {
        _rotate(who % PEOPLE);
    }

    function delegate(uint256 who, uint256 to) external {
        vm.prank(_address(who % PEOPLE));
        members.delegate(_address(to % PEOPLE));
    }

    function pay(uint256 from, uint256 to, uint256 amount) external {
        address payer = _address(from % PEOPLE);
        uint256 available = ledger.available(payer);
        if (available == 0) return;
        vm.prank(payer);
        ledger.pay(_address(to % PEOPLE), bound(amount, 1, available), 0);
    }

    /// @notice The governor's announced check takes office once its time has come, and behaves as it likes.
    function turn(uint8 mode) external {
        hostile.setMode(HostilePersonhood.Mode(mode % 5));
        try members.setPersonhood() {} catch {}
    }

    function wait(uint256 time) external {
        skip(bound(time, 1 hours, 70 days));
    }

    /* EXITS */

    /// @notice Everybody changes the key and leaves, whatever state was reached.
    function everybodyGoes() external {
        for (uint256 i; i < PEOPLE; ++i) {
            _rotate(i);
            _leave(i);
        }
        _require(members.seatCount() == 0, "nobody is left");
    }

    /* VIEWS */

    function seats() external view returns (uint256 counted, uint256 held, uint256 votes) {
        counted = members.seatCount();
        for (uint256 i; i < PEOPLE; ++i) {
            if (_hasSeat(_ids[i])) ++held;
        }
        // Old keys may still be somebody's delegate.
        for (uint256 i; i < _everybody.length; ++i) {
            votes += members.getVotes(_everybody[i]);
        }
    }

    function pastSupply() external returns (uint256) {
        skip(1);
        return members.getPastTotalSupply(block.timestamp - 1);
    }

    /// @notice Whether ids and addresses name each other, and old keys name nobody.
    function namesMatch() external view returns (bool) {
        for (uint256 i; i < PEOPLE; ++i) {
            if (members.idOf(_address(i)) != _ids[i]) return false;
            if (_ids[i] != 0 && ownerOf(_ids[i]) != _address(i)) return false;
        }
        for (uint256 i; i < _everybody.length; ++i) {
            uint32 id = members.idOf(_everybody[i]);
            if (id != 0 && ownerOf(id) != _everybody[i]) return false;
        }
        return true;
    }

    /* INTERNAL */

    function _leave(uint256 who) private {
        uint32 id = _ids[who];
        if (!_hasSeat(id)) return;
        int256 balance = ledger.signedBalanceOf(_address(who));
        vm.prank(_address(who));
        try members.leave{gas: 1_000_000}(id) {
            ++exits;
            _require(ledger.signedBalanceOf(_address(who)) >= balance, "leaving takes no money");
            _require(
                members.getVotes(_address(who)) == 0 || members.seatCount() != 0,
                "a seat's vote ends with it"
            );
        } catch {
            _require(false, "leaving always works");
        }
    }

    function _rotate(uint256 who) private {
        uint32 id = _ids[who];
        if (id == 0) return;
        address from = _address(who);
        int256 balance = ledger.signedBalanceOf(from);
        uint256 votes = members.seatCount();
        string memory old = _keys[who];
        _freshKey(who);
        bytes32 digest = typedDigest(
            "PeerCommons Members",
            address(members),
            keccak256(
                abi.encode(
                    keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                    id,
                    _address(who),
                    block.timestamp
                )
            )
        );
        bytes memory agreed = signature(actorKey(_keys[who]), digest);
        address to = _address(who);
        vm.prank(from);
        try members.rotate{gas: 1_000_000}(id, to, block.timestamp, agreed) {
            ++rotations;
            _require(ledger.signedBalanceOf(to) == balance, "a new key holds the same money");
            _require(members.seatCount() == votes, "a new key changes no seat");
        } catch {
            _keys[who] = old;
            _require(false, "rotating always works");
        }
    }

    function _freshKey(uint256 who) private {
        _keys[who] = string.concat("person ", vm.toString(++_serial));
        _everybody.push(_address(who));
    }

    function _address(uint256 who) private view returns (address) {
        return vm.addr(actorKey(_keys[who]));
    }

    function _hasSeat(uint32 id) private view returns (bool) {
        return members.accountOf(id).seatUntilDay != 0;
    }

    function _require(bool condition, string memory sentence) private {
        if (!condition && bytes(complaint).length == 0) complaint = sentence;
    }
}
