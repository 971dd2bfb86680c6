// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice Where a task stands. A closed task's word is zero again; the event says how it closed.
enum TaskState {
    None,
    Open,
    Claimed,
    Delivered, // by a bot, waiting for an explicit accept
    Submitted, // by a person, waiting for review
    Rejected,
    Disputed
}

/// @notice How a task closed.
enum TaskOutcome {
    Accepted,
    AutoAccepted,
    Cancelled,
    Refunded,
    Conceded,
    Settled,
    Ruled,
    Halved
}

/// @notice An open task, packed into one storage word (lowest bits first, in this order):
/// workerId 32, price 56, skillId 24, changedAt 32, openedAt 32, deadlineHour 20, claimHours 7, reviewHours 9,
/// lo 4, hi 4, band 3, effort 3, state 3, botTries 2, revisions 2, flags 6, tau 8 (units of 5 minutes), daysAhead 6. 253 bits.
/// @param workerId member or bot that holds it; 0 while open
/// @param price in PEER units (6 decimals)
/// @param changedAt unix second of the last change of state
/// @param openedAt unix second the task opened, moved later by the time it was claimed: age = now - openedAt while open
/// @param deadlineHour unix hour (timestamp / 3600)
/// @param claimHours a claim's time to live, 1 to 72
/// @param reviewHours 1 to 336
/// @param lo lowest matched level when posted
/// @param hi highest matched level when posted
/// @param band price octile when posted, 0 to 7
/// @param effort class: 0 quarter of an hour, 1 hour, 2 four hours, 3 day (8 h), 4 week (40 h)
/// @param flags see `TaskFlags`
/// @param daysAhead days from the day the price was locked to the deadline's day (price-weighted after a raise), so that
/// refunds carry the demurrage of exactly that time: locked day = deadlineHour / 24 - daysAhead
struct Task {
    uint32 workerId;
    uint56 price;
    uint24 skillId;
    uint32 changedAt;
    uint32 openedAt;
    uint24 deadlineHour;
    uint8 claimHours;
    uint16 reviewHours;
    uint8 lo;
    uint8 hi;
    uint8 band;
    uint8 effort;
    TaskState state;
    uint8 botTries;
    uint8 revisions;
    uint8 flags;
    uint8 tau;
    uint8 daysAhead;
}

library TaskFlags {
    /// @dev no bots: straight to people
    uint8 internal constant HUMAN_ONLY = 1;
    /// @dev never below lo - 2 before the task is open to all
    uint8 internal constant FLOOR = 2;
    /// @dev the body is encrypted; only the claimer receives it
    uint8 internal constant SEALED = 4;
    /// @dev funded on credit: pays cash only, no demurrage on refund
    uint8 internal constant ON_CREDIT = 8;
    /// @dev opened to people because a bot's delivery was refused or left unanswered
    uint8 internal constant BOTS_DONE = 16;
}

/// @notice What the poster asks for.
/// @param deadlineHour unix hour, at most 60 days ahead
/// @param claimHours 0 takes the effort class's default (1, 4, 12, 24, 72)
/// @param reviewHours 0 takes 72
/// @param flags HUMAN_ONLY, FLOOR, SEALED
/// @param quotedBand the band the poster was shown, 255 for any; another band now refuses the post as stale
struct TaskTerms {
    uint24 skillId;
    uint64 price;
    uint24 deadlineHour;
    uint8 effort;
    uint8 claimHours;
    uint16 reviewHours;
    uint8 flags;
    uint8 quotedBand;
}

/// @title TaskMarket
/// @notice A task's life and escrow in PEER. taskId = posterId << 32 | the poster's own counter.
/// @dev Content id = keccak256(keccak256(body), keccak256(salt)). Every event carries the resulting storage word, so logs alone
/// rebuild the state; 0 means closed. Functions that act for an account check its owner against `_msgSender()`.
/// What people do most, `ISignedActs` takes signed and in batches as well.
/// EIP-712 domain `PeerCommons TaskMarket`, version 1; typed settlement:
/// `Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)` signed by both owners.
/// Silence: auto-accept favours the worker, concede the poster, a bot's delivery left unanswered for 24 h reopens.
interface ITaskMarket {
    event TaskPosted(uint64 indexed taskId, uint24 indexed skillId, bytes32 contentId, uint256 task);
    event TaskRaised(uint64 indexed taskId, uint256 task);
    event TaskDelivered(uint64 indexed taskId, uint32 indexed botId, bytes32 deliverableId, uint256 task);
    event TaskDeclined(uint64 indexed taskId, uint32 indexed botId, uint256 task);
    event TaskClaimed(uint64 indexed taskId, uint32 indexed workerId, uint256 task);
    event TaskReleased(uint64 indexed taskId, uint32 indexed workerId, uint256 task);
    event ClaimExpired(uint64 indexed taskId, uint32 indexed workerId, uint256 task);
    event TaskSubmitted(uint64 indexed taskId, uint32 indexed workerId, bytes32 deliverableId, uint256 task);
    event RevisionRequested(uint64 indexed taskId, bytes32 noteId, uint256 task);
    /// @notice `reasonId` is the content id of the reason. A bot's delivery rejected reopens; a person's waits for concede or dispute.
    event TaskRejected(uint64 indexed taskId, uint32 indexed workerId, bytes32 reasonId, uint256 task);
    /// @notice A bot's delivery got no answer within 24 h; open to people.
    event DeliveryLapsed(uint64 indexed taskId, uint32 indexed botId, uint256 task);
    event TaskDisputed(uint64 indexed taskId, address arbiter, uint256 task);
    /// @notice The task closed. `ending` holds, lowest bits first: paid 56, refunded 56, charged 56, outcome 8, rating 8.
    /// Paid went to the worker (or to the bot's split), refunded to the poster, charged to the commons as demurrage of the
    /// locked time; they sum to the price. Outcome is a `TaskOutcome`, rating 0 to 5.
    event TaskClosed(uint64 indexed taskId, uint32 indexed workerId, uint256 ending);
    event ArbiterSet(address arbiter);
    event GovernorSet(address governor);

    error TaskMarketUnknownTask(uint64 taskId);
    error TaskMarketWrongState(uint64 taskId, TaskState state);
    error TaskMarketNotPoster(uint64 taskId, address caller);
    error TaskMarketNotWorker(uint64 taskId, address caller);
    error TaskMarketNotOwner(uint32 accountId, address caller);
    error TaskMarketNotSeated(uint32 memberId);
    error TaskMarketNotBot(uint32 accountId);
    error TaskMarketWrongSkill(uint24 skillId, uint24 botSkillId);
    error TaskMarketUnknownSkill(uint24 skillId);
    error TaskMarketPriceTooLow(uint256 price, uint256 minimum);
    error TaskMarketPriceTooHigh(uint256 price, uint256 maximum);
    error TaskMarketPriceNotRaised(uint256 price, uint256 present);
    error TaskMarketDeadlinePassed(uint256 deadlineAt);
    error TaskMarketDeadlineTooFar(uint256 deadlineAt, uint256 latest);
    error TaskMarketOutOfBounds(bytes32 what, uint256 value, uint256 min, uint256 max);
    error TaskMarketQuoteStale(uint8 quotedBand, uint8 band);
    error TaskMarketOwnTask(uint64 taskId);
    error TaskMarketHumanOnly(uint64 taskId);
    error TaskMarketBotWindow(uint64 taskId, uint256 until);
    error TaskMarketBotsDone(uint64 taskId);
    error TaskMarketNotEligible(uint64 taskId, uint8 level, uint256 eligibleAt);
    error TaskMarketTooEarly(uint64 taskId, uint256 notBefore);
    error TaskMarketTooLate(uint64 taskId, uint256 notAfter);
    error TaskMarketNoRevisionsLeft(uint64 taskId);
    error TaskMarketBadShare(uint256 share);
    error TaskMarketNotArbiter(uint64 taskId, address caller);
    error TaskMarketSignatureExpired(uint256 deadline);
    error TaskMarketBadSignature(address signer);
    error TaskMarketNotGovernor(address caller);
    error TaskMarketNotMembers(address caller);
    error TaskMarketEmptyContent();
    error TaskMarketBadRating(uint8 rating);

    function post(
        uint32 posterId,
        TaskTerms calldata terms,
        bytes32 contentId
    ) external returns (uint64 taskId);

    /// @notice Raises the price of an open task, before its deadline. Band and levels stay.
    function raise(uint64 taskId, uint64 price) external;

    /// @notice Poster; only while open.
    function cancel(uint64 taskId) external;

    /// @notice A bot of the skill hands in sealed work, in the bots' window or once the task is open to all. Two tries a task.
    function deliver(uint64 taskId, uint32 botId, bytes32 deliverableId) external;

    /// @notice A bot of the skill gives up. Where it is the skill's only one this costs a try, and the task opens to people at
    /// once; elsewhere it says so for itself alone, and the others keep their tries.
    function decline(uint64 taskId, uint32 botId) external;

    /// @notice An unanswered delivery after 24 h. Anyone.
    function lapse(uint64 taskId) external;

    function claim(uint64 taskId, uint32 memberId) external;

    /// @notice The worker gives a claim back, within its time. After a quarter of it the outcome counts as lost at half the
    /// weight, with a late mark.
    function release(uint64 taskId) external;

    /// @notice A claim whose time is over. Anyone.
    function expireClaim(uint64 taskId) external;

    function submit(uint64 taskId, bytes32 deliverableId) external;

    /// @notice Poster, at most twice, inside the review window. The worker has the claim's time again, 24 hours at least.
    function requestRevision(uint64 taskId, bytes32 noteId) external;

    /// @notice Poster accepts a person's or a bot's work and pays.
    /// @param rating 1 to 5, or 0 for none
    function accept(uint64 taskId, uint8 rating) external;

    /// @notice Submitted work whose review window is over. Anyone.
    function autoAccept(uint64 taskId) external;

    function reject(uint64 taskId, bytes32 reasonId) external;

    /// @notice A rejected task goes back to the poster: by the worker, or by anyone three days after the rejection.
    function concede(uint64 taskId) external;

    /// @notice The worker disputes a rejection, within three days.
    function dispute(uint64 taskId) external;

    /// @notice The arbiter rules. @param share 0, 25, 50, 75 or 100 per cent to the worker
    function rule(uint64 taskId, uint8 share) external;

    /// @notice A dispute without ruling for seven days: half each. Anyone.
    function halve(uint64 taskId) external;

    /// @notice Poster and worker agree, at any time after a claim. What they sign names the worker.
    function settle(
        uint64 taskId,
        uint16 shareBps,
        uint256 deadline,
        bytes calldata posterSignature,
        bytes calldata workerSignature
    ) external;

    /// @notice An open task past its deadline goes back to the poster. Anyone.
    function refund(uint64 taskId) external;

    function taskOf(uint64 taskId) external view returns (Task memory);

    function taskWord(uint64 taskId) external view returns (uint256);

    /// @notice See `ILevels.skillWord`.
    function skillWord(uint24 skillId) external view returns (uint256);

    /// @notice First second at which a member of that level may claim; max uint when never before it changes.
    function eligibleAt(uint64 taskId, uint8 level) external view returns (uint256);

    /// @notice What a post with this price and effort would get now.
    function quote(
        uint24 skillId,
        uint56 price,
        uint8 effort
    ) external view returns (uint8 band, uint8 lo, uint8 hi);

    function arbiter() external view returns (address);

    /// @notice Who rules an open dispute; 0 when nobody does, and it ends in halves.
    function arbiterOf(uint64 taskId) external view returns (address);

    /// @notice Governor. Disputes already open keep their arbiter.
    function setArbiter(address arbiter) external;

    function governor() external view returns (address);

    /// @notice Governor: hands its office on.
    function setGovernor(address governor) external;
}
