// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Bots} from "../../contracts/commons/Bots.sol";
import {Splitter} from "../../contracts/commons/Splitter.sol";
import {BasicIncome} from "../../contracts/credit/BasicIncome.sol";
import {Clearing} from "../../contracts/credit/Clearing.sol";
import {CreditLines} from "../../contracts/credit/CreditLines.sol";
import {Gate} from "../../contracts/credit/Gate.sol";
import {Ledger} from "../../contracts/credit/Ledger.sol";
import {Bot, IBots} from "../../contracts/interfaces/IBots.sol";
import {ICreditLines} from "../../contracts/interfaces/ICreditLines.sol";
import {ILedger} from "../../contracts/interfaces/ILedger.sol";
import {ILevels} from "../../contracts/interfaces/ILevels.sol";
import {IMembers} from "../../contracts/interfaces/IMembers.sol";
import {IKeyListener, IPersonhood, ISeatListener} from "../../contracts/interfaces/IPersonhood.sol";
import {ISkills} from "../../contracts/interfaces/ISkills.sol";
import {TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {Forwarder} from "../../contracts/people/Forwarder.sol";
import {Members} from "../../contracts/people/Members.sol";
import {Sponsorship} from "../../contracts/people/Sponsorship.sol";
import {WelcomeDesk} from "../../contracts/people/WelcomeDesk.sol";
import {Levels} from "../../contracts/skill/Levels.sol";
import {Skills} from "../../contracts/skill/Skills.sol";
import {TaskMarket} from "../../contracts/work/TaskMarket.sol";
import {Test} from "./Test.sol";

/// @notice The whole town for Solidity tests: every contract for real, wired as in a deployment. Inherit, call `deploySystem`
/// in `setUp`; founders are seated before `sealSystem`.
abstract contract System is Test {
    uint256 internal constant PEER = 1e6;
    address internal governor;

    Forwarder internal forwarder;
    Members internal members;
    Ledger internal ledger;
    BasicIncome internal basicIncome;
    CreditLines internal creditLines;
    Sponsorship internal sponsorship;
    WelcomeDesk internal welcomeDesk;
    Skills internal skills;
    Bots internal bots;
    Splitter internal splitter;
    Levels internal levels;
    TaskMarket internal taskMarket;
    Clearing internal clearing;
    Gate internal gate;

    function deploySystem() internal {
        vm.warp(1_800_000_000);
        governor = actor("governor");
        // In a contract's own creations its nonce counts; contracts that need each other are predicted from it.
        uint64 first = vm.getNonce(address(this));
        address sponsorship_ = vm.computeCreateAddress(address(this), first + 5);
        address splitter_ = vm.computeCreateAddress(address(this), first + 9);
        address taskMarket_ = vm.computeCreateAddress(address(this), first + 11);

        forwarder = new Forwarder();
        members = new Members(address(forwarder), governor);
        ledger = new Ledger(address(forwarder), governor, splitter_);
        basicIncome = new BasicIncome(address(members), ILedger(address(ledger)));
        creditLines = new CreditLines(
            IMembers(address(members)),
            ILedger(address(ledger)),
            taskMarket_,
            sponsorship_
        );
        sponsorship = new Sponsorship(
            address(forwarder),
            IMembers(address(members)),
            ILedger(address(ledger)),
            ICreditLines(address(creditLines))
        );
        welcomeDesk = new WelcomeDesk();
        skills = new Skills(address(forwarder), IMembers(address(members)));
        bots = new Bots(address(forwarder), IMembers(address(members)), ISkills(address(skills)));
        splitter = new Splitter(IMembers(address(members)), ILedger(address(ledger)), IBots(address(bots)));
        levels = new Levels(
            address(forwarder),
            IMembers(address(members)),
            ICreditLines(address(creditLines)),
            taskMarket_
        );
        taskMarket = new TaskMarket(
            address(forwarder),
            governor,
            IMembers(address(members)),
            ILedger(address(ledger)),
            ILevels(address(levels)),
            ISkills(address(skills)),
            IBots(address(bots)),
            ICreditLines(address(creditLines))
        );
        require(address(splitter) == splitter_, "the splitter is not where it was predicted");
        require(address(taskMarket) == taskMarket_, "the task market is not where it was predicted");
        clearing = new Clearing(address(forwarder), IMembers(address(members)), ILedger(address(ledger)));

        gate = new Gate(
            address(forwarder),
            IMembers(address(members)),
            ILedger(address(ledger)),
            new address[](0)
        );

        address[] memory operators = new address[](2);
        operators[0] = address(taskMarket);
        operators[1] = address(clearing);
        ledger.wire(address(members), address(creditLines), address(basicIncome), operators);
        ledger.wireGate(address(gate));
        members.wire(
            IPersonhood(address(welcomeDesk)),
            ILedger(address(ledger)),
            address(bots),
            ISeatListener(address(basicIncome)),
            ISeatListener(address(creditLines)),
            ISeatListener(address(taskMarket)),
            IKeyListener(address(splitter))
        );
    }

    function sealSystem() internal {
        ledger.seal();
        members.seal();
    }

    /* PEOPLE */

    function seatFounder(address who) internal returns (uint32) {
        return members.seatFounder(who, 0);
    }

    function join(address who) internal returns (uint32) {
        vm.prank(who);
        return members.join(0, "");
    }

    function ownerOf(uint32 accountId) internal view returns (address) {
        return members.accountOf(accountId).owner;
    }

    function createSkill(uint32 creatorId, string memory symbol) internal returns (uint24) {
        vm.prank(ownerOf(creatorId));
        return skills.createSkill(creatorId, 0, symbol, symbol, 0);
    }

    /// @param operator name of the actor that runs the bot
    function registerBot(uint32 creatorId, uint24 skillId, string memory operator) internal returns (uint32) {
        Bot memory terms = Bot({
            skillId: skillId,
            creatorId: creatorId,
            computeBps: 2000,
            commonsBps: 7000,
            potBps: 5000
        });
        uint256 deadline = block.timestamp + DAY;
        bytes32 operate = keccak256(
            abi.encode(
                keccak256(
                    "Operate(uint32 creatorId,uint24 skillId,uint16 computeBps,bytes32 modelHash,bytes32 sealingKey,uint256 deadline)"
                ),
                creatorId,
                skillId,
                terms.computeBps,
                bytes32(uint256(1)),
                bytes32(0),
                deadline
            )
        );
        bytes memory consent = signature(
            actorKey(operator),
            typedDigest("PeerCommons Bots", address(bots), operate)
        );
        address operator_ = actor(operator);
        vm.prank(ownerOf(creatorId));
        return
            bots.registerBot(
                creatorId,
                operator_,
                terms,
                bytes32(uint256(1)),
                0,
                operator,
                deadline,
                consent
            );
    }

    /* TASKS */

    /// @notice Terms of a plain task of one hour with a week's time.
    function plainTerms(uint24 skillId, uint256 price) internal view returns (TaskTerms memory) {
        return
            TaskTerms({
                skillId: skillId,
                price: uint64(price),
                deadlineHour: uint24(block.timestamp / 3600 + 7 * 24),
                effort: 1,
                claimHours: 0,
                reviewHours: 0,
                flags: 0,
                quotedBand: 255
            });
    }

    function post(uint32 posterId, TaskTerms memory terms) internal returns (uint64) {
        vm.prank(ownerOf(posterId));
        return taskMarket.post(posterId, terms, keccak256("body"));
    }

    /* SIGNATURES */

    function typedDigest(
        string memory name,
        address verifier,
        bytes32 structHash
    ) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256(
                    "EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"
                ),
                keccak256(bytes(name)),
                keccak256("1"),
                block.chainid,
                verifier
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }
}
