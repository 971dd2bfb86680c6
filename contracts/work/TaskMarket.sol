// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {IBots} from "../interfaces/IBots.sol";
import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {ILevels} from "../interfaces/ILevels.sol";
import {AccountKind, IMembers} from "../interfaces/IMembers.sol";
import {ISkills} from "../interfaces/ISkills.sol";
import {ITaskMarket, Task, TaskFlags, TaskOutcome, TaskState, TaskTerms} from "../interfaces/ITaskMarket.sol";
import {Matching} from "../libraries/Matching.sol";
import {Payee} from "../libraries/Payee.sol";
import {TaskLane, TaskSlot} from "../libraries/TaskLane.sol";
import {TaskWord} from "../libraries/TaskWord.sol";
import {AccountCopies} from "./AccountCopies.sol";
import {PostedTerms} from "./PostedTerms.sol";

/// @title TaskMarket
/// @notice See `ITaskMarket`; contracts/work/README.md has the table of who moves a task when.
/// @dev Of the contracts called, none calls out again but to an ERC-1271 signer by static call; words are written before money moves.
contract TaskMarket is ITaskMarket, AccountCopies, PostedTerms, EIP712 {
    using TaskLane for mapping(uint256 => TaskSlot);
    using TaskLane for TaskSlot;
    using TaskWord for uint256;

    /* CONSTANTS */

    uint256 public constant LAPSE_AFTER = 24 hours;
    uint256 public constant DISPUTE_WINDOW = 3 days;
    uint256 public constant RULING_WINDOW = 7 days;

    uint256 internal constant MAX_BOT_TRIES = 2;
    uint256 internal constant MAX_REVISIONS = 2;
    bytes32 internal constant SETTLEMENT = keccak256(
        "Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)"
    );

    ILedger public immutable ledger;
    ILevels public immutable levels;
    IBots public immutable bots;
    ICreditLines public immutable creditLines;

    /* STORAGE */

    /// @dev Read and written by `TaskLane` alone.
    mapping(uint256 place => TaskSlot) internal tasks;
    /// @dev Who rules an open dispute.
    mapping(uint256 taskId => address) internal disputes;
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
    ) AccountCopies(members_, forwarder) PostedTerms(skills_) EIP712("PeerCommons TaskMarket", "1") {
        ledger = ledger_;
        levels = levels_;
        bots = bots_;
        creditLines = creditLines_;
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
        if (contentId == 0) revert TaskMarketEmptyContent();
        uint256 word = _terms(terms);
        uint24 skillId = word.skillId();
        (uint32 lock, bool drew) = ledger.collect(owner, word.price(), true);
        if (drew) word = word.withFlag(TaskFlags.ON_CREDIT);
        taskId = (uint64(posterId) << 32) | lock;
        tasks.create(taskId, word);
        emit TaskPosted(taskId, skillId, contentId, word);
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
        (uint256 word, TaskSlot storage slot) = _load(taskId);
        bool byBot = word.isIn(TaskState.Delivered);
        if (!byBot && !word.isIn(TaskState.Submitted)) revert TaskMarketWrongState(taskId, word.state());
        uint256 account = _poster(taskId);
        if (rating > 5) revert TaskMarketBadRating(rating);

        _close(taskId, slot, word, word.price(), TaskOutcome.Accepted, rating);
        if (!byBot) _recordAccepted(taskId, word, account, word.price(), false);
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
        _requireBotTurn(taskId, word, botId);
        if (deliverableId == 0) revert TaskMarketEmptyContent();

        word = word.withBotTry().withWorker(botId).withState(TaskState.Delivered, block.timestamp);
        slot.write(taskId, word);
        emit TaskDelivered(taskId, botId, deliverableId, word);
    }

    /// @inheritdoc ITaskMarket
    function decline(uint64 taskId, uint32 botId) external {
        (uint256 word, TaskSlot storage slot) = _load(taskId, TaskState.Open);
        _requireBotTurn(taskId, word, botId);

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
        if (!_seated(account)) revert TaskMarketNotSeated(memberId);
        if (taskId >> 32 == memberId) revert TaskMarketOwnTask(taskId);
        _notAfter(taskId, word.deadlineAt());
        uint8 level = levels.take(word.skillId(), memberId);
        uint256 instant = Matching.eligibleAt(word, level);
        if (block.timestamp < instant) revert TaskMarketNotEligible(taskId, level, instant);

        word = word.withWorker(memberId).withState(TaskState.Claimed, block.timestamp);
        slot.write(taskId, word);
        emit TaskClaimed(taskId, memberId, word);
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
        uint32 workerId = _worker(taskId, word);
        if (deliverableId == 0) revert TaskMarketEmptyContent();
        _notAfter(taskId, word.claimEndsAt());

        word = word.withState(TaskState.Submitted, block.timestamp);
        slot.write(taskId, word);
        emit TaskSubmitted(taskId, workerId, deliverableId, word);
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

    /* INTERNAL: CLOSING */

    /// @dev Ends the task: `paid` to the worker, the rest to the poster less the demurrage of the time it was locked.
    function _close(
        uint64 taskId,
        TaskSlot storage slot,
        uint256 word,
        uint256 paid,
        TaskOutcome outcome,
        uint8 rating
    ) internal {
        slot.close();
        if (word.isIn(TaskState.Disputed)) delete disputes[taskId];
        uint256 refunded = word.price() - paid;
        uint256 charged;
        if (refunded != 0) (refunded, charged) = _refund(uint32(taskId >> 32), word, refunded);
        uint32 workerId = word.workerId();
        if (paid != 0) {
            ledger.disburse(
                word.isIn(TaskState.Delivered) ? Payee.addressOf(workerId) : _owner(workerId),
                paid
            );
        }
        emit TaskClosed(taskId, workerId, outcome, rating, uint56(paid), uint56(refunded), uint56(charged));
    }

    function _refund(
        uint32 posterId,
        uint256 word,
        uint256 amount
    ) internal returns (uint256, uint256 charged) {
        address owner = _owner(posterId);
        uint256 held = amount;
        if (word.hasFlag(TaskFlags.ON_CREDIT)) {
            // What makes good a debt was no holding; what goes beyond it was.
            int256 balance = ledger.signedBalanceOf(owner);
            uint256 debt = balance < 0 ? uint256(-balance) : 0;
            held = amount > debt ? amount - debt : 0;
        }
        if (held != 0) charged = ledger.demurrageSince(held, uint16(word.lockedDay()));
        if (charged != 0) ledger.disburse(ledger.commons(), charged);
        amount -= charged;
        if (amount != 0) ledger.disburse(owner, amount);
        return (amount, charged);
    }

    /// @param payer the poster's account word
    function _recordAccepted(
        uint64 taskId,
        uint256 word,
        uint256 payer,
        uint256 paid,
        bool unattended
    ) internal {
        uint32 posterId = uint32(taskId >> 32);
        payer = _renewed(posterId, payer);
        SkillSlot storage skill = skillWords[word.skillId()];
        uint256 old = skill.word;
        (bool first, uint256 newSkill) = levels.recordAccepted(
            word,
            posterId,
            uint56(paid),
            unattended,
            payer,
            old
        );
        if (newSkill != old) skill.word = newSkill;
        if (first) creditLines.recordReceipt(word.workerId(), posterId);
    }

    function _recordFailed(uint256 word, bool expired) internal {
        SkillSlot storage skill = skillWords[word.skillId()];
        uint256 old = skill.word;
        uint256 newSkill = levels.recordFailed(word, expired, old);
        if (newSkill != old) skill.word = newSkill;
    }

    /* INTERNAL: OPENING AGAIN */

    /// @dev After a claim: the time it was held does not count as age.
    function _reopen(uint256 word) internal view returns (uint256) {
        return _open(word.withoutRevisions(), word.openedAt() + block.timestamp - word.changedAt());
    }

    /// @dev After the bots: age starts anew, for people.
    function _openToPeople(uint256 word) internal view returns (uint256) {
        return _open(word.withFlag(TaskFlags.BOTS_DONE), block.timestamp);
    }

    /// @dev Past its deadline a task only waits for its refund: its instants stop at the deadline.
    function _open(uint256 word, uint256 openedAt) internal view returns (uint256) {
        uint256 deadline = word.deadlineAt();
        word = word.withOpenedAt(openedAt < deadline ? openedAt : deadline).withWorker(0);
        return word.withState(TaskState.Open, block.timestamp < deadline ? block.timestamp : deadline);
    }

    /* INTERNAL: CHECKS */

    function _load(uint64 taskId) internal view returns (uint256 word, TaskSlot storage slot) {
        (word, slot) = tasks.read(taskId);
        if (word == 0) revert TaskMarketUnknownTask(taskId);
    }

    function _load(
        uint64 taskId,
        TaskState wanted
    ) internal view returns (uint256 word, TaskSlot storage slot) {
        (word, slot) = tasks.read(taskId);
        if (!word.isIn(wanted)) {
            if (word == 0) revert TaskMarketUnknownTask(taskId);
            revert TaskMarketWrongState(taskId, word.state());
        }
    }

    /// @return account the poster's word
    function _poster(uint64 taskId) internal returns (uint256 account) {
        account = _account(uint32(taskId >> 32));
        if (!_isSender(address(uint160(account)))) revert TaskMarketNotPoster(taskId, _msgSender());
    }

    function _worker(uint64 taskId, uint256 word) internal returns (uint32 workerId) {
        workerId = word.workerId();
        if (!_isSender(_owner(workerId))) revert TaskMarketNotWorker(taskId, _msgSender());
    }

    function _requireBotTurn(uint64 taskId, uint256 word, uint32 botId) internal {
        uint256 account = _account(botId);
        if (!_isSender(address(uint160(account)))) revert TaskMarketNotOwner(botId, _msgSender());
        if (uint8(account >> 160) != uint8(AccountKind.Bot)) revert TaskMarketNotBot(botId);
        if (uint24(account >> 200) != word.skillId()) {
            revert TaskMarketWrongSkill(word.skillId(), uint24(account >> 200));
        }
        if (word.hasFlag(TaskFlags.HUMAN_ONLY)) revert TaskMarketHumanOnly(taskId);
        if (word.botTries() == MAX_BOT_TRIES) revert TaskMarketBotsDone(taskId);
        _notAfter(taskId, word.deadlineAt());
        (uint256 start, uint256 all) = Matching.instants(word);
        if (block.timestamp < all && (block.timestamp >= start || word.hasFlag(TaskFlags.BOTS_DONE))) {
            revert TaskMarketBotWindow(taskId, all);
        }
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

    function _notBefore(uint64 taskId, uint256 time) internal view {
        if (block.timestamp < time) revert TaskMarketTooEarly(taskId, time);
    }

    function _notAfter(uint64 taskId, uint256 time) internal view {
        if (block.timestamp >= time) revert TaskMarketTooLate(taskId, time);
    }
}
