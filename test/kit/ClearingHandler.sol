// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Obligation, ObligationState} from "../../contracts/interfaces/IClearing.sol";
import {System} from "./System.sol";

/// @notice Plays what people owe each other at random: every public entry point of `Clearing`, honest and not, with jumps in
/// time. It never reverts and keeps books of its own to be compared.
contract ClearingHandler is System {
    uint256 private constant PEOPLE = 6;
    bytes32 private constant OBLIGATION_TYPEHASH = keccak256(
        "Obligation(uint32 debtorId,uint32 creditorId,uint32 number,uint64 amount,uint16 dueDay,bytes32 memo,uint256 deadline)"
    );

    string[6] private _names = ["ada", "bo", "cem", "dia", "eva", "fay"];
    uint64[] private _ids;

    uint256 public registered;
    uint256 public cleared;
    uint256 public settled;
    uint256 public cancelled;
    /// @notice First sentence of what went wrong, empty while all is well.
    string public complaint;

    /// @notice What each account should have: net claims and money, before demurrage.
    int256[7] private _position;

    constructor() {
        deploySystem();
        for (uint256 i; i < PEOPLE; ++i) seatFounder(actor(_names[i]));
        sealSystem();
    }

    /* ACTIONS */

    /// @notice An invoice signed by both sides, now and then by the wrong one, or with a number used before.
    function register(uint256 from, uint256 to, uint256 number, uint256 amount, bool forged) external {
        (uint32 debtorId, uint32 creditorId) = (_person(from), _person(to));
        Obligation memory o = Obligation({
            debtorId: debtorId,
            creditorId: creditorId,
            number: uint32(number % 40),
            amount: uint64(bound(amount, 0, 50e6)),
            dueDay: uint16(block.timestamp / DAY + 30),
            memo: 0,
            deadline: block.timestamp
        });
        bytes32 digest = typedDigest(
            "PeerCommons Clearing",
            address(clearing),
            keccak256(abi.encode(OBLIGATION_TYPEHASH, o))
        );
        uint64 id = (uint64(creditorId) << 32) | o.number;
        bool used = clearing.obligationOf(id).debtorId != 0 || clearing.obligationOf(id).cancelled;
        uint32 signer = forged ? _person(debtorId) : debtorId;
        try clearing.registerObligation(o, _sign(signer, digest), _sign(creditorId, digest)) returns (
            uint64 made
        ) {
            if (forged) complaint = "an invoice was taken that its debtor did not sign";
            if (used) complaint = "a number was taken twice";
            if (debtorId == creditorId) complaint = "somebody owes itself";
            _ids.push(made);
            _position[debtorId] -= int256(uint256(o.amount));
            _position[creditorId] += int256(uint256(o.amount));
            ++registered;
        } catch {}
    }

    /// @notice Walks from debtor to creditor as far as invoices lead and hands in the circle it finds, if any; `excess` takes a
    /// unit too much, `crooked` lets one edge differ.
    function clear(uint256 start, uint256 amount, bool excess, bool crooked) external {
        uint256[] memory edges = _circle(start, amount, excess, crooked);
        if (edges.length == 0) return;
        try clearing.clear(edges) {
            if (excess) complaint = "an edge took more than was left";
            if (crooked) complaint = "somebody was left with something";
            ++cleared;
        } catch {}
    }

    /// @notice Pays along a chain of invoices, sometimes by somebody who is not its debtor.
    function settle(uint256 which, uint256 amount, bool stolen) external {
        if (_ids.length == 0) return;
        uint64 id = _ids[which % _ids.length];
        ObligationState memory o = clearing.obligationOf(id);
        uint256 sum = bound(amount, 0, o.remaining);
        uint256[] memory edges = new uint256[](1);
        edges[0] = (uint256(id) << 64) | sum;
        uint32[] memory receivers = new uint32[](1);
        receivers[0] = uint32(id >> 32);
        vm.prank(ownerOf(stolen ? receivers[0] : o.debtorId));
        try clearing.settle(o.debtorId, edges, receivers) {
            if (stolen) complaint = "somebody else's money paid";
            ++settled;
        } catch {}
    }

    function cancel(uint256 which, bool stolen) external {
        if (_ids.length == 0) return;
        uint64 id = _ids[which % _ids.length];
        ObligationState memory o = clearing.obligationOf(id);
        uint32 creditorId = uint32(id >> 32);
        vm.prank(ownerOf(stolen ? o.debtorId : creditorId));
        try clearing.cancelObligation(creditorId, uint32(id)) {
            if (stolen) complaint = "a debtor waived its own debt";
            _position[o.debtorId] += int256(uint256(o.remaining));
            _position[creditorId] -= int256(uint256(o.remaining));
            ++cancelled;
        } catch {}
    }

    /// @notice Money that moves beside, so that settling meets all kinds of balances.
    function pay(uint256 from, uint256 to, uint256 amount) external {
        (uint32 payerId, uint32 payeeId) = (_person(from), _person(to));
        uint256 sum = bound(amount, 0, 5e6);
        vm.prank(ownerOf(payerId));
        try ledger.pay(ownerOf(payeeId), sum, 0) {
            _position[payerId] -= int256(sum);
            _position[payeeId] += int256(sum);
        } catch {}
    }

    /// @notice Up to ten years pass. The demurrage of that time is taken at once, so that positions stay comparable.
    function wait(uint256 time) external {
        skip(bound(time, 1, 3650 days));
        for (uint32 id = 1; id <= PEOPLE; ++id) {
            _position[id] -= int256(ledger.pendingDemurrage(ownerOf(id)));
            vm.prank(ownerOf(id));
            ledger.transfer(address(uint160(uint256(keccak256("nobody")))), 0);
        }
    }

    /* CHECKS */

    /// @notice What an account has and is owed, less what it owes, as the contracts say.
    function positionOf(uint32 accountId) public view returns (int256 net) {
        net = ledger.signedBalanceOf(ownerOf(accountId));
        for (uint256 i; i < _ids.length; ++i) {
            ObligationState memory o = clearing.obligationOf(_ids[i]);
            if (o.debtorId == accountId) net -= int256(uint256(o.remaining));
            if (uint32(_ids[i] >> 32) == accountId) net += int256(uint256(o.remaining));
        }
    }

    function expectedOf(uint32 accountId) external view returns (int256) {
        return _position[accountId];
    }

    function kept() external view returns (int256) {
        return ledger.signedBalanceOf(address(clearing));
    }

    function mostRemaining() external view returns (bool within) {
        within = true;
        for (uint256 i; i < _ids.length; ++i) {
            ObligationState memory o = clearing.obligationOf(_ids[i]);
            within = within && o.remaining <= o.amount;
        }
    }

    /* INTERNAL */

    /// @dev Follows the invoices from one debtor until somebody comes up again; what lies before that is dropped.
    function _circle(
        uint256 start,
        uint256 amount,
        bool excess,
        bool crooked
    ) private view returns (uint256[] memory edges) {
        uint64[] memory path = new uint64[](PEOPLE);
        uint256[7] memory seenAt;
        uint32 here = _person(start);
        uint256 length;
        while (seenAt[here] == 0) {
            seenAt[here] = length + 1;
            uint64 next = _invoiceFrom(here, start);
            if (next == 0) return edges;
            path[length++] = next;
            here = uint32(next >> 32);
        }
        uint256 first = seenAt[here] - 1;
        uint256 least = type(uint64).max;
        for (uint256 i = first; i < length; ++i) {
            uint256 left = clearing.obligationOf(path[i]).remaining;
            if (left < least) least = left;
        }
        uint256 sum = excess ? least + 1 : bound(amount, 1, least);
        edges = new uint256[](length - first);
        for (uint256 i = first; i < length; ++i) {
            uint256 off = crooked && i == first && sum > 1 ? 1 : 0;
            edges[i - first] = (uint256(path[i]) << 64) | (sum - off);
        }
        if (crooked && sum == 1) edges = new uint256[](0);
    }

    function _invoiceFrom(uint32 debtorId, uint256 offset) private view returns (uint64) {
        for (uint256 i; i < _ids.length; ++i) {
            uint64 id = _ids[(i + (offset % _ids.length)) % _ids.length];
            ObligationState memory o = clearing.obligationOf(id);
            if (o.debtorId == debtorId && o.remaining > 0) return id;
        }
        return 0;
    }

    function _person(uint256 index) private pure returns (uint32) {
        return uint32(1 + (index % PEOPLE));
    }

    function _sign(uint32 accountId, bytes32 digest) private view returns (bytes memory) {
        return signature(actorKey(_names[accountId - 1]), digest);
    }
}
