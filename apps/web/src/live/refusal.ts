import type { CombinedError } from 'urql';

/** Why the server said no: a code that never changes, and the input field at fault where there is one. */
export interface Refusal {
  code: string;
  field?: string;
  message: string;
}

/** The refusals in whatever went wrong: urql's error, or the list of GraphQL errors that a subscription ends with. */
export function refusalsOf(error: unknown): Refusal[] {
  const list: unknown = isObject(error) && 'graphQLErrors' in error ? error.graphQLErrors : error;
  return Array.isArray(list) ? list.map(toRefusal) : [];
}

/** The one refusal to show. A dead network counts as one too, with the code `NETWORK`. */
export function refusalOf(error: CombinedError): Refusal {
  const [first] = refusalsOf(error);
  return first ?? { code: error.response ? 'INTERNAL' : 'NETWORK', message: error.message };
}

function toRefusal(error: unknown): Refusal {
  const { message, extensions } = isObject(error) ? error : {};
  const { code, field } = isObject(extensions) ? extensions : {};
  return {
    code: typeof code === 'string' ? code : 'INTERNAL',
    field: typeof field === 'string' ? field.split('.').at(-1) : undefined,
    message: typeof message === 'string' ? message : '',
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
