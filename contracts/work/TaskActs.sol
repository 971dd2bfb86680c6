// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILedger} from "../interfaces/ILedger.sol";
import {ILevels} from "../interfaces/ILevels.sol";
import {AccountKind} from "../interfaces/IMembers.sol";
import {TaskFlags, TaskOutcome, TaskState} from "../interfaces/ITaskMarket.sol";
import {Matching} from "../libraries/Matching.sol";
import {Payee} from "../libraries/Payee.sol";
import {TaskLane, TaskSlot} from "../libraries/TaskLane.sol";
import {TaskWord} from "../libraries/TaskWord.sol";
import {AccountCopies} from "./AccountCopies.sol";
import {PostedTerms} from "./PostedTerms.sol";

/// @title TaskActs
/// @notice What the acts do to a task, its money and its worker's standing. Who may is asked before: of the caller by
/// `TaskMarket`, of a signature by `SignedActs`.
/// @dev Of the contracts called, none calls out again but to an ERC-1271 signer by static call; words are written before money moves.
abstract contract TaskActs is AccountCopies, PostedTerms {
    using TaskLane for mapping(uint256 => TaskSlot);
    using TaskLane for TaskSlot;
    using TaskWord for uint256;

    /* CONSTANTS */

    uint256 internal constant MAX_BOT_TRIES = 2;

    ILedger public immutable ledger;
    ILevels public immutable levels;
    ICreditLines public immutable creditLines;

    /* STORAGE */

    /// @dev Read and written by `TaskLane` alone.
    mapping(uint256 place => TaskSlot) internal tasks;
    /// @dev Who rules an open dispute.
    mapping(uint256 taskId => address) internal disputes;

    /* CONSTRUCTOR */

    constructor(ILedger ledger_, ILevels levels_, ICreditLines creditLines_) {
        ledger = ledger_;
        levels = levels_;
        creditLines = creditLines_;
    }

    /* INTERNAL: ACTS */

    /// @param owner the poster's
    /// @param terms as `PostedTerms` packs them
    function _post(
        uint32 posterId,
        address owner,
        uint256 terms,
        bytes32 contentId
    ) internal returns (uint64 taskId) {
        if (contentId == 0) revert TaskMarketEmptyContent();
        uint256 word = _terms(terms);
        (uint32 lock, bool drew) = ledger.collect(owner, word.price(), true);
        if (drew) word = word.withFlag(TaskFlags.ON_CREDIT);
        taskId = (uint64(posterId) << 32) | lock;
        tasks.create(taskId, word);
        emit TaskPosted(taskId, word.skillId(), contentId, word);
    }

    /// @param word the task's, open
    /// @param account the bot's word
    function _deliver(
        uint64 taskId,
        TaskSlot storage slot,
        uint256 word,
        uint32 botId,
        uint256 account,
        bytes32 deliverableId
    ) internal {
        _requireBotTurn(taskId, word, botId, account);
        if (deliverableId == 0) revert TaskMarketEmptyContent();

        word = word.withBotTry().withWorker(botId).withState(TaskState.Delivered, block.timestamp);
        slot.write(taskId, word);
        emit TaskDelivered(taskId, botId, deliverableId, word);
    }

    /// @param word the task's, open
    /// @param account the member's word
    function _claim(
        uint64 taskId,
        TaskSlot storage slot,
        uint256 word,
        uint32 memberId,
        uint256 account
    ) internal {
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

    /// @param word the task's, claimed
    function _submit(uint64 taskId, TaskSlot storage slot, uint256 word, bytes32 deliverableId) internal {
        if (deliverableId == 0) revert TaskMarketEmptyContent();
        _notAfter(taskId, word.claimEndsAt());

        uint32 workerId = word.workerId();
        word = word.withState(TaskState.Submitted, block.timestamp);
        slot.write(taskId, word);
        emit TaskSubmitted(taskId, workerId, deliverableId, word);
    }

    /// @param word the task's, submitted or delivered
    /// @param account the poster's word
    function _accept(
        uint64 taskId,
        TaskSlot storage slot,
        uint256 word,
        uint256 account,
        uint8 rating
    ) internal {
        if (rating > 5) revert TaskMarketBadRating(rating);

        _close(taskId, slot, word, word.price(), TaskOutcome.Accepted, rating);
        if (!word.isIn(TaskState.Delivered)) _recordAccepted(taskId, word, account, word.price(), false);
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
        uint256 ending =
            paid | (refunded << 56) | (charged << 112) | (uint256(outcome) << 168) | (uint256(rating) << 176);
        emit TaskClosed(taskId, workerId, ending);
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

    /// @return word of a task that waits for the poster's word
    function _loadReviewable(uint64 taskId) internal view returns (uint256 word, TaskSlot storage slot) {
        (word, slot) = _load(taskId);
        if (!word.isIn(TaskState.Submitted) && !word.isIn(TaskState.Delivered)) {
            revert TaskMarketWrongState(taskId, word.state());
        }
    }

    /// @param account the bot's word
    function _requireBotTurn(uint64 taskId, uint256 word, uint32 botId, uint256 account) internal view {
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

    function _notBefore(uint64 taskId, uint256 time) internal view {
        if (block.timestamp < time) revert TaskMarketTooEarly(taskId, time);
    }

    function _notAfter(uint64 taskId, uint256 time) internal view {
        if (block.timestamp >= time) revert TaskMarketTooLate(taskId, time);
    }
}
