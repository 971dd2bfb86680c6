// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice What a member has earned in a skill; one storage word.
/// @param points monotone, hundredths of a point
/// @param payers bitmap of distinct trusted payers, bit = payerId % 64
/// @param rating outcome rating, 0 to 16 with 8 fractional bits (0..4096)
/// @param level present level used for matching: min(floor(rating), volume cap, breadth cap), 0 to 15
/// @param badge highest level ever held, 0 to 15
/// @param inHand tasks claimed or under review
/// @param done accepted tasks
/// @param late expired claims and failures
/// @param lastDay day of the last outcome; 0 before the first
/// @param blockedUntilDay no claim before this day (an expired claim at level 0)
struct Standing {
    uint48 points;
    uint64 payers;
    uint16 rating;
    uint8 level;
    uint8 badge;
    uint8 inHand;
    uint24 done;
    uint16 late;
    uint16 lastDay;
    uint16 blockedUntilDay;
}

/// @title Levels
/// @notice Points, badge, rating, poster trust, repeat damping, breadth cap, issuing budgets; per skill the price octiles and
/// the histogram of levels. Its ERC-1155 read side shows the badge: `balanceOf(owner, skillId)`; transfers and approvals revert.
/// @dev Numbers and formulas: contracts/skill/README.md. Written by `TaskMarket` only.
interface ILevels {
    /// @notice A decided task. `points` is what was added (hundredths), 0 when it was lost or untrusted.
    /// @param standing the member's whole new word in the skill
    event OutcomeRecorded(
        uint24 indexed skillId,
        uint32 indexed memberId,
        uint32 indexed payerId,
        uint48 points,
        uint256 standing
    );
    /// @notice A claim or its end changed the number in hand.
    event StandingChanged(uint24 indexed skillId, uint32 indexed memberId, uint256 standing);
    /// @notice The skill's word after an accepted price or a changed histogram: octiles, count and band ranges.
    event SkillWordChanged(uint24 indexed skillId, uint256 word);
    event HistogramChanged(uint24 indexed skillId, uint256 histogram);
    /// @notice A member's side of a backing; organisation 0 ends it.
    event OrganisationBacked(uint32 indexed memberId, uint32 indexed organisationId);
    /// @notice An organisation's side of it; member 0 ends it.
    event BackerNamed(uint32 indexed organisationId, uint32 indexed memberId);

    error LevelsNotAuthorised(address caller);
    error LevelsNotTransferable();
    error LevelsTooManyInHand(uint32 memberId, uint24 skillId, uint8 inHand, uint8 limit);
    error LevelsBlocked(uint32 memberId, uint24 skillId, uint16 untilDay);
    error LevelsNotOwner(uint32 memberId, address caller);
    error LevelsNotOrganisation(uint32 accountId);
    error LevelsLengths(uint256 owners, uint256 skillIds);

    /// @notice A claim: checks limits, counts it in hand.
    /// @return level the member's present level in the skill
    function take(uint24 skillId, uint32 memberId) external returns (uint8 level);

    /// @notice A claim ended without outcome (release early, refund of a dispute, settle).
    function drop(uint24 skillId, uint32 memberId) external;

    /// @notice An accepted task. Adds points, moves the rating toward the band, teaches the octiles.
    /// @param task the task's word: worker, skill, band, effort (see `Task`)
    /// @param payerId who posted it
    /// @param paid what the worker got
    /// @param unattended true for auto-accept and rulings: half weight, no lesson for the octiles
    /// @param payerAccount the payer's word as `IMembers.accountWord` gives it
    /// @param skillWord_ the skill's word as the market keeps it; 0 for a skill without any outcome
    /// @return firstFromPayer true when this payer is new to the worker in this skill
    /// @return newSkillWord the skill's word afterwards
    function recordAccepted(
        uint256 task,
        uint32 payerId,
        uint56 paid,
        bool unattended,
        uint256 payerAccount,
        uint256 skillWord_
    ) external returns (bool firstFromPayer, uint256 newSkillWord);

    /// @notice A lost task: conceded, ruled against, or a claim given back late or expired (`expired`: half weight and a late
    /// mark; at level 0, once the claim's time was over, seven days before the next claim). Parameters as above.
    function recordFailed(
        uint256 task,
        bool expired,
        uint256 skillWord_
    ) external returns (uint256 newSkillWord);

    /// @notice A member lets an organisation's tasks use its issuing budget; organisation 0 stops it. It counts once the
    /// organisation names the member too (`nameBacker`), in either order, and while both do.
    function backOrganisation(uint32 memberId, uint32 organisationId) external;

    /// @notice An organisation names the member whose issuing budget its tasks use; member 0 stops it. See `backOrganisation`.
    function nameBacker(uint32 organisationId, uint32 memberId) external;

    function standingOf(uint32 memberId, uint24 skillId) external view returns (Standing memory);

    /// @notice Octiles 7 x 16 bits (bits 0-111), count of accepts 32 (112-143), per band b lo 4 and hi 4 bits
    /// (bits 144 + 8b: lo low nibble, hi high nibble), tau in units of 5 minutes, 8 bits (208-215; 0 means 6).
    /// @dev `TaskMarket` stores it, because every post reads it; this contract computes it.
    function skillWord(uint24 skillId) external view returns (uint256);

    /// @notice Members per level, 16 x 16 bits, saturating.
    function histogram(uint24 skillId) external view returns (uint256);

    /// @notice The organisation a member backs, or the member that backs an organisation; 0 unless both name each other.
    function backingOf(uint32 accountId) external view returns (uint32);

    /// @notice Poster trust in quarters, 0 to 4, and points (hundredths) left in the payer's issuing budget this week.
    function trustOf(uint32 payerId) external view returns (uint8 quarters, uint32 budgetLeft);
}
