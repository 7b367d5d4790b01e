const particle = String.raw`(?:van|von|der|den|de|da|di|del|la|le|el|al|bin|dos|zu)`;
const capital = String.raw`\p{Lu}[\p{L}\p{M}’'.-]*`;
const name = String.raw`${capital}(?: (?:${particle} ){0,2}${capital}){1,4}`;
const personFirst = new RegExp(String.raw`^(${name}), (\S.*)$`, 'u');
const personLast = new RegExp(String.raw`^\S.*, (${name}), ([^,]+)$`, 'u');
const asModerator = /\s*\((moderator|chair|moderation|modérat(?:eur|rice)|moderatorin)\)\s*$/i;
/** A line that names people is not longer; paragraphs are not searched for them. */
const longestLine = 500;
const fileName = /\.(?:pdf|docx?|pptx?|xlsx?|odt|odp)$/i;

/** People with their affiliation as other lines of the same text name them: "Geraldine Guille" → "Geraldine Guille, FRA". */
export type KnownPeople = ReadonlyMap<string, string>;

/** What a line names, and what of it is left to read. */
export interface NamedPeople {
  speakers: string[];
  moderators: string[];
  rest: string | null;
}

/** Finds the people whom a text names in lines of their own form: "Moderator: NAME, BODY" or "- Subject, NAME, BODY". */
export function learnPeople(lines: readonly string[]): KnownPeople {
  const known = new Map<string, string>();
  for (const line of lines) {
    if (line.length > longestLine) continue;
    const after = /:\s*(.+)$/.exec(line)?.[1] ?? '';
    const [, person, body] = personFirst.exec(after) ?? personLast.exec(line.replace(/^[-–•*]\s+/, '')) ?? [];
    if (person && body && !/\d/.test(body)) known.set(person, `${person}, ${body}`);
  }
  return known;
}

/** Reads a line that begins with a person's name; null where it does not. A document named at its end is left as the rest. */
export function peopleOf(line: string, known: KnownPeople): NamedPeople | null {
  if (line.length > longestLine || !personFirst.test(line)) return null;
  if (fileName.test(line)) return peopleBeforeFile(line, known);
  if (/\d|https?:/.test(line)) return null;
  const person = line.replace(asModerator, '');
  return person === line
    ? { speakers: [line], moderators: [], rest: null }
    : { speakers: [], moderators: [person], rest: null };
}

/** The person whom a bullet such as "- Objective of the session, Geraldine Guille, FRA" names as its speaker. */
export function speakerOfBullet(text: string): string | null {
  if (text.length > longestLine) return null;
  const [, person, body] = personLast.exec(text) ?? [];
  return person && body && !/[\d?]/.test(body) ? `${person}, ${body}` : null;
}

/** Lines that were joined in copying, "A. Name, BODY B. Name, BODY Some paper.pdf", are split where a known person begins. */
function peopleBeforeFile(line: string, known: KnownPeople): NamedPeople | null {
  const starts = [...known.keys()].map((person) => line.indexOf(person)).filter((at) => at > 0);
  const cuts = [0, ...starts.sort((one, two) => one - two), line.length];
  const pieces = cuts.slice(0, -1).map((cut, index) => line.slice(cut, cuts[index + 1]).trim());
  const last = pieces.pop() ?? '';
  const named = [...known.values()].find((person) => last.startsWith(person));
  if (!named) return null;
  return { speakers: [...pieces, named], moderators: [], rest: last.slice(named.length).trim() || null };
}
