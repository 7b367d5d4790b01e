import type { Command } from 'commander';

/** Prints what a command found: JSON with `--json`, else the lines for people. */
export function answer(command: Command, json: unknown, lines: string[]): void {
  const wantsJson = Boolean(command.optsWithGlobals()['json']);
  process.stdout.write(wantsJson ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`);
}
