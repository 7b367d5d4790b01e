import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const roles = ['api', 'mail', 'worker'] as const;
export type Role = (typeof roles)[number];

/** Named places in the mail path at which a test lets the process kill itself (SIGKILL). */
export const crashPoints = ['after-data', 'after-commit', 'before-delivery', 'after-relay'] as const;
export type CrashPoint = (typeof crashPoints)[number];

const port = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a port number from 0 to 65535' })
    .int('must be a whole number')
    .min(0, 'must be a port number from 0 to 65535')
    .max(65_535, 'must be a port number from 0 to 65535')
    .default(fallback);

const url = (schemes: string[]) =>
  z.string().refine((text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)), {
    error: `must be an address that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  });

const isCidr = (text: string): boolean => {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
};

const commaList = (text: string): string[] =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);

const environment = z.object({
  PORT: port(3000),
  DATABASE_URL: url(['postgres', 'postgresql']).optional(),
  GEMINA_DATA: z.string().min(1, 'must name a folder').default('.gemina'),
  GEMINA_URL: url(['http', 'https']).optional(),
  GEMINA_ROLES: z
    .string()
    .default(roles.join(','))
    .transform(commaList)
    .refine((list) => list.length > 0 && list.every((role) => (roles as readonly string[]).includes(role)), {
      error: `must be a comma-separated list of ${roles.join(', ')}`,
    })
    .transform((list) => list as Role[]),
  GEMINA_DEMO: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  GEMINA_ADMIN_EMAIL: z.email('must be an e-mail address').optional(),
  GEMINA_ADMIN_PASSWORD: z.string().min(12, 'must have 12 characters or more').optional(),
  GEMINA_SECRET: z
    .string()
    .refine((secret) => Buffer.byteLength(secret) >= 32, { error: 'must be 32 bytes or longer: openssl rand -hex 32' })
    .optional(),
  GEMINA_MAIL_DOMAIN: z
    .string()
    .regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i, 'must be a domain name')
    .default('lists.localhost'),
  GEMINA_SMTP_PORT: port(2525),
  GEMINA_LMTP_PORT: port(2424),
  GEMINA_RELAY_URL: url(['smtp', 'smtps']).optional(),
  GEMINA_TRUSTED_HOSTS: z
    .string()
    .transform(commaList)
    .refine((list) => list.every(isCidr), { error: 'must be a comma-separated list of addresses or CIDR ranges' })
    .optional(),
  GEMINA_BUS_URL: url(['nats']).optional(),
  GEMINA_STORAGE_URL: url(['s3']).optional(),
  GEMINA_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  GEMINA_CRASH_AT: z.enum(crashPoints, { error: `must be one of ${crashPoints.join(', ')}` }).optional(),
});

/** Every variable that the program reads. */
export const knownVariables: readonly string[] = Object.keys(environment.shape);

/** Thrown at start with all faults and their cures in one message. */
export class ConfigFaults extends Error {
  constructor(readonly faults: string[]) {
    super(`The configuration cannot be used:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/** The validated configuration of this process; nothing else reads the environment. */
export class Config {
  port!: number;
  /** Null: the embedded database under `dataFolder`. */
  databaseUrl!: string | null;
  dataFolder!: string;
  publicUrl!: string;
  roles!: Role[];
  demo!: boolean;
  admin!: { email: string; password: string } | null;
  secret!: string;
  mailDomain!: string;
  smtpPort!: number;
  lmtpPort!: number;
  /** Null: outgoing mail stays in the local outbox. */
  relayUrl!: string | null;
  trustedHosts!: string[];
  /** Null: Postgres carries live updates. */
  busUrl!: string | null;
  /** Null: files on disk under `dataFolder`. */
  storageUrl!: string | null;
  logLevel!: string;
  crashAt!: CrashPoint | null;

  has(role: Role): boolean {
    return this.roles.includes(role);
  }
}

/** Reads and checks the environment; {@link ConfigFaults} lists everything that is wrong at once. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const faults = unknownVariables(Object.keys(set));
  const read = environment.safeParse(set);
  for (const issue of read.error?.issues ?? []) faults.push(`${issue.path.join('.')} ${issue.message}.`);
  if (set['DATABASE_URL'] && !set['GEMINA_SECRET']) {
    faults.push('GEMINA_SECRET is needed with DATABASE_URL, the same in every process: openssl rand -hex 32.');
  }
  if (Boolean(set['GEMINA_ADMIN_EMAIL']) !== Boolean(set['GEMINA_ADMIN_PASSWORD'])) {
    faults.push('GEMINA_ADMIN_EMAIL and GEMINA_ADMIN_PASSWORD go together: set both or neither.');
  }
  if (!read.success || faults.length > 0) throw new ConfigFaults(faults);
  return assemble(read.data);
}

function assemble(read: z.infer<typeof environment>): Config {
  const dataFolder = resolve(read.GEMINA_DATA);
  const demo = read.GEMINA_DEMO ? read.GEMINA_DEMO === 'on' : !read.DATABASE_URL;
  return Object.assign(new Config(), {
    port: read.PORT,
    databaseUrl: read.DATABASE_URL ?? null,
    dataFolder,
    publicUrl: (read.GEMINA_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, ''),
    roles: read.GEMINA_ROLES,
    demo,
    admin:
      read.GEMINA_ADMIN_EMAIL && read.GEMINA_ADMIN_PASSWORD
        ? { email: read.GEMINA_ADMIN_EMAIL, password: read.GEMINA_ADMIN_PASSWORD }
        : null,
    secret: read.GEMINA_SECRET ?? keptSecret(dataFolder),
    mailDomain: read.GEMINA_MAIL_DOMAIN.toLowerCase(),
    smtpPort: read.GEMINA_SMTP_PORT,
    lmtpPort: read.GEMINA_LMTP_PORT,
    relayUrl: read.GEMINA_RELAY_URL ?? null,
    trustedHosts: read.GEMINA_TRUSTED_HOSTS ?? (demo ? ['127.0.0.0/8', '::1'] : []),
    busUrl: read.GEMINA_BUS_URL ?? null,
    storageUrl: read.GEMINA_STORAGE_URL ?? null,
    logLevel: read.GEMINA_LOG_LEVEL,
    crashAt: read.GEMINA_CRASH_AT ?? null,
  });
}

/** A secret made once and kept beside the embedded database, readable by its owner only. */
function keptSecret(dataFolder: string): string {
  const file = join(dataFolder, 'secret');
  mkdirSync(dataFolder, { recursive: true });
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}

function unknownVariables(names: string[]): string[] {
  return names
    .filter((name) => name.startsWith('GEMINA_') && !name.startsWith('GEMINA_TEST_') && !knownVariables.includes(name))
    .map((name) => `${name} is not a variable that Gemina knows. ${nearest(name)}`);
}

function nearest(name: string): string {
  const [best] = knownVariables
    .filter((other) => other.startsWith('GEMINA_'))
    .map((other) => ({ other, edits: editsBetween(name, other) }))
    .sort((one, two) => one.edits - two.edits);
  return best && best.edits <= 4 ? `Was ${best.other} meant?` : 'Remove it or correct its name.';
}

/** How many letters to add, drop or change to make one word of the other (Levenshtein). */
function editsBetween(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, column) => column);
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1];
    for (const [column, other] of [...two].entries()) {
      next.push(
        Math.min((row[column] ?? 0) + (letter === other ? 0 : 1), (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1),
      );
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
