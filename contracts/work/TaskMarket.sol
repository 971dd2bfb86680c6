// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IBots} from "../interfaces/IBots.sol";
import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {ILevels} from "../interfaces/ILevels.sol";
import {IMembers} from "../interfaces/IMembers.sol";
import {ISkills} from "../interfaces/ISkills.sol";
import {ITaskMarket, Task, TaskFlags, TaskOutcome, TaskState, TaskTerms} from "../interfaces/ITaskMarket.sol";
import {Matching} from "../libraries/Matching.sol";
import {TaskLane, TaskSlot} from "../libraries/TaskLane.sol";
import {TaskWord} from "../libraries/TaskWord.sol";
import {AccountCopies} from "./AccountCopies.sol";
import {PostedTerms} from "./PostedTerms.sol";
import {SignedActs} from "./SignedActs.sol";
import {TaskActs} from "./TaskActs.sol";

/// @title TaskMarket
/// @notice See `ITaskMarket`; contracts/work/README.md has the table of who moves a task when.
contract TaskMarket is SignedActs {
    using TaskLane for mapping(uint256 => TaskSlot);
    using TaskLane for TaskSlot;
    using TaskWord for uint256;

    /* CONSTANTS */

    uint256 public constant LAPSE_AFTER = 24 hours;
    uint256 public constant DISPUTE_WINDOW = 3 days;
    uint256 public constant RULING_WINDOW = 7 days;

    uint256 internal constant MAX_REVISIONS = 2;
    bytes32 internal constant SETTLEMENT = keccak256(
        "Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)"
    );

    IBots public immutable bots;

    /* STORAGE */

    /// @inheritdoc ITaskMarket
    address public arbiter;
    /// @inheritdoc ITaskMarket
    address public governor;

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        address governor_,
        IMembers members_,
        ILedger ledger_,
        ILevels levels_,
        ISkills skills_,
        IBots bots_,
        ICreditLines creditLines_
    )
        AccountCopies(members_, forwarder)
        PostedTerms(skills_)
        TaskActs(ledger_, levels_, creditLines_)
        EIP712("PeerCommons TaskMarket", "1")
    {
        bots = bots_;
        governor = governor_;
        emit GovernorSet(governor_);
    }

    /* POSTER */

    /// @inheritdoc ITaskMarket
    function post(
        uint32 posterId,
        TaskTerms calldata terms,
        bytes32 contentId
    ) external returns (uint64 taskId) {
        address owner = _owner(posterId);
        if (!_isSender(owner)) revert TaskMarketNotOwner(posterId, _msgSender());
        return _post(posterId, owner, _packed(terms), contentId);
    }

    /// @inheritdoc ITaskMarket
    function raise(uint64 taskId, uint64 price) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        uint256 account = _poster(taskId);
        _notAfter(taskId, word.deadlineAt());
        uint256 present = word.price();
        if (price <= present) revert TaskMarketPriceNotRaised(price, present);
        if (price > MAX_PRICE) revert TaskMarketPriceTooHigh(price, MAX_PRICE);

        (, bool drew) = ledger.collect(address(uint160(account)), price - present, true);
        word = word.withPrice(price, block.timestamp / 1 days);
        if (drew) word = word.withFlag(TaskFlags.ON_CREDIT);
        slot.write(taskId, word);
        emit TaskRaised(taskId, word);
    }

    /// @inheritdoc ITaskMarket
    function cancel(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        _poster(taskId);
        _close(taskId, slot, word, 0, TaskOutcome.Cancelled, 0);
    }

    /// @inheritdoc ITaskMarket
    function requestRevision(uint64 taskId, bytes32 noteId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Submitted);
        _poster(taskId);
        if (noteId == 0) revert TaskMarketEmptyContent();
        _notAfter(taskId, word.reviewEndsAt());
        if (word.revisions() == MAX_REVISIONS) revert TaskMarketNoRevisionsLeft(taskId);

        word = word.withRevision().withState(TaskState.Claimed, block.timestamp);
        slot.write(taskId, word);
        emit RevisionRequested(taskId, noteId, word);
    }

    /// @inheritdoc ITaskMarket
    function accept(uint64 taskId, uint8 rating) external {
        (uint256 word, TaskSlot storage slot) = _loadReviewable(taskId);
        _accept(taskId, slot, word, _poster(taskId), rating);
    }

    /// @inheritdoc ITaskMarket
    function reject(uint64 taskId, bytes32 reasonId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId);
        TaskState state = word.state();
        if (state != TaskState.Submitted && state != TaskState.Delivered)
            revert TaskMarketWrongState(taskId, state);
        _poster(taskId);
        if (reasonId == 0) revert TaskMarketEmptyContent();
        uint32 workerId = word.workerId();

        if (state == TaskState.Delivered) {
            word = _openToPeople(word);
        } else {
            _notAfter(taskId, word.reviewEndsAt());
            word = word.withState(TaskState.Rejected, block.timestamp);
        }
        slot.write(taskId, word);
        emit TaskRejected(taskId, workerId, reasonId, word);
    }

    /* BOTS */

    /// @inheritdoc ITaskMarket
    function deliver(uint64 taskId, uint32 botId, bytes32 deliverableId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        _deliver(taskId, slot, word, botId, _bot(botId), deliverableId);
    }

    /// @inheritdoc ITaskMarket
    function decline(uint64 taskId, uint32 botId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        _requireBotTurn(taskId, word, botId, _bot(botId));

        // One bot does not speak for others: it uses a try up only where it is alone.
        if (bots.botCount(word.skillId()) == 1) {
            word = _openToPeople(word.withBotTry());
            slot.write(taskId, word);
        }
        emit TaskDeclined(taskId, botId, word);
    }

    /// @inheritdoc ITaskMarket
    function lapse(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Delivered);
        _notBefore(taskId, word.changedAt() + LAPSE_AFTER);
        uint32 botId = word.workerId();

        word = _openToPeople(word);
        slot.write(taskId, word);
        emit DeliveryLapsed(taskId, botId, word);
    }

    /* WORKER */

    /// @inheritdoc ITaskMarket
    function claim(uint64 taskId, uint32 memberId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        uint256 account = _renewed(memberId, _account(memberId));
        if (!_isSender(address(uint160(account)))) revert TaskMarketNotOwner(memberId, _msgSender());
        _claim(taskId, slot, word, memberId, account);
    }

    /// @inheritdoc ITaskMarket
    function release(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Claimed);
        uint32 workerId = _worker(taskId, word);
        _notAfter(taskId, word.claimEndsAt());

        uint256 reopened = _reopen(word);
        slot.write(taskId, reopened);
        uint256 claimedAt = word.changedAt();
        // Whoever held it longer than a quarter of the claim's time kept others from it.
        if (4 * (block.timestamp - claimedAt) > word.claimEndsAt() - claimedAt) _recordFailed(word, true);
        else levels.drop(word.skillId(), workerId);
        emit TaskReleased(taskId, workerId, reopened);
    }

    /// @inheritdoc ITaskMarket
    function expireClaim(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Claimed);
        _notBefore(taskId, word.claimEndsAt());
        uint32 workerId = word.workerId();

        uint256 reopened = _reopen(word);
        slot.write(taskId, reopened);
        _recordFailed(word, true);
        emit ClaimExpired(taskId, workerId, reopened);
    }

    /// @inheritdoc ITaskMarket
    function submit(uint64 taskId, bytes32 deliverableId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Claimed);
        _worker(taskId, word);
        _submit(taskId, slot, word, deliverableId);
    }

    /// @inheritdoc ITaskMarket
    function autoAccept(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Submitted);
        _notBefore(taskId, word.reviewEndsAt());
        _close(taskId, slot, word, word.price(), TaskOutcome.AutoAccepted, 0);
        _recordAccepted(taskId, word, _account(uint32(taskId >> 32)), word.price(), true);
    }

    /* DISAGREEMENT */

    /// @inheritdoc ITaskMarket
    function concede(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Rejected);
        uint256 silentAt = word.changedAt() + DISPUTE_WINDOW;
        if (block.timestamp < silentAt && _owner(word.workerId()) != _msgSender()) {
            revert TaskMarketTooEarly(taskId, silentAt);
        }
        _close(taskId, slot, word, 0, TaskOutcome.Conceded, 0);
        _recordFailed(word, false);
    }

    /// @inheritdoc ITaskMarket
    function dispute(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Rejected);
        _worker(taskId, word);
        _notAfter(taskId, word.changedAt() + DISPUTE_WINDOW);

        word = word.withState(TaskState.Disputed, block.timestamp);
        slot.write(taskId, word);
        address ruler = arbiter;
        disputes[taskId] = ruler;
        emit TaskDisputed(taskId, ruler, word);
    }

    /// @inheritdoc ITaskMarket
    function rule(uint64 taskId, uint8 share) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Disputed);
        address ruler = disputes[taskId];
        if (ruler == address(0) || ruler != _msgSender()) revert TaskMarketNotArbiter(taskId, _msgSender());
        if (share > 100 || share % 25 != 0) revert TaskMarketBadShare(share);
        _notAfter(taskId, word.changedAt() + RULING_WINDOW);

        uint256 paid = (uint256(word.price()) * share) / 100;
        _close(taskId, slot, word, paid, TaskOutcome.Ruled, 0);
        if (share > 50) _recordAccepted(taskId, word, _account(uint32(taskId >> 32)), paid, true);
        else if (share < 50) _recordFailed(word, false);
        else levels.drop(word.skillId(), word.workerId());
    }

    /// @inheritdoc ITaskMarket
    function halve(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Disputed);
        _notBefore(taskId, word.changedAt() + RULING_WINDOW);
        _close(taskId, slot, word, word.price() / 2, TaskOutcome.Halved, 0);
        levels.drop(word.skillId(), word.workerId());
    }

    /// @inheritdoc ITaskMarket
    function settle(
        uint64 taskId,
        uint16 shareBps,
        uint256 deadline,
        bytes calldata posterSignature,
        bytes calldata workerSignature
    ) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId);
        TaskState state = word.state();
        if (state == TaskState.Open || state == TaskState.Delivered)
            revert TaskMarketWrongState(taskId, state);
        if (shareBps > 10_000) revert TaskMarketBadShare(shareBps);
        if (block.timestamp > deadline) revert TaskMarketSignatureExpired(deadline);
        uint32 workerId = word.workerId();
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(SETTLEMENT, taskId, workerId, shareBps, deadline))
        );
        _requireSignature(uint32(taskId >> 32), digest, posterSignature);
        _requireSignature(workerId, digest, workerSignature);

        _close(taskId, slot, word, (uint256(word.price()) * shareBps) / 10_000, TaskOutcome.Settled, 0);
        levels.drop(word.skillId(), workerId);
    }

    /* ANYONE */

    /// @inheritdoc ITaskMarket
    function refund(uint64 taskId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        _notBefore(taskId, word.deadlineAt());
        _close(taskId, slot, word, 0, TaskOutcome.Refunded, 0);
    }

    /* VIEWS */

    /// @inheritdoc ITaskMarket
    function taskOf(uint64 taskId) external view returns (Task memory) {
        return taskWord(taskId).unpack();
    }

    /// @inheritdoc ITaskMarket
    function taskWord(uint64 taskId) public view returns (uint256 word) {
        (word, ) = tasks.read(taskId);
    }

    /// @inheritdoc ITaskMarket
    function eligibleAt(uint64 taskId, uint8 level) external view returns (uint256) {
        uint256 word = taskWord(taskId);
        return word.isIn(TaskState.Open) ? Matching.eligibleAt(word, level) : type(uint256).max;
    }

    /// @inheritdoc ITaskMarket
    function arbiterOf(uint64 taskId) external view returns (address) {
        return disputes[taskId];
    }

    /* GOVERNOR */

    /// @inheritdoc ITaskMarket
    function setArbiter(address arbiter_) external {
        _requireGovernor();
        arbiter = arbiter_;
        emit ArbiterSet(arbiter_);
    }

    /// @inheritdoc ITaskMarket
    function setGovernor(address governor_) external {
        _requireGovernor();
        governor = governor_;
        emit GovernorSet(governor_);
    }

    /* INTERNAL: WHO MAY */

    /// @return account the poster's word
    function _poster(uint64 taskId) internal returns (uint256 account) {
        account = _account(uint32(taskId >> 32));
        if (!_isSender(address(uint160(account)))) revert TaskMarketNotPoster(taskId, _msgSender());
    }

    function _worker(uint64 taskId, uint256 word) internal returns (uint32 workerId) {
        workerId = word.workerId();
        if (!_isSender(_owner(workerId))) revert TaskMarketNotWorker(taskId, _msgSender());
    }

    /// @return account the bot's word
    function _bot(uint32 botId) internal returns (uint256 account) {
        account = _account(botId);
        if (!_isSender(address(uint160(account)))) revert TaskMarketNotOwner(botId, _msgSender());
    }

    function _requireGovernor() internal view {
        if (_msgSender() != governor) revert TaskMarketNotGovernor(_msgSender());
    }

    function _requireSignature(uint32 accountId, bytes32 digest, bytes calldata signature) internal {
        address signer = _owner(accountId);
        if (!SignatureChecker.isValidSignatureNowCalldata(signer, digest, signature)) {
            revert TaskMarketBadSignature(signer);
        }
    }
}
