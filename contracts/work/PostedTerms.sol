// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISkills} from "../interfaces/ISkills.sol";
import {ITaskMarket, TaskFlags, TaskState, TaskTerms} from "../interfaces/ITaskMarket.sol";
import {Matching} from "../libraries/Matching.sol";
import {TaskWord} from "../libraries/TaskWord.sol";

/// @title PostedTerms
/// @notice A poster's terms, checked and made a task's first word: what they ask, and whom their price reaches in the skill.
abstract contract PostedTerms is ITaskMarket {
    using TaskWord for uint256;

    /* CONSTANTS */

    /// @dev 0.1 PEER.
    uint256 public constant MIN_PRICE = 100_000;
    uint256 public constant MAX_PRICE = type(uint56).max;
    uint256 public constant MAX_AHEAD = 60 days;

    uint256 internal constant MAX_CLAIM_HOURS = 72;
    uint256 internal constant MAX_REVIEW_HOURS = 336;
    uint256 internal constant DEFAULT_REVIEW_HOURS = 72;
    /// @dev A byte per effort class: 1, 4, 12, 24, 72 hours.
    uint256 internal constant DEFAULT_CLAIM_HOURS = 0x48180c0401;
    uint256 internal constant POSTERS_FLAGS = TaskFlags.HUMAN_ONLY | TaskFlags.FLOOR | TaskFlags.SEALED;
    uint256 internal constant ANY_BAND = 255;

    /* STORAGE */

    ISkills public immutable skills;

    struct SkillSlot {
        uint256 word;
    }

    mapping(uint256 skillId => SkillSlot) internal skillWords;

    /* CONSTRUCTOR */

    constructor(ISkills skills_) {
        skills = skills_;
    }

    /* VIEWS */

    /// @inheritdoc ITaskMarket
    function skillWord(uint24 skillId) public view returns (uint256 word) {
        word = skillWords[skillId].word;
        if (word == 0) word = Matching.FIRST_WORD;
    }

    /// @inheritdoc ITaskMarket
    function quote(uint24 skillId, uint56 price, uint8 effort) external view returns (uint8, uint8, uint8) {
        if (effort > 4) revert TaskMarketOutOfBounds("effort", effort, 0, 4);
        _requireSkill(skillId);
        uint256 skill = skillWord(skillId);
        uint256 band = Matching.band(skill, Matching.unitPrice(price, effort));
        (uint256 lo, uint256 hi) = Matching.range(skill, band);
        return (uint8(band), uint8(lo), uint8(hi));
    }

    /* INTERNAL */

    /// @dev The terms in one word, highest bits first: skillId 24, price 64, deadlineHour 24, effort 8, claimHours 8,
    /// reviewHours 16, flags 8, quotedBand 8. 160 bits.
    /// Refuses what does not fit, as the compiler does for a field it reads itself, at twice the gas.
    function _packed(TaskTerms calldata terms) internal pure returns (uint256 word) {
        assembly ("memory-safe") {
            word := calldataload(terms)
            let excess := shr(24, word)
            let field := calldataload(add(terms, 0x20))
            excess := or(excess, shr(64, field))
            word := or(shl(64, word), field)
            field := calldataload(add(terms, 0x40))
            excess := or(excess, shr(24, field))
            word := or(shl(24, word), field)
            field := calldataload(add(terms, 0x60))
            excess := or(excess, shr(8, field))
            word := or(shl(8, word), field)
            field := calldataload(add(terms, 0x80))
            excess := or(excess, shr(8, field))
            word := or(shl(8, word), field)
            field := calldataload(add(terms, 0xa0))
            excess := or(excess, shr(16, field))
            word := or(shl(16, word), field)
            field := calldataload(add(terms, 0xc0))
            excess := or(excess, shr(8, field))
            word := or(shl(8, word), field)
            field := calldataload(add(terms, 0xe0))
            word := or(shl(8, word), field)
            if or(excess, shr(8, field)) {
                revert(0, 0)
            }
        }
    }

    /// @dev A new task's word, from packed terms.
    function _terms(uint256 terms) internal view returns (uint256 word) {
        unchecked {
            uint256 value = uint8(terms >> 40);
            if (value > 4) revert TaskMarketOutOfBounds("effort", value, 0, 4);
            word =
                (value << TaskWord.EFFORT) |
                (uint256(TaskState.Open) << TaskWord.STATE) |
                (block.timestamp << TaskWord.CHANGED) |
                (block.timestamp << TaskWord.OPENED);
            word |= _matched(terms, value);

            value = uint24(terms >> 48);
            uint256 deadline = value * 3600;
            if (deadline <= block.timestamp) revert TaskMarketDeadlinePassed(deadline);
            if (deadline > block.timestamp + MAX_AHEAD) {
                revert TaskMarketDeadlineTooFar(deadline, block.timestamp + MAX_AHEAD);
            }
            word |=
                (value << TaskWord.DEADLINE) |
                ((value / 24 - block.timestamp / 1 days) << TaskWord.DAYS_AHEAD);

            value = uint8(terms >> 32);
            if (value > MAX_CLAIM_HOURS)
                revert TaskMarketOutOfBounds("claimHours", value, 0, MAX_CLAIM_HOURS);
            if (value == 0) value = uint8(DEFAULT_CLAIM_HOURS >> (8 * word.effort()));
            word |= value << TaskWord.CLAIM_HOURS;

            value = uint16(terms >> 16);
            if (value > MAX_REVIEW_HOURS)
                revert TaskMarketOutOfBounds("reviewHours", value, 0, MAX_REVIEW_HOURS);
            if (value == 0) value = DEFAULT_REVIEW_HOURS;
            word |= value << TaskWord.REVIEW_HOURS;

            value = uint8(terms >> 8);
            if (value > POSTERS_FLAGS) revert TaskMarketOutOfBounds("flags", value, 0, POSTERS_FLAGS);
            word |= value << TaskWord.FLAGS;
        }
    }

    /// @dev Price, skill, and whom the price reaches.
    function _matched(uint256 terms, uint256 effort) internal view returns (uint256) {
        uint256 price = uint64(terms >> 72);
        if (price < MIN_PRICE) revert TaskMarketPriceTooLow(price, MIN_PRICE);
        if (price > MAX_PRICE) revert TaskMarketPriceTooHigh(price, MAX_PRICE);
        uint256 skillId = uint24(terms >> 136);
        uint256 skill = skillWords[skillId].word;
        if (skill == 0) {
            _requireSkill(skillId);
            skill = Matching.FIRST_WORD;
        }
        uint256 band = Matching.band(skill, Matching.unitPrice(price, effort));
        uint256 quoted = uint8(terms);
        if (quoted != band && quoted != ANY_BAND) revert TaskMarketQuoteStale(uint8(quoted), uint8(band));
        unchecked {
            // A band's range stands in the task as in the skill: lo, then hi.
            return
                (price << TaskWord.PRICE) |
                (skillId << TaskWord.SKILL) |
                (band << TaskWord.BAND) |
                (((skill >> (Matching.RANGES + 8 * band)) & 0xff) << TaskWord.LO) |
                (Matching.tau(skill) << TaskWord.TAU);
        }
    }

    function _requireSkill(uint256 skillId) internal view {
        if (skillId == 0 || skillId > skills.skillCount()) revert TaskMarketUnknownSkill(uint24(skillId));
    }
}
