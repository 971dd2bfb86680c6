// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Votes} from "@openzeppelin/contracts/governance/utils/Votes.sol";
import {ERC2771Context} from "@openzeppelin/contracts/metatx/ERC2771Context.sol";
import {Context} from "@openzeppelin/contracts/utils/Context.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

import {ILedger} from "../interfaces/ILedger.sol";
import {Account, AccountKind, IMembers} from "../interfaces/IMembers.sol";
import {IKeyListener, IPersonhood, ISeatListener} from "../interfaces/IPersonhood.sol";
import {Payee} from "../libraries/Payee.sol";

/// @title Members
/// @notice Accounts, keys and seats, and the one-member-one-vote token; see `IMembers`.
contract Members is IMembers, Votes, ERC2771Context, ReentrancyGuardTransient {
    /* CONSTANTS */

    /// @notice Longest seat, and a founder's first one, in days.
    uint16 public constant MAX_SEAT_DAYS = 180;

    /// @notice Time between announcing and using another personhood check.
    uint256 public constant PERSONHOOD_DELAY = 30 days;

    bytes32 private constant ROTATE_TYPEHASH = keccak256(
        "Rotate(uint32 accountId,address newOwner,uint256 deadline)"
    );

    /* IMMUTABLES */

    /// @notice Wires, seats founders and seals; powerless afterwards.
    address public immutable deployer;

    /* STORAGE */

    address public governor;
    /// @inheritdoc IMembers
    uint32 public accountCount;
    /// @inheritdoc IMembers
    uint32 public seatCount;
    bool public isSealed;

    IPersonhood public personhood;
    ILedger public ledger;
    /// @notice The one contract that registers bots.
    address public bots;
    /// @dev Trusted core, told in this order. They are called plainly: a caught failure would let a caller who sends too
    /// little gas leave with its income still running.
    ISeatListener public income;
    ISeatListener public lines;
    ISeatListener public tasks;
    /// @notice Pays bots' people: told of keys alone.
    IKeyListener public splitter;

    address public proposedPersonhood;
    uint64 public personhoodActiveAt;

    /// @dev The struct's packing is the layout that `accountWord` documents.
    mapping(uint32 accountId => Account) private _accounts;

    /// @inheritdoc IMembers
    mapping(address owner => uint32 accountId) public idOf;

    /// @dev Agreeing to take over an account once is not agreeing to get it back later, with what it owes by then.
    mapping(bytes32 digest => bool) private _usedConsents;

    /* MODIFIERS */

    modifier onlyDeployer() {
        if (msg.sender != deployer) revert MembersNotAuthorised(msg.sender);
        if (isSealed) revert MembersSealed();
        _;
    }

    modifier onlyGovernor() {
        if (_msgSender() != governor) revert MembersNotAuthorised(_msgSender());
        _;
    }

    modifier onceSealed() {
        if (!isSealed) revert MembersNotSealed();
        _;
    }

    /* CONSTRUCTOR */

    constructor(
        address forwarder,
        address governor_
    ) EIP712("PeerCommons Members", "1") ERC2771Context(forwarder) {
        if (governor_ == address(0)) revert MembersZeroAddress();
        deployer = msg.sender;
        governor = governor_;
        emit GovernorSet(governor_);
    }

    /* DEPLOYER: WIRE, FOUNDERS, SEAL */

    /// @notice Names the contracts this one tells and asks. Once.
    function wire(
        IPersonhood personhood_,
        ILedger ledger_,
        address bots_,
        ISeatListener income_,
        ISeatListener lines_,
        ISeatListener tasks_,
        IKeyListener splitter_
    ) external onlyDeployer {
        if (address(ledger) != address(0)) revert MembersSealed();
        if (
            address(personhood_) == address(0) ||
            address(ledger_) == address(0) ||
            bots_ == address(0) ||
            address(income_) == address(0) ||
            address(lines_) == address(0) ||
            address(tasks_) == address(0) ||
            address(splitter_) == address(0)
        ) revert MembersZeroAddress();
        personhood = personhood_;
        ledger = ledger_;
        bots = bots_;
        income = income_;
        lines = lines_;
        tasks = tasks_;
        splitter = splitter_;
        emit Wired(
            address(ledger_),
            bots_,
            address(income_),
            address(lines_),
            address(tasks_),
            address(splitter_)
        );
        emit PersonhoodSet(address(personhood_));
    }

    /// @inheritdoc IMembers
    function seatFounder(
        address owner,
        bytes32 sealingKey
    ) external onlyDeployer nonReentrant returns (uint32 accountId) {
        accountId = _register(owner, AccountKind.Member, sealingKey, 0);
        _accounts[accountId].founder = true;
        _takeSeat(accountId, owner, MAX_SEAT_DAYS);
    }

    /// @notice Ends the deployer's powers and opens the town.
    function seal() external onlyDeployer {
        if (address(ledger) == address(0)) revert MembersZeroAddress();
        isSealed = true;
        emit Sealed();
    }

    /* GOVERNOR */

    /// @inheritdoc IMembers
    function proposePersonhood(address personhood_) external onlyGovernor {
        uint64 activeAt = uint64(block.timestamp + PERSONHOOD_DELAY);
        proposedPersonhood = personhood_;
        personhoodActiveAt = activeAt;
        emit PersonhoodProposed(personhood_, activeAt);
    }

    /// @inheritdoc IMembers
    function setPersonhood() external {
        address next = proposedPersonhood;
        if (next == address(0)) revert MembersZeroAddress();
        if (block.timestamp < personhoodActiveAt) revert MembersTooEarly(personhoodActiveAt);
        personhood = IPersonhood(next);
        proposedPersonhood = address(0);
        emit PersonhoodSet(next);
    }

    /// @inheritdoc IMembers
    function setGovernor(address governor_) external onlyGovernor {
        if (governor_ == address(0)) revert MembersZeroAddress();
        governor = governor_;
        emit GovernorSet(governor_);
    }

    /* REGISTER */

    /// @inheritdoc IMembers
    function join(
        bytes32 sealingKey,
        bytes calldata proof
    ) external onceSealed nonReentrant returns (uint32 accountId) {
        address owner = _msgSender();
        accountId = idOf[owner];
        if (accountId == 0) {
            accountId = _register(owner, AccountKind.Member, sealingKey, 0);
        } else {
            Account storage account = _accounts[accountId];
            if (account.kind != AccountKind.Member) revert MembersWrongKind(accountId, account.kind);
            uint16 until = account.seatUntilDay;
            if (until > _today()) revert MembersAlreadySeated(accountId, until);
            if (until != 0) _expireSeat(accountId, owner);
            if (sealingKey != 0) emit SealingKeySet(accountId, sealingKey);
        }
        _takeSeat(accountId, owner, _askPersonhood(owner, accountId, false, proof));
    }

    /// @inheritdoc IMembers
    function registerOrganisation(
        bytes32 sealingKey
    ) external onceSealed nonReentrant returns (uint32 accountId) {
        accountId = _register(_msgSender(), AccountKind.Organisation, sealingKey, 0);
    }

    /// @inheritdoc IMembers
    function registerBot(
        address owner,
        uint24 skillId,
        bytes32 sealingKey
    ) external onceSealed nonReentrant returns (uint32 accountId) {
        if (msg.sender != bots) revert MembersNotAuthorised(msg.sender);
        accountId = _register(owner, AccountKind.Bot, sealingKey, skillId);
        ledger.open(Payee.addressOf(accountId));
    }

    /* SEATS */

    /// @inheritdoc IMembers
    function renew(uint32 accountId, bytes calldata proof) external nonReentrant {
        Account storage account = _authorised(accountId);
        address owner = account.owner;
        uint16 until = account.seatUntilDay;
        if (until == 0) revert MembersNoSeat(accountId);

        uint16 seatDays = _askPersonhood(owner, accountId, true, proof);
        if (until <= _today()) {
            _expireSeat(accountId, owner);
            _takeSeat(accountId, owner, seatDays);
            return;
        }
        uint16 next = _today() + seatDays;
        // A shorter answer never takes days away.
        if (next < until) next = until;
        account.seatUntilDay = next;
        emit SeatRenewed(accountId, next);
    }

    /// @inheritdoc IMembers
    function leave(uint32 accountId) external nonReentrant {
        Account storage account = _authorised(accountId);
        if (account.seatUntilDay == 0) revert MembersNoSeat(accountId);
        emit SeatLeft(accountId);
        _endSeat(accountId, account.owner);
    }

    /// @inheritdoc IMembers
    function expire(uint32 accountId) external nonReentrant {
        Account storage account = _accounts[accountId];
        uint16 until = account.seatUntilDay;
        if (until == 0) revert MembersNoSeat(accountId);
        if (until > _today()) revert MembersSeatLive(accountId, until);
        _expireSeat(accountId, account.owner);
    }

    /* KEYS */

    /// @inheritdoc IMembers
    function rotate(
        uint32 accountId,
        address newOwner,
        uint256 deadline,
        bytes calldata signature
    ) external nonReentrant {
        Account storage account = _authorised(accountId);
        if (newOwner == address(0)) revert MembersZeroAddress();
        if (idOf[newOwner] != 0) revert MembersAddressTaken(newOwner, idOf[newOwner]);
        if (block.timestamp > deadline) revert MembersSignatureExpired(deadline);
        bytes32 digest = _hashTypedDataV4(
            keccak256(abi.encode(ROTATE_TYPEHASH, accountId, newOwner, deadline))
        );
        if (!SignatureChecker.isValidSignatureNowCalldata(newOwner, digest, signature)) {
            revert MembersBadSignature(newOwner);
        }
        if (_usedConsents[digest]) revert MembersConsentUsed(newOwner);
        _usedConsents[digest] = true;

        address from = account.owner;
        bool seated = account.seatUntilDay != 0;
        // Neither address has its unit while the choice of delegate is carried over.
        if (seated) {
            address delegatee = delegates(from);
            _delegate(newOwner, delegatee == from ? newOwner : delegatee);
        }
        account.owner = newOwner;
        delete idOf[from];
        idOf[newOwner] = accountId;
        if (seated) _transferVotingUnits(from, newOwner, 1);
        emit AccountRotated(accountId, from, newOwner, deadline);

        ledger.moveAccount(from, newOwner);
        income.accountRotated(accountId, from, newOwner);
        lines.accountRotated(accountId, from, newOwner);
        tasks.accountRotated(accountId, from, newOwner);
        splitter.accountRotated(accountId, from, newOwner);
    }

    /// @inheritdoc IMembers
    function setSealingKey(uint32 accountId, bytes32 sealingKey) external {
        _authorised(accountId);
        emit SealingKeySet(accountId, sealingKey);
    }

    /// @inheritdoc IMembers
    function setProfile(uint32 accountId, bytes32 contentId) external {
        _authorised(accountId);
        emit ProfileSet(accountId, contentId);
    }

    /* VIEWS */

    /// @inheritdoc IMembers
    function accountOf(uint32 accountId) external view returns (Account memory) {
        return _accounts[accountId];
    }

    /// @inheritdoc IMembers
    function accountWord(uint32 accountId) external view returns (uint256 word) {
        Account storage account = _accounts[accountId];
        assembly ("memory-safe") {
            word := sload(account.slot)
        }
    }

    /// @inheritdoc IMembers
    function isSeated(uint32 accountId) external view returns (bool) {
        return _accounts[accountId].seatUntilDay > _today();
    }

    /// @notice Seconds, as timestamps.
    function clock() public view override returns (uint48) {
        return uint48(block.timestamp);
    }

    /// @notice ERC-6372 description of the clock.
    // solhint-disable-next-line func-name-mixedcase
    function CLOCK_MODE() public pure override returns (string memory) {
        return "mode=timestamp";
    }

    /* INTERNAL */

    /// @dev Gives out the next id to an address that has none, and opens its ledger account.
    function _register(
        address owner,
        AccountKind kind,
        bytes32 sealingKey,
        uint24 skillId
    ) private returns (uint32 accountId) {
        if (owner == address(0)) revert MembersZeroAddress();
        if (idOf[owner] != 0) revert MembersAddressTaken(owner, idOf[owner]);
        accountId = ++accountCount;
        _accounts[accountId] = Account({
            owner: owner,
            kind: kind,
            seatUntilDay: 0,
            seatedSinceDay: 0,
            skillId: skillId,
            founder: false
        });
        idOf[owner] = accountId;
        emit AccountRegistered(accountId, owner, kind, sealingKey, skillId);
        ledger.open(owner);
    }

    /// @dev The check may be anybody's code; every entrance is guarded, so it cannot come back in.
    function _askPersonhood(
        address who,
        uint32 accountId,
        bool renewal,
        bytes calldata proof
    ) private returns (uint16 seatDays) {
        seatDays = personhood.check(who, accountId, renewal, proof);
        if (seatDays == 0) revert MembersPersonhoodRefused(who);
        if (seatDays > MAX_SEAT_DAYS) seatDays = MAX_SEAT_DAYS;
    }

    function _takeSeat(uint32 accountId, address owner, uint16 seatDays) private {
        Account storage account = _accounts[accountId];
        uint16 today = _today();
        // Before the unit exists, so that nothing moves for an address that had delegated already.
        if (delegates(owner) != owner) _delegate(owner, owner);
        account.seatUntilDay = today + seatDays;
        account.seatedSinceDay = today;
        ++seatCount;
        _transferVotingUnits(address(0), owner, 1);
        emit SeatTaken(accountId, today + seatDays, account.founder);
        income.seatTaken(accountId, owner);
        lines.seatTaken(accountId, owner);
        tasks.seatTaken(accountId, owner);
    }

    function _expireSeat(uint32 accountId, address owner) private {
        emit SeatExpired(accountId);
        _endSeat(accountId, owner);
    }

    function _endSeat(uint32 accountId, address owner) private {
        Account storage account = _accounts[accountId];
        account.seatUntilDay = 0;
        account.seatedSinceDay = 0;
        --seatCount;
        _transferVotingUnits(owner, address(0), 1);
        income.seatEnded(accountId, owner);
        lines.seatEnded(accountId, owner);
        tasks.seatEnded(accountId, owner);
    }

    /// @dev Reverts unless the caller owns the account.
    function _authorised(uint32 accountId) private view returns (Account storage account) {
        account = _accounts[accountId];
        address owner = account.owner;
        if (owner == address(0)) revert MembersUnknownAccount(accountId);
        if (owner != _msgSender()) revert MembersNotOwner(accountId, _msgSender());
    }

    function _today() private view returns (uint16) {
        return uint16(block.timestamp / 1 days);
    }

    /// @dev Told, because a delegation does not say that it was signed for.
    function _useNonce(address owner) internal override returns (uint256 nonce) {
        nonce = super._useNonce(owner);
        emit NonceUsed(owner, nonce);
    }

    /// @dev One unit a seat, until it is left or expired.
    function _getVotingUnits(address owner) internal view override returns (uint256) {
        return _accounts[idOf[owner]].seatUntilDay == 0 ? 0 : 1;
    }

    function _msgSender() internal view override(Context, ERC2771Context) returns (address) {
        return ERC2771Context._msgSender();
    }

    function _msgData() internal view override(Context, ERC2771Context) returns (bytes calldata) {
        return ERC2771Context._msgData();
    }

    function _contextSuffixLength() internal view override(Context, ERC2771Context) returns (uint256) {
        return ERC2771Context._contextSuffixLength();
    }
}
