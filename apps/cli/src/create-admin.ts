import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { Enrolment } from '#people';
import { answer } from './answer.js';
import { withGemina } from './with-gemina.js';

/** Makes an administrator, or gives the role to the person who has the address. */
export function addCreateAdmin(program: Command): void {
  const command = program
    .command('create-admin')
    .description('make an administrator; a new one gets the password of the file, or one that is made and shown once')
    .requiredOption('--email <address>', 'their e-mail address')
    .option('--name <name>', 'their name', 'Administrator')
    .option('--password-file <file>', 'a file that holds the password; - for standard input');
  command.action(async ({ email, name, passwordFile }: { email: string; name: string; passwordFile?: string }) => {
    const given = passwordFile ? await readPassword(passwordFile) : null;
    const password = given ?? randomBytes(18).toString('base64url');
    await withGemina(async (app) => {
      const enrolment = app.get(Enrolment, { strict: false });
      const person = await enrolment.ensureAdministrator({ email, name, password });
      const isNew = Date.now() - person.joinedAt.getTime() < 60_000;
      const shown = isNew && !given ? password : null;
      answer(command, { id: person.id, new: isNew, password: shown }, [
        isNew
          ? `${email} is an administrator now.`
          : `${email} was known and is an administrator now; the password stays.`,
        ...(shown ? [`Password, shown once: ${shown}`] : []),
      ]);
    });
  });
}

async function readPassword(file: string): Promise<string> {
  return (await text(file === '-' ? process.stdin : createReadStream(file))).trim();
}
