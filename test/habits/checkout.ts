import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The absolute path of something in the checkout, named from its root. */
export const inCheckout = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

/** What a Node program of the checkout or of its packages printed, and its exit status. */
export function runNode(
  args: string[],
  cwd = inCheckout('.'),
): Promise<{ status: number; stdout: string; stderr: string }> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd, maxBuffer: 64 << 20 }, (fault, stdout, stderr) => {
      const status = fault === null ? 0 : fault.code;
      if (typeof status === 'number') resolve({ status, stdout, stderr });
      else reject(new Error(`${args[0]} did not run`, { cause: fault }));
    });
  });
}
