import { spawn } from "node:child_process";

/** Loaded into Ponder's process before anything else: when the process that started it dies, it stops as well, by force if need be. */
const parent = process.ppid;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  // From outside, because a process that hangs while it ends runs no timers of its own.
  const force = ["-c", `sleep 5; kill -KILL ${process.pid}`];
  spawn("/bin/sh", force, { detached: true, stdio: "ignore" }).unref();
  process.kill(process.pid, "SIGTERM");
}, 1_000);
watch.unref();
