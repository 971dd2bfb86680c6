// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {Standing} from "../interfaces/ILevels.sol";
import {Task} from "../interfaces/ITaskMarket.sol";
import {LevelMath} from "../libraries/LevelMath.sol";
import {Matching} from "../libraries/Matching.sol";
import {StandingWord, Win} from "../libraries/StandingWord.sol";
import {TaskWord} from "../libraries/TaskWord.sol";

/// @notice The pure rules of matching and levels behind external functions, many cases a call, for parity tests.
contract MatchingHarness {
    /* MATCHING */

    function log2Price(uint256 price) external pure returns (uint256) {
        return Matching.log2Price(price);
    }

    function unitPrices(
        uint256[] calldata prices,
        uint256[] calldata efforts
    ) external pure returns (uint256[] memory units) {
        units = new uint256[](prices.length);
        for (uint256 i = 0; i < prices.length; ++i) {
            units[i] = Matching.unitPrice(prices[i], efforts[i]);
        }
    }

    function bands(
        uint256[] calldata skillWords,
        uint256[] calldata units
    ) external pure returns (uint256[] memory b) {
        b = new uint256[](skillWords.length);
        for (uint256 i = 0; i < skillWords.length; ++i) {
            b[i] = Matching.band(skillWords[i], units[i]);
        }
    }

    function learned(
        uint256[] calldata skillWords,
        uint256[] calldata units
    ) external pure returns (uint256[] memory words) {
        words = new uint256[](skillWords.length);
        for (uint256 i = 0; i < skillWords.length; ++i) {
            words[i] = Matching.learn(skillWords[i], units[i]);
        }
    }

    function ranges(uint256[] calldata histograms) external pure returns (uint256[] memory words) {
        words = new uint256[](histograms.length);
        for (uint256 i = 0; i < histograms.length; ++i) {
            words[i] = Matching.rangesOf(histograms[i]);
        }
    }

    /// @return start per task, when the bots' window ends
    /// @return all per task, when it is open to everyone
    /// @return eligible per task, sixteen instants
    function instants(
        uint256[] calldata tasks
    ) external pure returns (uint256[] memory start, uint256[] memory all, uint256[16][] memory eligible) {
        start = new uint256[](tasks.length);
        all = new uint256[](tasks.length);
        eligible = new uint256[16][](tasks.length);
        for (uint256 i = 0; i < tasks.length; ++i) {
            (start[i], all[i]) = Matching.instants(tasks[i]);
            for (uint256 level = 0; level < 16; ++level) {
                eligible[i][level] = Matching.eligibleAt(tasks[i], level);
            }
        }
    }

    /* TASK WORD */

    function pack(Task calldata task) external pure returns (uint256) {
        return TaskWord.pack(task);
    }

    function unpack(uint256 word) external pure returns (Task memory) {
        return TaskWord.unpack(word);
    }

    function raised(
        uint256 word,
        uint256 price,
        uint256 today
    ) external pure returns (uint256, uint256 lockedDay) {
        word = TaskWord.withPrice(word, price, today);
        return (word, TaskWord.lockedDay(word));
    }

    /* LEVELS */

    function drift(uint256 rating, uint256 elapsed) external pure returns (uint256) {
        return LevelMath.drift(rating, elapsed);
    }

    function expected(uint256 rating, uint256 band) external pure returns (uint256) {
        return LevelMath.expected(rating, band);
    }

    function level(uint256 rating, uint256 points, uint256 payers) external pure returns (uint256) {
        return LevelMath.level(rating, points, payers);
    }

    /// @notice Accepted tasks, each from the standing given with it.
    function wins(
        uint256[] calldata standings,
        Win[] calldata cases
    ) external pure returns (Standing[] memory after_) {
        after_ = new Standing[](standings.length);
        for (uint256 i = 0; i < standings.length; ++i) {
            (uint256 word, ) = StandingWord.accepted(standings[i], cases[i]);
            after_[i] = StandingWord.unpack(word);
        }
    }

    /// @notice Lost tasks.
    function losses(
        uint256[] calldata standings,
        uint256[] calldata band,
        uint256[] calldata weight,
        uint256 day
    ) external pure returns (Standing[] memory after_) {
        after_ = new Standing[](standings.length);
        for (uint256 i = 0; i < standings.length; ++i) {
            uint256 word = StandingWord.putDown(standings[i]);
            after_[i] = StandingWord.unpack(StandingWord.withLoss(word, band[i], weight[i], day));
        }
    }
}
