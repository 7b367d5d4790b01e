import { createHash } from 'node:crypto';

const most = 500;

/**
 * Names for statements, so that each connection has Postgres plan a text once and not at every read. Texts past the first
 * {@link most} get no name: statements are written by hand, so more than that are made up of something that varies.
 */
export class StatementNames {
  private readonly names = new Map<string, string>();

  nameOf(sql: string): string | undefined {
    let name = this.names.get(sql);
    if (!name && this.names.size < most) {
      name = createHash('sha256').update(sql).digest('base64url');
      this.names.set(sql, name);
    }
    return name;
  }
}

/** A migration has changed what a prepared statement answers: it is to be sent again without its name. */
export const isStalePlan = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return code === '0A000' && message === 'cached plan must not change result type';
};
