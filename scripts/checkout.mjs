import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this checkout; every path of the scripts starts here. */
export const checkout = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** An absolute path inside the checkout. */
export const at = (...parts) => join(checkout, ...parts);

/** The Node that the project brings along as a package, whichever Node runs this script. */
export const ownNode = () =>
  process.platform === 'win32'
    ? at('node_modules', `node-win-${process.arch}`, 'bin', 'node.exe')
    : at('node_modules', '.bin', 'node');

const coloured =
  process.env.NO_COLOR === undefined && (process.env.FORCE_COLOR !== undefined || process.stdout.isTTY === true);
const paint = (code) => (text) => (coloured ? `\u001b[${code}m${text}\u001b[0m` : text);

export const green = paint(32);
export const red = paint(31);
export const dim = paint(2);

/** Time since a `performance.now()`, for people. */
export const since = (start) => `${((performance.now() - start) / 1000).toFixed(1)} s`;
