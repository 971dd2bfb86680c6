/** Loaded into Ponder's process before anything else: when the process that started it dies, it stops as well. */
process.once("disconnect", () => process.kill(process.pid, "SIGTERM"));
