// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

/// @notice What an account is. `None` is an id that was never given out.
enum AccountKind {
    None,
    Member,
    Organisation,
    Bot,
    Contract
}

/// @notice One registered account, one storage word.
/// @param owner address that acts for the account and holds its money; changes by `rotate`
/// @param kind what it is
/// @param seatUntilDay first day (timestamp / 86400) on which the seat no longer counts; 0 without a seat
/// @param seatedSinceDay day of the present unbroken seat; 0 without a seat
/// @param skillId skill a bot serves; 0 for everybody else
/// @param founder true for accounts seated before the deployment was sealed
struct Account {
    address owner;
    AccountKind kind;
    uint16 seatUntilDay;
    uint16 seatedSinceDay;
    uint24 skillId;
    bool founder;
}

/// @title Members
/// @notice Accounts, ids, key rotation, sealing keys and seats. It is also the one-member-one-vote token
/// (OpenZeppelin `Votes`, clock mode timestamp, self-delegated at join).
/// @dev Every function that acts for an account takes its id and checks `_msgSender()` (ERC-2771) against its owner.
interface IMembers {
    /// @param sealingKey X25519 public key deliveries are encrypted to; 0 until set
    event AccountRegistered(
        uint32 indexed accountId,
        address indexed owner,
        AccountKind kind,
        bytes32 sealingKey,
        uint24 skillId
    );
    /// @param deadline of the new owner's consent, which is used up
    event AccountRotated(
        uint32 indexed accountId,
        address indexed from,
        address indexed to,
        uint256 deadline
    );
    event SealingKeySet(uint32 indexed accountId, bytes32 sealingKey);
    event SeatTaken(uint32 indexed accountId, uint16 seatUntilDay, bool founder);
    event SeatRenewed(uint32 indexed accountId, uint16 seatUntilDay);
    event SeatExpired(uint32 indexed accountId);
    event SeatLeft(uint32 indexed accountId);
    event PersonhoodSet(address personhood);
    /// @notice The governor announced another check; it starts to count at `activeAt` (unix second) by `setPersonhood`.
    event PersonhoodProposed(address personhood, uint64 activeAt);
    event GovernorSet(address governor);
    /// @notice The contracts this one tells and asks, for good.
    event Wired(address ledger, address bots, address income, address lines, address tasks, address splitter);
    /// @notice A signature's nonce was used, by `delegateBySig`.
    event NonceUsed(address indexed owner, uint256 nonce);
    /// @notice Wiring and founders are final from here on.
    event Sealed();
    /// @notice The account's public profile: a content id (see `ITaskMarket`) of a small JSON document.
    event ProfileSet(uint32 indexed accountId, bytes32 contentId);

    error MembersUnknownAccount(uint32 accountId);
    error MembersNotOwner(uint32 accountId, address caller);
    error MembersAddressTaken(address owner, uint32 accountId);
    error MembersAlreadySeated(uint32 accountId, uint16 seatUntilDay);
    error MembersNoSeat(uint32 accountId);
    error MembersSeatLive(uint32 accountId, uint16 seatUntilDay);
    error MembersWrongKind(uint32 accountId, AccountKind kind);
    error MembersPersonhoodRefused(address who);
    error MembersSignatureExpired(uint256 deadline);
    error MembersBadSignature(address signer);
    error MembersConsentUsed(address newOwner);
    error MembersZeroAddress();
    error MembersNotAuthorised(address caller);
    error MembersTooEarly(uint256 notBefore);
    error MembersSealed();
    error MembersNotSealed();

    /// @notice Registers the caller as a member when new, and takes a seat if the personhood check agrees.
    /// @param sealingKey X25519 public key, may be 0 and set later
    /// @param proof bytes for the personhood check
    /// @return accountId the caller's id, new or the one it had
    /// @dev A seat that lapsed but was not expired ends first, so it counts as a new one.
    function join(bytes32 sealingKey, bytes calldata proof) external returns (uint32 accountId);

    /// @notice Registers the caller as an organisation. Organisations post tasks; they have no seat and no vote.
    function registerOrganisation(bytes32 sealingKey) external returns (uint32 accountId);

    /// @notice Registers a bot's account. Only `Bots`.
    function registerBot(
        address owner,
        uint24 skillId,
        bytes32 sealingKey
    ) external returns (uint32 accountId);

    /// @notice Extends the seat, by a fresh personhood check. A seat that has lapsed starts anew.
    function renew(uint32 accountId, bytes calldata proof) external;

    /// @notice Gives up the seat and its basic limit. Debt, due date, money, levels and open tasks remain.
    function leave(uint32 accountId) external;

    /// @notice Ends a seat whose day has come. Anyone.
    function expire(uint32 accountId) external;

    /// @notice Moves the account to another address, with its ledger word, income and vote.
    /// @param signature by `newOwner` (EOA or ERC-1271) over `Rotate(uint32 accountId,address newOwner,uint256 deadline)`, good once
    function rotate(uint32 accountId, address newOwner, uint256 deadline, bytes calldata signature) external;

    /// @notice The deployer, before the seal: registers a founder and seats it for 180 days without a check.
    function seatFounder(address owner, bytes32 sealingKey) external returns (uint32 accountId);

    /// @notice Governor: announces another personhood check; `setPersonhood` works 30 days later, for anyone. 0 takes it back.
    /// Seats taken before keep their days.
    function proposePersonhood(address personhood) external;

    function setPersonhood() external;

    /// @notice Governor: hands its office on.
    function setGovernor(address governor) external;

    function governor() external view returns (address);

    function setSealingKey(uint32 accountId, bytes32 sealingKey) external;

    function setProfile(uint32 accountId, bytes32 contentId) external;

    function accountOf(uint32 accountId) external view returns (Account memory);

    /// @notice The account's storage word: owner in bits 0-159, kind 160-167, seatUntilDay 168-183,
    /// seatedSinceDay 184-199, skillId 200-223, founder 224. Other contracts' hot path.
    function accountWord(uint32 accountId) external view returns (uint256);

    /// @return accountId 0 when the address is not registered
    function idOf(address owner) external view returns (uint32 accountId);

    function isSeated(uint32 accountId) external view returns (bool);

    /// @notice Seats taken and not ended by `leave` or `expire`: the total supply of votes.
    function seatCount() external view returns (uint32);

    function accountCount() external view returns (uint32);
}
