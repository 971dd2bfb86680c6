// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bot} from "../../contracts/interfaces/IBots.sol";
import {LedgerFlags} from "../../contracts/interfaces/ILedger.sol";
import {System} from "./System.sol";

/// @notice Plays what bots earn at random: registrations with any terms, payments of any size, waiting, pushing, rotated keys,
/// strangers' gifts to pots and pots taken.
/// Checks every push against the terms by the ledger's balances, not by the splitter's word.
contract BotsHandler is System {
    /// @dev Who holds what of one bot's income.
    struct Held {
        int256 operator;
        int256 creator;
        int256 payee;
        int256 commons;
        int256 pot;
    }

    uint256 private constant MAX_BOTS = 12;

    uint32[3] private _people;
    uint24[2] private _skills;
    uint32[] public botIds;

    uint256 public pushes;
    uint256 public shared;
    uint256 public registered;
    uint256 public taken;
    uint256 private _serial;
    /// @dev What every pot was given by pushes and not yet taken from it.
    uint256[2] private _pots;

    /// @notice First sentence of what went wrong, empty while all is well.
    string public complaint;

    constructor() {
        deploySystem();
        _people = [seatFounder(actor("ada")), seatFounder(actor("bo")), seatFounder(actor("cem"))];
        sealSystem();
        vm.prank(governor);
        splitter.setPots(actor("pots"));
        _skills = [createSkill(_people[0], "design"), createSkill(_people[1], "letters")];
        _register(0, 2000, 7000, 5000);
    }

    /* ACTIONS */

    function register(uint256 by, uint16 computeBps, uint16 commonsBps, uint16 potBps) external {
        if (botIds.length < MAX_BOTS) _register(by, computeBps, commonsBps, potBps);
    }

    function pay(uint256 payer, uint256 bot, uint256 amount) external {
        address from = ownerOf(_people[payer % 3]);
        address payee = bots.payeeOf(_bot(bot));
        uint256 available = ledger.available(from);
        if (available == 0) return;
        vm.prank(from);
        ledger.pay(payee, bound(amount, 1, available), 0);
    }

    /// @notice A creator or operator changes its key.
    function rotate(uint256 who, bool operator) external {
        uint32 id = operator ? _bot(who) : _people[who % 3];
        string memory name = string.concat("key ", vm.toString(++_serial));
        address fresh = actor(name);
        bytes32 digest = typedDigest(
            "PeerCommons Members",
            address(members),
            keccak256(
                abi.encode(
                    keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                    id,
                    fresh,
                    block.timestamp
                )
            )
        );
        vm.prank(ownerOf(id));
        members.rotate(id, fresh, block.timestamp, signature(actorKey(name), digest));
    }

    /// @notice A stranger pays a pot: it is taken in only before the pot is open, and never stays.
    function gift(uint256 payer, uint256 skill, uint256 amount) external {
        address from = ownerOf(_people[payer % 3]);
        address pot = splitter.potAddress(_skills[skill % 2]);
        uint256 available = ledger.available(from);
        if (available == 0) return;
        bool open = _isSystem(pot);
        vm.prank(from);
        try ledger.pay(pot, bound(amount, 1, available), 0) {
            _require(!open, "an open pot takes nothing from strangers");
        } catch {
            _require(open, "a pot that is not open is like any address");
        }
    }

    /// @notice `Pots` takes over what a pot holds.
    function take(uint256 skill) external {
        uint256 index = skill % 2;
        address pot = splitter.potAddress(_skills[index]);
        if (!_isSystem(pot)) return;
        int256 before = ledger.signedBalanceOf(actor("pots"));
        vm.prank(actor("pots"));
        uint256 amount = splitter.takePot(_skills[index]);
        _require(amount == _pots[index], "a pot gives what pushes brought");
        _require(
            ledger.signedBalanceOf(actor("pots")) == before + int256(amount),
            "what a pot gives arrives"
        );
        _require(ledger.signedBalanceOf(pot) == 0, "a pot gives all it has");
        _pots[index] = 0;
        taken += amount;
    }

    function wait(uint256 time) external {
        skip(bound(time, 1, 40 days));
    }

    function push(uint256 bot) external {
        uint32 botId = _bot(bot);
        uint256 total = splitter.pending(botId);
        if (total == 0) return;
        Bot memory terms = bots.botOf(botId);
        address pot = splitter.potAddress(terms.skillId);
        // A pot's first share sends what strangers gave to the commons.
        uint256 gifts = _isSystem(pot) ? 0 : splitter.potOf(terms.skillId);
        uint256 due = _demurrageDue(botId, terms.creatorId) + ledger.pendingDemurrage(pot);
        Held memory before = _held(botId, terms);

        uint256 pushed = splitter.push(botId);

        Held memory afterwards = _held(botId, terms);
        ++pushes;
        shared += total;
        _require(pushed == total, "push shares out what was pending");
        _require(afterwards.payee == 0, "nothing stays with the payee");
        if (!_isSystem(pot)) gifts = 0;
        uint256 given = uint256(afterwards.pot - before.pot + int256(gifts));
        _pots[terms.skillId == _skills[0] ? 0 : 1] += given;
        due -= _demurrageDue(botId, terms.creatorId) + ledger.pendingDemurrage(pot);
        uint256 commons = uint256(afterwards.commons - before.commons) - due - gifts;
        _checkShares(
            terms,
            total,
            uint256(afterwards.operator - before.operator),
            uint256(afterwards.creator - before.creator),
            commons + given
        );
    }

    /* VIEWS */

    /// @notice Whether every open pot holds, to the unit and however long it lay, what pushes brought and nobody took.
    function potsAreWhole() external view returns (bool) {
        for (uint256 i; i < 2; ++i) {
            address pot = splitter.potAddress(_skills[i]);
            int256 held = ledger.accountOf(pot).balance;
            if (held < 0 || (held != ledger.signedBalanceOf(pot) && _isSystem(pot))) return false;
            if (_isSystem(pot) ? uint256(held) != _pots[i] : _pots[i] != 0) return false;
        }
        return ledger.accountOf(address(splitter)).balance == 0;
    }

    function everythingPushed() external returns (bool) {
        for (uint256 i; i < botIds.length; ++i) {
            if (splitter.pending(botIds[i]) != 0) splitter.push(botIds[i]);
            if (ledger.signedBalanceOf(bots.payeeOf(botIds[i])) != 0) return false;
        }
        return true;
    }

    /* INTERNAL */

    function _register(uint256 by, uint256 computeBps, uint256 commonsBps, uint256 potBps) private {
        uint32 creatorId = _people[by % 3];
        Bot memory terms = Bot({
            skillId: _skills[by % 2],
            creatorId: creatorId,
            computeBps: uint16(bound(computeBps, 0, 2000)),
            commonsBps: uint16(bound(commonsBps, 5000, 9000)),
            potBps: uint16(bound(potBps, 2000, 8000))
        });
        string memory name = string.concat("bot ", vm.toString(++_serial));
        bytes32 operate = keccak256(
            abi.encode(
                keccak256(
                    "Operate(uint32 creatorId,uint24 skillId,uint16 computeBps,bytes32 modelHash,bytes32 sealingKey,uint256 deadline)"
                ),
                creatorId,
                terms.skillId,
                terms.computeBps,
                bytes32(0),
                bytes32(0),
                block.timestamp
            )
        );
        bytes memory consent = signature(
            actorKey(name),
            typedDigest("PeerCommons Bots", address(bots), operate)
        );
        address operator = actor(name);
        vm.prank(ownerOf(creatorId));
        botIds.push(bots.registerBot(creatorId, operator, terms, 0, 0, name, block.timestamp, consent));
        ++registered;
    }

    function _checkShares(
        Bot memory terms,
        uint256 total,
        uint256 compute,
        uint256 creator,
        uint256 ours
    ) private {
        uint256 left = total - compute;
        _require(compute + creator + ours == total, "the parts add up");
        _require(compute * 1e4 <= total * terms.computeBps, "compute stays below its cap");
        _require(
            ours * 1e4 <= left * terms.commonsBps + 1e4 && ours * 1e4 + 1e4 >= left * terms.commonsBps,
            "commons and pot get c, to the unit"
        );
    }

    /// @dev What touching an account takes to the commons; that is no part of the split.
    function _demurrageDue(uint32 botId, uint32 creatorId) private view returns (uint256) {
        return
            ledger.pendingDemurrage(bots.payeeOf(botId)) +
            ledger.pendingDemurrage(ownerOf(botId)) +
            ledger.pendingDemurrage(ownerOf(creatorId));
    }

    function _held(uint32 botId, Bot memory terms) private view returns (Held memory held) {
        held.operator = ledger.signedBalanceOf(ownerOf(botId));
        held.creator = ledger.signedBalanceOf(ownerOf(terms.creatorId));
        held.payee = ledger.signedBalanceOf(bots.payeeOf(botId));
        held.commons = ledger.signedBalanceOf(ledger.commons());
        held.pot = int256(splitter.potOf(terms.skillId));
    }

    function _isSystem(address account) private view returns (bool) {
        return ledger.accountOf(account).flags & LedgerFlags.SYSTEM != 0;
    }

    function _bot(uint256 index) private view returns (uint32) {
        return botIds[index % botIds.length];
    }

    function _require(bool condition, string memory sentence) private {
        if (!condition && bytes(complaint).length == 0) complaint = sentence;
    }
}
