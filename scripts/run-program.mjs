import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { at, ownNode } from './checkout.mjs';

/** Runs one of our built programs under our own Node as if it were this process: same input and output, signals, exit status. */
export function runProgram(main, args) {
  const child = spawn(ownNode(), ['--enable-source-maps', at('dist', main), ...args], {
    stdio: 'inherit',
    env: { NODE_ENV: 'production', ...process.env }, // graphql checks every value twice without it
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends its Ctrl-C to the child as well.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (fault) => fail(fault));
  child.once('exit', (status, signal) => process.exit(status ?? 128 + constants.signals[signal]));
}

/** Ends with a message and without a stack: what went wrong is not in these scripts. */
export function fail(fault) {
  console.error(fault.message);
  process.exit(1);
}
