import { DateTime } from 'luxon';
import { type AgendaLine, readLine } from './agenda-line.js';
import { type KnownPeople, learnPeople, peopleOf, speakerOfBullet } from './agenda-people.js';
import { kindOfTitle, type SessionKind } from './session-kind.js';
import { type KnownWords, learnWords, trueCase } from './true-case.js';

/** A session as people wrote it down: wall time of the meeting's zone, names as they stand. */
export interface WrittenSession {
  title: string;
  kind: SessionKind;
  /** 2019-11-28T09:30 */
  startsAt: string;
  minutes: number;
  room: string | null;
  speakers: string[];
  moderators: string[];
  about: string | null;
  questions: string[];
  /** The session that these groups are parts of, side by side. */
  parallelSet: string | null;
}

/** A title and what stands below it, up to the next title of the same height. */
interface Passage {
  title: string;
  lines: AgendaLine[];
}

interface Block extends Passage {
  startsAt: DateTime;
  minutes: number;
}

interface Known {
  words: KnownWords;
  people: KnownPeople;
}

const untilNextAtMost = 8 * 60;
const whenNothingFollows = 30;

/**
 * Reads an agenda as people write it: day headings, "09.30 – 10.00 TITLE" with speakers, rooms and questions below,
 * "Group 1: …" for what runs side by side, "Introduction (10 min)" for what follows one another within a session.
 * `firstDay` (2019-11-27) is the day of times before any heading, and its year that of headings without one.
 */
export function readAgenda(text: string, firstDay: string): WrittenSession[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const known = { words: learnWords(text), people: learnPeople(lines) };
  return blocksOf(lines, firstDay).flatMap((block) => sessionsOf(block, known));
}

function blocksOf(lines: string[], firstDay: string): Block[] {
  const blocks: (Omit<Block, 'minutes'> & { minutes: number | null })[] = [];
  let day = firstDay;
  for (const written of lines) {
    const line = readLine(written, Number(firstDay.slice(0, 4)));
    if (line.is === 'day') day = line.day;
    else if (line.is === 'session') {
      const startsAt = DateTime.fromISO(`${day}T${line.start}`, { zone: 'utc' });
      blocks.push({
        title: line.title,
        startsAt,
        minutes: line.end === null ? null : minutesBetween(line.start, line.end),
        lines: [],
      });
    } else blocks.at(-1)?.lines.push(line);
  }
  return blocks.map((block, index) => {
    const gap = blocks[index + 1]?.startsAt.diff(block.startsAt, 'minutes').minutes ?? 0;
    const untilNext = gap > 0 && gap <= untilNextAtMost ? gap : whenNothingFollows;
    return { ...block, minutes: block.minutes ?? untilNext };
  });
}

/** A session that ends on the clock before it starts goes on past midnight. */
function minutesBetween(start: string, end: string): number {
  const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  return (minuteOf(end) - minuteOf(start) + 24 * 60) % (24 * 60) || 24 * 60;
}

/** One session of a plain block; of a block with groups or parts one for each of them. */
function sessionsOf(block: Block, known: Known): WrittenSession[] {
  const title = trueCase(block.title, known.words);
  const { opening, passages: parts } = split(block.lines, 'part');
  if (parts.length === 0) return groupsOf(title, block, opening, known);
  const sessions: WrittenSession[] = [];
  let startsAt = block.startsAt;
  parts.forEach((part, index) => {
    const lines = index === 0 ? [...opening, ...part.lines] : part.lines;
    const groups = split(lines, 'group').passages.length > 0;
    const minutes = part.minutes;
    sessions.push(...groupsOf(groups ? title : `${title}: ${part.title}`, { startsAt, minutes }, lines, known));
    startsAt = startsAt.plus({ minutes });
  });
  return sessions;
}

type Slot = Pick<Block, 'startsAt' | 'minutes'>;

function groupsOf(title: string, slot: Slot, lines: AgendaLine[], known: Known): WrittenSession[] {
  const { opening, passages: groups } = split(lines, 'group');
  if (groups.length === 0) return [{ ...sessionOf(title, slot, opening, known), kind: kindOfTitle(title) }];
  const shared = opening.filter((line) => line.is !== 'text' || kindOfTitle(line.text) !== 'WORKING_GROUP');
  return groups.map((group) => ({
    ...sessionOf(group.title, slot, [...shared, ...group.lines], known),
    kind: 'WORKING_GROUP',
    parallelSet: title,
  }));
}

/** Lines before the first heading of a kind, and the passages that such headings open. */
function split(
  lines: AgendaLine[],
  by: 'group' | 'part',
): { opening: AgendaLine[]; passages: (Passage & { minutes: number })[] } {
  const opening: AgendaLine[] = [];
  const passages: (Passage & { minutes: number })[] = [];
  for (const line of lines) {
    if (line.is === by) passages.push({ title: line.title, minutes: line.is === 'part' ? line.minutes : 0, lines: [] });
    else (passages.at(-1)?.lines ?? opening).push(line);
  }
  return { opening, passages };
}

function sessionOf(
  title: string,
  { startsAt, minutes }: Slot,
  lines: AgendaLine[],
  known: Known,
): Omit<WrittenSession, 'kind'> {
  const session = {
    room: null as string | null,
    speakers: [] as string[],
    moderators: [] as string[],
    questions: [] as string[],
  };
  const about: string[] = [];
  for (const line of lines) {
    if (line.is === 'moderator') session.moderators.push(line.who);
    else if (line.is === 'bullet' && isQuestion(line.text)) session.questions.push(line.text);
    else if (line.is === 'bullet') {
      const speaker = speakerOfBullet(line.text);
      if (speaker) session.speakers.push(speaker);
      about.push(`- ${line.text}`);
    } else if (line.is === 'text') {
      const room = roomOf(line.text);
      const people = room ? null : peopleOf(line.text, known.people);
      session.room ??= room;
      session.speakers.push(...(people?.speakers ?? []));
      session.moderators.push(...(people?.moderators ?? []));
      if (!people || people.rest) about.push(people?.rest ?? line.text);
    }
  }
  const iso = startsAt.toFormat("yyyy-MM-dd'T'HH:mm");
  return { title, startsAt: iso, minutes, ...session, about: paragraphs(about), parallelSet: null };
}

const isQuestion = (text: string): boolean =>
  text.endsWith('?') ||
  /^(what|which|who|how|why|when|where|are|is|can|should|quel|comment|qui|was|welche|wie|wer)\b.*\?/i.test(text);

/** "(Room: TRE7701, 7th floor)" → TRE7701; "Room France, Rue …" → Room France. */
function roomOf(text: string): string | null {
  const labelled = /\b(?:room|salle|raum|saal)\s*:\s*([^,;)]{1,80})/i.exec(text)?.[1];
  return (labelled ?? /\b(?:Room|Salle|Raum|Saal) [\p{Lu}\d][^,;()]{0,80}/u.exec(text)?.[0])?.trim() ?? null;
}

/** Markdown: list items stay together, everything else is a paragraph. */
function paragraphs(lines: string[]): string | null {
  let text = '';
  lines.forEach((line, index) => {
    const goesOn = line.startsWith('- ') && lines[index - 1]?.startsWith('- ');
    text += index === 0 ? line : `${goesOn ? '\n' : '\n\n'}${line}`;
  });
  return text || null;
}
