import { type Person, personColumns } from '#people';

/** SQL of a person as one JSON value, null where `id` (an SQL expression) names nobody. */
export const personJson = (id: string): string =>
  `(select row_to_json(writer) from (select ${personColumns('author')} from person author where author.id = ${id}) as writer)`;

type PersonInJson = { [Key in keyof Person]: Person[Key] extends Date | null ? string | null : Person[Key] };

/** The row that the JSON of a person stands for: its instants are dates again. */
export function personOf(json: PersonInJson): Person {
  const instant = (text: string): Date => new Date(text);
  return {
    ...json,
    joinedAt: instant(json.joinedAt as string),
    verifiedAt: json.verifiedAt === null ? null : instant(json.verifiedAt),
    erasedAt: json.erasedAt === null ? null : instant(json.erasedAt),
  };
}

export { type PersonInJson };
