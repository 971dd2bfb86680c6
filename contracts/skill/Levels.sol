// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {IERC1155} from "@openzeppelin/contracts/token/ERC1155/IERC1155.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {IERC165} from "@openzeppelin/contracts/utils/introspection/IERC165.sol";

import {ICreditLines} from "../interfaces/ICreditLines.sol";
import {ILevels, Standing} from "../interfaces/ILevels.sol";
import {AccountKind, IMembers} from "../interfaces/IMembers.sol";
import {ITaskMarket} from "../interfaces/ITaskMarket.sol";
import {Matching} from "../libraries/Matching.sol";
import {StandingWord, Win} from "../libraries/StandingWord.sol";
import {TaskWord} from "../libraries/TaskWord.sol";

/// @title Levels
/// @notice See `ILevels`. One word a member and skill, a histogram a skill, a word a payer.
contract Levels is ILevels, IERC1155, ERC2771Context {
    using StandingWord for uint256;
    using TaskWord for uint256;

    /* CONSTANTS */

    /// @dev Points (hundredths) a payer's tasks may mint a week.
    uint256 public constant BUDGET = 20_000;
    uint256 internal constant EPOCH = 604_800;

    // Payer word: epoch 32, spent 32, sketch day 16, skill bloom 32, backing 32.
    uint256 internal constant SPENT = 32;
    uint256 internal constant SKETCH_DAY = 64;
    uint256 internal constant BLOOM = 80;
    uint256 internal constant BACKING = 112;
    // While it is asked about, above it: the trust in quarters 8, whose word it is 32. See `_payer`.
    uint256 internal constant TRUST = 144;
    uint256 internal constant BACKER = 152;

    IMembers public immutable members;
    ICreditLines public immutable creditLines;
    address public immutable taskMarket;

    /* STORAGE */

    struct Slot {
        uint256 word;
    }

    mapping(uint256 skillAndMember => Slot) internal standings;
    mapping(uint256 skillId => uint256) internal histograms;
    /// @dev A member's `backing` is the organisation it backs, an organisation's the member that backs it; only both count.
    mapping(uint256 payerId => uint256) internal payerWords;

    /* CONSTRUCTOR */

    modifier onlyTaskMarket() {
        if (msg.sender != taskMarket) revert LevelsNotAuthorised(msg.sender);
        _;
    }

    constructor(
        address forwarder,
        IMembers members_,
        ICreditLines creditLines_,
        address taskMarket_
    ) ERC2771Context(forwarder) {
        members = members_;
        creditLines = creditLines_;
        taskMarket = taskMarket_;
    }

    /* TASKS */

    /// @inheritdoc ILevels
    function take(uint24 skillId, uint32 memberId) external onlyTaskMarket returns (uint8 level) {
        Slot storage slot = standings[_key(skillId, memberId)];
        uint256 word = slot.word;
        if (word == 0) word = StandingWord.FIRST;
        level = uint8(word.level());
        uint256 inHand = word.inHand();
        uint256 limit = 2 + level / 2;
        if (inHand >= limit) revert LevelsTooManyInHand(memberId, skillId, uint8(inHand), uint8(limit));
        if (word.blockedUntilDay() > _today())
            revert LevelsBlocked(memberId, skillId, uint16(word.blockedUntilDay()));

        unchecked {
            word = word.withInHand(inHand + 1);
        }
        slot.word = word;
        emit StandingChanged(skillId, memberId, word);
    }

    /// @inheritdoc ILevels
    function drop(uint24 skillId, uint32 memberId) external onlyTaskMarket {
        Slot storage slot = standings[_key(skillId, memberId)];
        uint256 word = slot.word.putDown();
        slot.word = word;
        emit StandingChanged(skillId, memberId, word);
    }

    /// @inheritdoc ILevels
    function recordAccepted(
        uint256 task,
        uint32 payerId,
        uint56 paid,
        bool unattended,
        uint256 payerAccount,
        uint256 skillWord_
    ) external onlyTaskMarket returns (bool firstFromPayer, uint256 newSkillWord) {
        uint256 payer = _payer(payerId, payerAccount);
        (uint256 old, uint256 word, bool teaches) = _recordWin(task, payerId, payer, paid, unattended);
        firstFromPayer = word.payers() != old.payers();
        newSkillWord = _skillAfter(task, old, word, teaches ? paid : 0, skillWord_);
    }

    /// @inheritdoc ILevels
    function recordFailed(
        uint256 task,
        bool expired,
        uint256 skillWord_
    ) external onlyTaskMarket returns (uint256 newSkillWord) {
        Slot storage slot = standings[_key(task.skillId(), task.workerId())];
        uint256 old = slot.word;
        uint256 word = old.putDown().withLoss(task.band(), expired ? 8 : 16, _today());
        // Given back late is a mark like run out, but no reason to be kept out.
        if (expired && old.level() == 0 && block.timestamp >= task.claimEndsAt())
            word = word.blockedUntil(_today() + 7);
        slot.word = word;
        emit OutcomeRecorded(task.skillId(), task.workerId(), 0, 0, word);
        newSkillWord = _skillAfter(task, old, word, 0, skillWord_);
    }

    /* ORGANISATIONS */

    /// @inheritdoc ILevels
    function backOrganisation(uint32 memberId, uint32 organisationId) external {
        _requireOwner(memberId);
        if (organisationId != 0) _requireOrganisation(organisationId);
        _setBacking(memberId, organisationId);
        emit OrganisationBacked(memberId, organisationId);
    }

    /// @inheritdoc ILevels
    function nameBacker(uint32 organisationId, uint32 memberId) external {
        _requireOwner(organisationId);
        _requireOrganisation(organisationId);
        _setBacking(organisationId, memberId);
        emit BackerNamed(organisationId, memberId);
    }

    /* ERC-1155, READ SIDE */

    /// @notice The badge: the highest level the owner ever held in the skill.
    function balanceOf(address owner, uint256 skillId) public view returns (uint256) {
        uint32 id = members.idOf(owner);
        return id == 0 || skillId > type(uint24).max ? 0 : standings[_key(uint24(skillId), id)].word.badge();
    }

    /// @inheritdoc IERC1155
    function balanceOfBatch(
        address[] calldata owners,
        uint256[] calldata skillIds
    ) external view returns (uint256[] memory badges) {
        if (owners.length != skillIds.length) revert LevelsLengths(owners.length, skillIds.length);
        badges = new uint256[](owners.length);
        for (uint256 i = 0; i < owners.length; ++i) {
            badges[i] = balanceOf(owners[i], skillIds[i]);
        }
    }

    /// @inheritdoc IERC1155
    function isApprovedForAll(address, address) external pure returns (bool) {
        return false;
    }

    /// @inheritdoc IERC1155
    function setApprovalForAll(address, bool) external pure {
        revert LevelsNotTransferable();
    }

    /// @inheritdoc IERC1155
    function safeTransferFrom(address, address, uint256, uint256, bytes calldata) external pure {
        revert LevelsNotTransferable();
    }

    /// @inheritdoc IERC1155
    function safeBatchTransferFrom(
        address,
        address,
        uint256[] calldata,
        uint256[] calldata,
        bytes calldata
    ) external pure {
        revert LevelsNotTransferable();
    }

    /// @inheritdoc IERC165
    function supportsInterface(bytes4 interfaceId) external pure returns (bool) {
        return interfaceId == type(IERC1155).interfaceId || interfaceId == type(IERC165).interfaceId;
    }

    /* VIEWS */

    /// @inheritdoc ILevels
    function standingOf(uint32 memberId, uint24 skillId) external view returns (Standing memory) {
        uint256 word = standings[_key(skillId, memberId)].word;
        return StandingWord.unpack(word == 0 ? StandingWord.FIRST : word);
    }

    /// @inheritdoc ILevels
    function skillWord(uint24 skillId) external view returns (uint256) {
        return ITaskMarket(taskMarket).skillWord(skillId);
    }

    /// @inheritdoc ILevels
    function histogram(uint24 skillId) external view returns (uint256) {
        return histograms[skillId];
    }

    /// @inheritdoc ILevels
    function trustOf(uint32 payerId) external view returns (uint8 quarters, uint32 budgetLeft) {
        uint256 payer = _payer(payerId, members.accountWord(payerId));
        quarters = uint8(payer >> TRUST);
        if (quarters != 0) budgetLeft = uint32(_budgetLeft(payer));
    }

    /// @inheritdoc ILevels
    function backingOf(uint32 accountId) external view returns (uint32 otherId) {
        otherId = _named(accountId);
        if (_named(otherId) != accountId) otherId = 0;
    }

    /* PAYERS */

    /// @dev Who stands behind a task's money: the payer itself, or the member that backs the organisation.
    /// @param account the payer's account word
    /// @return payer that member's payer word as of this week, its trust and its id above it
    function _payer(uint32 payerId, uint256 account) internal view returns (uint256 payer) {
        payer = payerWords[payerId];
        uint256 backerId = payerId;
        if (uint8(account >> 160) == uint8(AccountKind.Organisation)) {
            uint32 named = uint32(payer >> BACKING);
            if (named == 0 || _named(named) != payerId) return payer | (backerId << BACKER);
            backerId = named;
            payer = payerWords[named];
            account = members.accountWord(named);
        }
        payer |= backerId << BACKER;
        uint256 today = _today();
        if (uint8(account >> 160) != uint8(AccountKind.Member) || uint16(account >> 168) <= today)
            return payer;
        unchecked {
            uint256 epoch = block.timestamp / EPOCH;
            if (uint32(payer) != epoch) payer = ((payer >> SKETCH_DAY) << SKETCH_DAY) | epoch;
            uint256 trust = 4;
            uint256 seated = today - uint16(account >> 184);
            if (seated < 90 && (account >> 224) & 1 == 0) {
                (uint8 payers, ) = creditLines.rampOf(uint32(backerId));
                if (payers < 3) trust = seated >= 30 ? 2 : 1;
            }
            return payer | (trust << TRUST);
        }
    }

    /// @dev Points never exceed what is left, so what is spent never exceeds the budget.
    function _budgetLeft(uint256 payer) internal pure returns (uint256) {
        unchecked {
            return BUDGET - uint32(payer >> SPENT);
        }
    }

    /// @return old the worker's standing before
    /// @return word and after
    /// @return teaches whether the octiles may learn the price
    function _recordWin(
        uint256 task,
        uint32 payerId,
        uint256 payer,
        uint256 paid,
        bool unattended
    ) internal returns (uint256 old, uint256 word, bool teaches) {
        // Nobody raises their own level, not even through an organisation.
        if (uint32(payer >> BACKER) == task.workerId()) payer &= ~(uint256(0xff) << TRUST);
        Slot storage slot = standings[_key(task.skillId(), task.workerId())];
        old = slot.word;
        uint256 points;
        (word, points) = old.accepted(
            Win({
                price: paid,
                trust: uint8(payer >> TRUST),
                payerId: payer >> BACKER,
                budgetLeft: _budgetLeft(payer),
                unattended: unattended,
                band: task.band(),
                day: _today()
            })
        );
        slot.word = word;
        emit OutcomeRecorded(task.skillId(), task.workerId(), payerId, uint48(points), word);
        if (uint8(payer >> TRUST) != 0) teaches = _charge(payer, points, task.skillId(), !unattended);
    }

    /// @dev Charges the budget and says whether the octiles may learn.
    /// @param attended whether they would
    /// @return teaches false when this payer taught the skill today already
    function _charge(
        uint256 payer,
        uint256 points,
        uint24 skillId,
        bool attended
    ) internal returns (bool teaches) {
        uint256 today = _today();
        uint256 bloom = uint16(payer >> SKETCH_DAY) == today ? uint32(payer >> BLOOM) : 0;
        unchecked {
            if (attended) {
                uint256 bit = uint256(1) << (skillId % 32);
                teaches = bloom & bit == 0;
                bloom |= bit;
            }
            payerWords[payer >> BACKER] =
                (uint64(payer) + (points << SPENT)) |
                (today << SKETCH_DAY) |
                (bloom << BLOOM) |
                (uint256(uint32(payer >> BACKING)) << BACKING);
        }
    }

    /// @dev Whom an account named; it counts while the other one names it too.
    function _named(uint32 accountId) internal view returns (uint32) {
        return uint32(payerWords[accountId] >> BACKING);
    }

    function _setBacking(uint32 accountId, uint32 otherId) internal {
        uint256 word = payerWords[accountId];
        payerWords[accountId] = (word & ((1 << BACKING) - 1)) | (uint256(otherId) << BACKING);
    }

    function _requireOwner(uint32 accountId) internal view {
        if (address(uint160(members.accountWord(accountId))) != _msgSender()) {
            revert LevelsNotOwner(accountId, _msgSender());
        }
    }

    function _requireOrganisation(uint32 accountId) internal view {
        if (members.accountOf(accountId).kind != AccountKind.Organisation) {
            revert LevelsNotOrganisation(accountId);
        }
    }

    /* SKILLS */

    /// @dev Badge token, histogram, octiles and ranges after a decided outcome.
    /// @param lesson the price to learn, 0 for none
    function _skillAfter(
        uint256 task,
        uint256 old,
        uint256 word,
        uint256 lesson,
        uint256 skill
    ) internal returns (uint256) {
        uint24 skillId = task.skillId();
        if (word.badge() != old.badge()) {
            address owner = address(uint160(members.accountWord(task.workerId())));
            emit TransferSingle(msg.sender, address(0), owner, skillId, word.badge() - old.badge());
        }
        bool first = old.lastDay() == 0;
        bool moved = first || word.level() != old.level();
        if (lesson == 0 && !moved) return skill;

        if (skill == 0) skill = Matching.FIRST_WORD;
        if (lesson != 0) skill = Matching.learn(skill, Matching.unitPrice(lesson, task.effort()));
        if (moved) {
            uint256 bins = histograms[skillId];
            uint256 shift = 16 * old.level();
            if (!first && (bins >> shift) & 0xffff != 0) bins -= 1 << shift;
            shift = 16 * word.level();
            if ((bins >> shift) & 0xffff != 0xffff) bins += 1 << shift;
            histograms[skillId] = bins;
            emit HistogramChanged(skillId, bins);
            skill = Matching.withRanges(skill, Matching.rangesOf(bins));
        }
        emit SkillWordChanged(skillId, skill);
        return skill;
    }

    function _key(uint24 skillId, uint32 memberId) internal pure returns (uint256) {
        return (uint256(skillId) << 32) | memberId;
    }

    function _today() internal view returns (uint256) {
        return block.timestamp / 1 days;
    }
}
