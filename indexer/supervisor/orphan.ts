/** Loaded into Ponder's process before anything else: when the process that started it dies, it stops as well, at once if it can. */
process.once("disconnect", () => {
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 5_000);
  process.kill(process.pid, "SIGTERM");
});
