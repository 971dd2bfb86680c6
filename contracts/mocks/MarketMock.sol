// SPDX-License-Identifier: MIT
pragma solidity ^0.8.28;

import {ISkillListener, ISkills} from "../interfaces/ISkills.sol";

/// @notice Stands where the skill market will: remembers new skills and deploys faces.
contract MarketMock is ISkillListener {
    ISkills public immutable skills;
    uint24 public lastSkill;
    string public lastName;

    constructor(ISkills skills_) {
        skills = skills_;
    }

    function skillCreated(uint24 skillId, uint24, string calldata name, string calldata) external {
        lastSkill = skillId;
        lastName = name;
    }

    function deployFace(uint24 skillId, bytes calldata code) external returns (address) {
        return skills.deployFace(skillId, code);
    }
}
