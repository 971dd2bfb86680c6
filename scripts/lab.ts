// `npm run lab -- NAME [arguments]`: one experiment of scripts/lab.
import { runScript, scriptsIn, usage } from "./dispatch.ts";

const [name, ...args] = process.argv.slice(2);
const labs = scriptsIn("scripts/lab");
if (name !== undefined && labs.has(name)) process.exitCode = runScript("scripts/lab", name, args);
else {
  if (name !== undefined) console.error(`There is no lab called "${name}".`);
  console.error(usage("lab", labs));
  process.exitCode = 1;
}
