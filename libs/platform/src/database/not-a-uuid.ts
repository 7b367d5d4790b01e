import { NotFound } from '#platform/refusals';

/** Postgres says 22P02 of a text that is no uuid: nothing has that id. Any other error comes back as it is. */
export function asNotFound(error: unknown): unknown {
  const { code, message } = error as { code?: string; message?: string };
  return code === '22P02' && message?.includes('type uuid') ? new NotFound() : error;
}
