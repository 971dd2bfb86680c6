// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Standing} from "../../contracts/interfaces/ILevels.sol";
import {ITaskMarket, Task, TaskState, TaskTerms} from "../../contracts/interfaces/ITaskMarket.sol";
import {ActSigner} from "./ActSigner.sol";

/// @notice A town at work: every entry point of the task market with any poster, worker, bot and time, keys that rotate,
/// seats that end, accounts that freeze. Nothing here reverts; what is refused is refused.
contract WorkHandler is ActSigner {
    uint256 internal constant MEMBERS = 5;
    uint256 internal constant MAX_OPEN = 20;

    uint32[] public people; // members, then an organisation
    uint32[] public botIds;
    uint24[] public skillIds;
    /// @dev Open tasks only; `MAX_OPEN` of them at most.
    uint64[] public taskIds;
    mapping(uint32 accountId => uint256) internal keys;
    uint256 internal nextKey;

    /// @notice How often each kind of act succeeded.
    mapping(bytes4 selector => uint256) public done;
    /// @notice How many acts succeeded.
    uint256 public acts;

    /// @notice Points minted per epoch, and the highest badge and points each member was ever seen with.
    mapping(uint256 epoch => uint256) public minted;
    mapping(uint256 memberAndSkill => Standing) internal highest;
    string public complaint;

    constructor() {
        deploySystem();
        for (uint256 i = 0; i < MEMBERS; ++i) {
            uint256 key = _newKey();
            uint32 id = seatFounder(vm.addr(key));
            people.push(id);
            keys[id] = key;
        }
        sealSystem();
        uint256 key_ = _newKey();
        vm.prank(vm.addr(key_));
        uint32 organisation = members.registerOrganisation(0);
        people.push(organisation);
        keys[organisation] = key_;
        skillIds.push(createSkill(people[0], "logo"));
        skillIds.push(createSkill(people[0], "text"));
        for (uint256 i = 0; i < 3; ++i) {
            string memory name = string.concat("operator", vm.toString(i));
            uint32 id = registerBot(people[0], skillIds[i % 2], name);
            botIds.push(id);
            keys[id] = actorKey(name);
        }
        vm.prank(governor);
        taskMarket.setArbiter(actor("arbiter"));
        vm.prank(ownerOf(people[0]));
        levels.backOrganisation(people[0], organisation);
        vm.prank(vm.addr(key_));
        levels.nameBacker(organisation, people[0]);
        address till = vm.addr(key_);
        vm.prank(ownerOf(people[1]));
        ledger.pay(till, 9 * PEER, 0);
    }

    /* POSTER */

    function post(uint256 who, uint256 price, uint256 hours_, uint8 flags, uint8 effort) external {
        if (taskIds.length == MAX_OPEN) return;
        TaskTerms memory terms = plainTerms(skillIds[who % 2], bound(price, 100_000, 3 * PEER));
        terms.deadlineHour = uint24(block.timestamp / 3600 + bound(hours_, 1, 24 * 20));
        terms.flags = flags % 8;
        terms.effort = effort % 5;
        uint32 posterId = people[who % people.length];
        vm.prank(ownerOf(posterId));
        try taskMarket.post(posterId, terms, keccak256("body")) returns (uint64 taskId) {
            taskIds.push(taskId);
            ++done[ITaskMarket.post.selector];
        } catch {}
    }

    function raise(uint256 seed, uint256 more) external {
        uint64 taskId = _pick(seed, TaskState.Open);
        uint64 price = uint64(taskMarket.taskOf(taskId).price + bound(more, 0, PEER));
        _act(_posterOf(taskId), abi.encodeCall(ITaskMarket.raise, (taskId, price)));
    }

    function cancel(uint256 seed) external {
        uint64 taskId = _pick(seed, TaskState.Open);
        _act(_posterOf(taskId), abi.encodeCall(ITaskMarket.cancel, (taskId)));
    }

    function review(uint256 seed, uint8 how) external {
        uint64 taskId = _pick(seed, how % 2 == 0 ? TaskState.Submitted : TaskState.Delivered);
        address poster = _posterOf(taskId);
        if (how % 3 == 0) _act(poster, abi.encodeCall(ITaskMarket.accept, (taskId, how % 6)));
        else if (how % 3 == 1) _act(poster, abi.encodeCall(ITaskMarket.reject, (taskId, keccak256("why"))));
        else _act(poster, abi.encodeCall(ITaskMarket.requestRevision, (taskId, keccak256("note"))));
    }

    /* BOTS AND WORKERS */

    function deliver(uint256 seed, uint256 bot, bool declines) external {
        uint64 taskId = _pick(seed, TaskState.Open);
        uint32 botId = botIds[bot % botIds.length];
        if (declines) _act(ownerOf(botId), abi.encodeCall(ITaskMarket.decline, (taskId, botId)));
        else _act(ownerOf(botId), abi.encodeCall(ITaskMarket.deliver, (taskId, botId, keccak256("work"))));
    }

    function claim(uint256 seed, uint256 who, bool waits) external {
        uint64 taskId = _pick(seed, TaskState.Open);
        uint32 memberId = people[who % people.length];
        uint256 eligible = taskMarket.eligibleAt(taskId, 0);
        if (waits && eligible > block.timestamp && eligible < block.timestamp + 30 days) vm.warp(eligible);
        _act(ownerOf(memberId), abi.encodeCall(ITaskMarket.claim, (taskId, memberId)));
    }

    function work(uint256 seed, bool releases) external {
        uint64 taskId = _pick(seed, TaskState.Claimed);
        if (releases) _act(_workerOf(taskId), abi.encodeCall(ITaskMarket.release, (taskId)));
        else _act(_workerOf(taskId), abi.encodeCall(ITaskMarket.submit, (taskId, keccak256("work"))));
    }

    function disagree(uint256 seed, bool concedes) external {
        uint64 taskId = _pick(seed, TaskState.Rejected);
        if (concedes) _act(_workerOf(taskId), abi.encodeCall(ITaskMarket.concede, (taskId)));
        else _act(_workerOf(taskId), abi.encodeCall(ITaskMarket.dispute, (taskId)));
    }

    function rule(uint256 seed, uint8 share) external {
        _act(
            actor("arbiter"),
            abi.encodeCall(ITaskMarket.rule, (_pick(seed, TaskState.Disputed), (share % 5) * 25))
        );
    }

    function settle(uint256 seed, uint16 share) external {
        uint64 taskId = _pick(seed, TaskState(2 + (seed % 5)));
        if (taskId == 0) return;
        uint256 deadline = block.timestamp;
        share = uint16(bound(share, 0, 10_000));
        uint32 workerId = taskMarket.taskOf(taskId).workerId;
        bytes32 digest = typedDigest(
            "PeerCommons TaskMarket",
            address(taskMarket),
            keccak256(
                abi.encode(
                    keccak256("Settlement(uint64 taskId,uint32 workerId,uint16 shareBps,uint256 deadline)"),
                    taskId,
                    workerId,
                    share,
                    deadline
                )
            )
        );
        bytes memory ours = signature(keys[uint32(taskId >> 32)], digest);
        bytes memory theirs = keys[workerId] == 0 ? ours : signature(keys[workerId], digest);
        _act(actor("anyone"), abi.encodeCall(ITaskMarket.settle, (taskId, share, deadline, ours, theirs)));
    }

    /* SIGNED ACTS */

    /// @notice Three signed acts of any kind in one batch, now and then by a wrong key; then the same batch again, which
    /// must do nothing. `done` counts them by their kind's number.
    function relay(uint256 seed, uint256 who) external {
        skip(1);
        bytes memory batch;
        uint8[3] memory kinds;
        uint64[3] memory ids;
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory act;
            (kinds[i], ids[i], act) = _signed(uint256(keccak256(abi.encode(seed, i))), (who % MEMBERS) + i);
            batch = bytes.concat(batch, act);
        }
        uint256 bits = taskMarket.relay(batch);
        if (taskMarket.relay(batch) != 0) complaint = "a signed act was done twice";
        skip(1);
        if (taskMarket.relay(batch) != 0) complaint = "a signed act was done twice";
        for (uint256 i = 0; i < 3; ++i) {
            if ((bits >> i) & 1 == 0) continue;
            ++done[bytes4(uint32(kinds[i]))];
            ++acts;
            if (kinds[i] == 1) taskIds.push(ids[i]);
        }
        _forgetClosed();
        _watchLevels();
    }

    function _signed(
        uint256 seed,
        uint256 who
    ) private returns (uint8 kind, uint64 taskId, bytes memory act) {
        kind = uint8(1 + (seed % 5));
        uint32 until = uint32(block.timestamp + 60 days);
        uint32 actorId = people[who % people.length];
        uint256 wrong = seed % 16 == 0 ? 1 : 0;
        if (kind == 1 && taskIds.length + 3 > MAX_OPEN) kind = 2;
        if (kind == 1) {
            taskId = nextTaskId(actorId);
            TaskTerms memory terms = plainTerms(skillIds[who % 2], PEER / 2);
            terms.flags = uint8(seed >> 8) % 8;
            act = postAct(keys[actorId] + wrong, taskId, terms, keccak256("body"), until);
        } else if (kind == 2) {
            taskId = _pick(seed >> 8, TaskState.Open);
            uint256 eligible = taskMarket.eligibleAt(taskId, 0);
            if (eligible > block.timestamp && eligible < block.timestamp + 30 days) vm.warp(eligible);
            act = claimAct(keys[actorId] + wrong, taskId, actorId, until);
        } else if (kind == 3) {
            taskId = _pick(seed >> 8, TaskState.Claimed);
            uint256 key = keys[taskMarket.taskOf(taskId).workerId];
            act = submitAct(key == 0 ? 1 : key + wrong, taskId, keccak256("work"), until);
        } else if (kind == 4) {
            taskId = _pick(seed >> 8, (seed >> 16) % 2 == 0 ? TaskState.Submitted : TaskState.Delivered);
            uint256 key = keys[uint32(taskId >> 32)];
            act = acceptAct(key == 0 ? 1 : key + wrong, taskId, uint8(seed >> 24) % 6, until);
        } else {
            taskId = _pick(seed >> 8, TaskState.Open);
            uint32 botId = botIds[(seed >> 24) % botIds.length];
            act = deliverAct(keys[botId] + wrong, taskId, botId, keccak256("work"), until);
        }
    }

    /* ANYONE AND TIME */

    /// @notice What silence does to a task, by somebody who has nothing to do with it.
    function silence(uint256 seed) external {
        if (taskIds.length != 0) _act(actor("anyone"), _silenceOf(taskIds[seed % taskIds.length]));
    }

    function wait(uint256 seconds_) external {
        skip(bound(seconds_, 60, 6 days));
    }

    /* LIFE */

    function rotate(uint256 who) external {
        uint32 id = people[who % people.length];
        uint256 key = _newKey();
        bytes32 digest = typedDigest(
            "PeerCommons Members",
            address(members),
            keccak256(
                abi.encode(
                    keccak256("Rotate(uint32 accountId,address newOwner,uint256 deadline)"),
                    id,
                    vm.addr(key),
                    block.timestamp
                )
            )
        );
        address newOwner = vm.addr(key);
        bytes memory consent = signature(key, digest);
        vm.prank(ownerOf(id));
        members.rotate(id, newOwner, block.timestamp, consent);
        keys[id] = key;
    }

    function comeAndGo(uint256 who) external {
        uint32 id = people[who % MEMBERS];
        vm.startPrank(ownerOf(id));
        if (members.isSeated(id)) members.leave(id);
        else members.join(0, "");
        vm.stopPrank();
    }

    function freeze(uint256 who, bool frozen) external {
        address owner = ownerOf(people[who % people.length]);
        vm.prank(address(creditLines));
        ledger.setFrozen(owner, frozen);
    }

    function push(uint256 bot) external {
        try splitter.push(botIds[bot % botIds.length]) {} catch {}
    }

    /* WHAT THE LAWS ASK */

    /// @notice Prices of all tasks that are not closed.
    function locked() external view returns (uint256 sum) {
        for (uint256 i = 0; i < taskIds.length; ++i) {
            sum += taskMarket.taskOf(taskIds[i]).price;
        }
    }

    function held() external view returns (int256) {
        return ledger.signedBalanceOf(address(taskMarket));
    }

    /// @notice Sum of the stored balances of everybody who can hold PEER here.
    function sumOfBalances() external view returns (int256 sum) {
        sum = _stored(ledger.commons()) + _stored(address(taskMarket));
        sum += _stored(address(basicIncome)) + _stored(address(0));
        for (uint256 i = 0; i < people.length; ++i) {
            sum += _stored(ownerOf(people[i]));
        }
        for (uint256 i = 0; i < botIds.length; ++i) {
            sum += _stored(ownerOf(botIds[i])) + _stored(bots.payeeOf(botIds[i]));
        }
        for (uint24 i = 1; i <= skills.skillCount(); ++i) {
            sum += _stored(splitter.potAddress(i));
        }
    }

    /// @notice Lets time pass and nobody concerned act. @return how many tasks are left open
    function everybodyIsSilent() external returns (uint256) {
        for (uint256 round = 0; round < 8 && taskIds.length != 0; ++round) {
            skip(20 days);
            for (uint256 i = taskIds.length; i > 0; --i) {
                bytes memory data = _silenceOf(taskIds[i - 1]);
                vm.prank(actor("anyone"));
                (bool success, ) = address(taskMarket).call(data);
                if (!success) complaint = "silence was refused";
            }
            _forgetClosed();
        }
        return taskIds.length;
    }

    /// @notice Tasks that count as in a member's hand, against the tasks that say so.
    function handsMatch() external view returns (bool) {
        for (uint256 p = 0; p < people.length; ++p) {
            for (uint256 s = 0; s < skillIds.length; ++s) {
                uint256 count;
                for (uint256 i = 0; i < taskIds.length; ++i) {
                    Task memory task = taskMarket.taskOf(taskIds[i]);
                    if (task.workerId == people[p] && task.skillId == skillIds[s]) ++count;
                }
                if (count != levels.standingOf(people[p], skillIds[s]).inHand) return false;
            }
        }
        return true;
    }

    /// @notice A member's seat is one budget: no epoch mints more than all members' together.
    function budgets() external pure returns (uint256) {
        return MEMBERS * 20_000;
    }

    /* INTERNAL */

    function _silenceOf(uint64 taskId) private view returns (bytes memory) {
        TaskState state = taskMarket.taskOf(taskId).state;
        if (state == TaskState.Open) return abi.encodeCall(ITaskMarket.refund, (taskId));
        if (state == TaskState.Claimed) return abi.encodeCall(ITaskMarket.expireClaim, (taskId));
        if (state == TaskState.Delivered) return abi.encodeCall(ITaskMarket.lapse, (taskId));
        if (state == TaskState.Submitted) return abi.encodeCall(ITaskMarket.autoAccept, (taskId));
        if (state == TaskState.Rejected) return abi.encodeCall(ITaskMarket.concede, (taskId));
        return abi.encodeCall(ITaskMarket.halve, (taskId));
    }

    function _act(address who, bytes memory data) private {
        vm.prank(who);
        (bool success, ) = address(taskMarket).call(data);
        if (!success) return;
        ++done[bytes4(data)];
        ++acts;
        _forgetClosed();
        _watchLevels();
    }

    function _forgetClosed() private {
        for (uint256 i = taskIds.length; i > 0; --i) {
            if (taskMarket.taskWord(taskIds[i - 1]) != 0) continue;
            taskIds[i - 1] = taskIds[taskIds.length - 1];
            taskIds.pop();
        }
    }

    /// @dev Points and badges only grow, a level is never above the badge, and what grew counts for the epoch.
    function _watchLevels() private {
        for (uint256 p = 0; p < people.length + botIds.length; ++p) {
            uint32 id = p < people.length ? people[p] : botIds[p - people.length];
            for (uint256 s = 0; s < skillIds.length; ++s) {
                uint256 key = (uint256(skillIds[s]) << 32) | id;
                Standing memory before = highest[key];
                Standing memory standing = levels.standingOf(id, skillIds[s]);
                if (standing.points < before.points || standing.badge < before.badge)
                    complaint = "something fell";
                if (standing.level > standing.badge) complaint = "a level above its badge";
                if (standing.level > before.level && standing.points == before.points)
                    complaint = "a level for nothing";
                if (p >= MEMBERS && standing.points != 0) complaint = "points for somebody who is no member";
                minted[block.timestamp / 7 days] += standing.points - before.points;
                highest[key] = standing;
            }
        }
    }

    /// @dev Any task in that state; else any task.
    function _pick(uint256 seed, TaskState state) private view returns (uint64) {
        if (taskIds.length == 0) return 0;
        for (uint256 i = 0; i < taskIds.length; ++i) {
            uint64 taskId = taskIds[((seed % taskIds.length) + i) % taskIds.length];
            if (taskMarket.taskOf(taskId).state == state) return taskId;
        }
        return taskIds[seed % taskIds.length];
    }

    function _posterOf(uint64 taskId) private view returns (address) {
        return ownerOf(uint32(taskId >> 32));
    }

    function _workerOf(uint64 taskId) private view returns (address) {
        return ownerOf(taskMarket.taskOf(taskId).workerId);
    }

    function _stored(address account) private view returns (int256) {
        return ledger.accountOf(account).balance;
    }

    function _newKey() private returns (uint256) {
        return uint256(keccak256(abi.encode("work handler", ++nextKey))) >> 8;
    }
}
