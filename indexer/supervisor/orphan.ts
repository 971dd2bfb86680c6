/** Loaded into Ponder's process before anything else: when the process that started it dies, it stops as well, by force if need be. */
const parent = process.ppid;

const watch = setInterval(() => {
  if (process.ppid === parent) return;
  clearInterval(watch);
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 5_000);
  process.kill(process.pid, "SIGTERM");
}, 1_000);
watch.unref();
