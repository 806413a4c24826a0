import { startEmbeddedStack } from "./stack.ts";

/**
 * Runs the stack as a program of its own: `node scripts/embedded/run-stack.ts DIR`. Its first line is the environment that
 * makes other programs use it, as JSON. It stops on SIGTERM, or when its standard input ends.
 */
const [dir] = process.argv.slice(2);
if (!dir) {
  console.error("Usage: node scripts/embedded/run-stack.ts DIR");
  process.exit(2);
}
const stack = await startEmbeddedStack({ dir });
console.log(JSON.stringify(stack.env));

const stop = () => void stack.stop().finally(() => process.exit(0));
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
process.stdin.once("end", stop).resume();
