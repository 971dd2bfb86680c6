// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IClearing, Obligation, ObligationState} from "../interfaces/IClearing.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {IMembers} from "../interfaces/IMembers.sol";

/// @title Clearing
/// @notice See `IClearing`.
/// @dev A core operator of the ledger that collects from nobody but its caller and keeps nothing. An obligation's word, lowest
/// bits first: remaining 64, debtorId 32, amount 64, dueDay 16, cancelled 8. It never returns to 0, so a number is good once
/// without a second slot.
contract Clearing is IClearing, ERC2771Context, EIP712 {
    /* CONSTANTS */

    bytes32 private constant OBLIGATION_TYPEHASH = keccak256(
        "Obligation(uint32 debtorId,uint32 creditorId,uint32 number,uint64 amount,uint16 dueDay,bytes32 memo,uint256 deadline)"
    );

    uint256 private constant REMAINING = type(uint64).max;
    uint256 private constant DEBTOR_AT = 64;
    uint256 private constant AMOUNT_AT = 96;
    uint256 private constant DUE_AT = 160;
    uint256 private constant CANCELLED = 1 << 176;

    /* IMMUTABLES */

    IMembers public immutable members;
    ILedger public immutable ledger;

    /* STORAGE */

    mapping(uint256 obligationId => uint256 word) private _words;

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        IMembers members_,
        ILedger ledger_
    ) ERC2771Context(forwarder) EIP712("PeerCommons Clearing", "1") {
        members = members_;
        ledger = ledger_;
    }

    /* OBLIGATIONS */

    /// @inheritdoc IClearing
    function registerObligation(
        Obligation calldata obligation,
        bytes calldata debtorSignature,
        bytes calldata creditorSignature
    ) external returns (uint64 obligationId) {
        if (block.timestamp > obligation.deadline) revert ClearingExpired(obligation.deadline);
        if (obligation.amount == 0) revert ClearingZeroAmount();
        if (obligation.debtorId == obligation.creditorId) revert ClearingSelf(obligation.debtorId);
        obligationId = _idOf(obligation.creditorId, obligation.number);
        if (_words[obligationId] != 0) revert ClearingNumberUsed(obligationId);

        bytes32 digest = _hashTypedDataV4(keccak256(abi.encode(OBLIGATION_TYPEHASH, obligation)));
        _requireConsent(obligation.debtorId, digest, debtorSignature);
        _requireConsent(obligation.creditorId, digest, creditorSignature);

        _words[obligationId] =
            obligation.amount |
            (uint256(obligation.debtorId) << DEBTOR_AT) |
            (uint256(obligation.amount) << AMOUNT_AT) |
            (uint256(obligation.dueDay) << DUE_AT);
        emit ObligationRegistered(
            obligationId,
            obligation.debtorId,
            obligation.creditorId,
            obligation.amount,
            obligation.dueDay,
            obligation.memo
        );
    }

    /// @inheritdoc IClearing
    function cancelObligation(uint32 creditorId, uint32 number) external {
        _requireOwner(creditorId);
        uint64 obligationId = _idOf(creditorId, number);
        uint256 word = _words[obligationId];
        if (word != 0 && word & REMAINING == 0) revert ClearingNothingLeft(obligationId);
        _words[obligationId] = (word & ~REMAINING) | CANCELLED;
        emit ObligationCancelled(obligationId, creditorId, uint64(word));
    }

    /* CLEARING */

    /// @inheritdoc IClearing
    function clear(uint256[] calldata edges) external {
        uint256 unbalanced = _take(edges);
        if (unbalanced != 0) _revertUnbalanced(edges);
        emit Cleared(edges);
    }

    /// @inheritdoc IClearing
    function settle(
        uint32 payerId,
        uint256[] calldata edges,
        uint32[] calldata receiverIds
    ) external returns (uint256 paid) {
        address payer = _requireOwner(payerId);
        uint256 unbalanced = _take(edges);
        int256 net = _shift(payerId, 0);
        if (net >= 0) revert ClearingUnbalanced(payerId, net);
        _shift(payerId, -net);
        paid = uint256(-net);
        emit Settled(payerId, paid, edges, receiverIds);

        ledger.collect(payer, paid, true);
        for (uint256 i; i < receiverIds.length; ++i) {
            uint32 receiverId = receiverIds[i];
            net = _shift(receiverId, 0);
            if (net <= 0) revert ClearingUnbalanced(receiverId, net);
            _shift(receiverId, -net);
            ledger.disburse(_ownerOf(receiverId), uint256(net));
        }
        if (unbalanced != 1 + receiverIds.length) _revertUnbalanced(edges);
    }

    /* VIEWS */

    /// @inheritdoc IClearing
    function obligationOf(uint64 obligationId) external view returns (ObligationState memory) {
        uint256 word = _words[obligationId];
        return
            ObligationState({
                remaining: uint64(word),
                debtorId: uint32(word >> DEBTOR_AT),
                amount: uint64(word >> AMOUNT_AT),
                dueDay: uint16(word >> DUE_AT),
                cancelled: word & CANCELLED != 0
            });
    }

    /* INTERNAL: NETTING */

    /// @dev Takes the amounts off and keeps every account's net in transient storage, at its id. A balanced call leaves it as it
    /// found it: all zero; an unbalanced one is undone whole.
    /// @return unbalanced how many accounts' nets are not 0
    function _take(uint256[] calldata edges) private returns (uint256 unbalanced) {
        for (uint256 i; i < edges.length; ++i) {
            uint256 id = edges[i] >> 64;
            uint256 amount = uint64(edges[i]);
            uint256 word = _words[id];
            if (amount == 0) revert ClearingZeroAmount();
            if (amount > word & REMAINING) revert ClearingExceeds(id, uint64(word), amount);
            uint256 debtor = uint32(word >> DEBTOR_AT);
            // The amount is at most what the lowest bits hold, so nothing is borrowed from the field above.
            unchecked {
                _words[id] = word - amount;
            }
            assembly ("memory-safe") {
                let net := tload(debtor)
                let after_ := sub(net, amount)
                tstore(debtor, after_)
                unbalanced := sub(add(unbalanced, iszero(net)), iszero(after_))

                let creditor := shr(32, id)
                net := tload(creditor)
                after_ := add(net, amount)
                tstore(creditor, after_)
                unbalanced := sub(add(unbalanced, iszero(net)), iszero(after_))
            }
        }
    }

    /// @dev Adds to an account's net of this call and returns what it was. The id comes as a whole word, for assembly does not
    /// cut off what lies above a narrower one.
    function _shift(uint256 accountId, int256 by) private returns (int256 net) {
        assembly ("memory-safe") {
            net := tload(accountId)
            if by {
                tstore(accountId, add(net, by))
            }
        }
    }

    /// @dev Looks for the first account that the edges leave with something. Only on the way out.
    function _revertUnbalanced(uint256[] calldata edges) private {
        for (uint256 i; i < edges.length; ++i) {
            uint256 id = edges[i] >> 64;
            uint32 debtorId = uint32(_words[id] >> DEBTOR_AT);
            int256 net = _shift(debtorId, 0);
            if (net != 0) revert ClearingUnbalanced(debtorId, net);
            net = _shift(uint32(id >> 32), 0);
            if (net != 0) revert ClearingUnbalanced(uint32(id >> 32), net);
        }
        // Whatever is left was put there by one of the edges.
        assert(false);
    }

    /* INTERNAL: WHO */

    function _idOf(uint32 creditorId, uint32 number) private pure returns (uint64) {
        return (uint64(creditorId) << 32) | number;
    }

    /// @dev The owner sits in the low 160 bits of a member's word.
    function _ownerOf(uint32 accountId) private view returns (address owner) {
        owner = address(uint160(members.accountWord(accountId)));
        if (owner == address(0)) revert ClearingUnknownAccount(accountId);
    }

    function _requireOwner(uint32 accountId) private view returns (address owner) {
        owner = _ownerOf(accountId);
        if (owner != _msgSender()) revert ClearingNotOwner(accountId, _msgSender());
    }

    function _requireConsent(uint32 accountId, bytes32 digest, bytes calldata signature) private view {
        address owner = _ownerOf(accountId);
        if (signature.length == 0 && owner == _msgSender()) return;
        if (!SignatureChecker.isValidSignatureNowCalldata(owner, digest, signature)) {
            revert ClearingBadSignature(accountId);
        }
    }
}
