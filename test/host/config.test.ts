import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hostConfigSchema, readConfig, writeConfig } from "../../host/src/config.ts";
import { hostHome } from "../../host/src/home.ts";

const freshHome = () => hostHome(mkdtempSync(join(tmpdir(), "peercommons-host-")));
const valid = {
  rpc: "http://127.0.0.1:8545",
  indexer: "http://127.0.0.1:42069",
  deploymentId: `0x${"ab".repeat(32)}`,
};

describe("configuration", () => {
  it("comes back as it was written, defaults included", () => {
    const home = freshHome();
    const config = hostConfigSchema.parse(valid);
    writeConfig(home, config);
    expect(readConfig(home)).toEqual(config);
    expect(config).toMatchObject({ gpu: "auto", minimumPrice: "0.1", pollSeconds: 5 });
  });

  it("asks for setup when there is none", () => {
    expect(() => readConfig(freshHome())).toThrow("peercommons host setup");
  });

  it("names the line of a broken file", () => {
    const home = freshHome();
    writeFileSync(home.config, 'rpc = "http://127.0.0.1:8545"\nindexer = oops\n');
    expect(() => readConfig(home)).toThrow("line 2");
  });

  it.each([
    ["rpc", { rpc: "ftp://example" }],
    ["deploymentId", { deploymentId: "0x12" }],
    ["pollSeconds", { pollSeconds: 0 }],
    ["minimumPrice", { minimumPrice: "0.1234567" }],
  ])("names a wrong %s", (name, change) => {
    const home = freshHome();
    writeConfig(home, { ...hostConfigSchema.parse(valid), ...change });
    expect(() => readConfig(home)).toThrow(name);
  });

  it("refuses settings it does not know, so that a slip of the pen is noticed", () => {
    const home = freshHome();
    writeFileSync(
      home.config,
      `rpc = "${valid.rpc}"\nindexer = "${valid.indexer}"\ndeploymentId = "${valid.deploymentId}"\nthreads = 2\n`,
    );
    expect(() => readConfig(home)).toThrow("threads");
  });
});
