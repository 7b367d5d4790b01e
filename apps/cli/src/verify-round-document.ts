import { createHash } from 'node:crypto';
import { z } from 'zod';

const place = z.strictObject({ mentor: z.string(), theme: z.string().nullable() });
const placeCount = z.int().min(0);
const pair = z.strictObject({
  learner: z.string(),
  mentor: z.string(),
  theme: z.string().nullable(),
  learnerRank: z.int().min(1),
  mentorRank: z.int().min(1),
});
const instance = z.strictObject({
  learners: z.array(z.string()),
  mentors: z.array(
    z.strictObject({
      id: z.string(),
      capacity: placeCount,
      themes: z.array(z.strictObject({ theme: z.string(), places: placeCount })).optional(),
    }),
  ),
  learnerRankings: z.record(z.string(), z.array(z.array(place))),
  mentorRankings: z.record(z.string(), z.array(z.array(z.string()))),
  scores: z.record(z.string(), z.number().min(0)).optional(),
  seed: z.string(),
});
const roundDocument = z.strictObject({
  aim: z.enum(['LEARNERS_FIRST', 'MOST_PAIRS', 'BEST_FIT']),
  algorithm: z.string(),
  format: z.literal('gemina-round/1'),
  seed: z.string(),
  instance,
  result: z.strictObject({ pairs: z.array(pair), unmatched: z.array(z.string()), blockingPairs: z.array(pair) }),
  inputHash: z.string(),
  documentHash: z.string(),
});
const certificate = z.strictObject({
  algorithm: z.string(),
  seed: z.string(),
  inputHash: z.string(),
  document: roundDocument,
});

export type StatedRound = z.infer<typeof roundDocument>;
export type StatedInstance = z.infer<typeof instance>;
export type StatedPair = z.infer<typeof pair>;
export type StatedPlace = z.infer<typeof place>;

/** The bytes are no certificate, or no longer the one that was made. */
export class CertificateRefused extends Error {
  override readonly name = 'CertificateRefused';
}

/**
 * The document of a round's certificate, or of the document alone, with both hashes compared. What hashes do not cover
 * is refused as well: spaces, spellings of a text or number, members given twice. So no byte of the file is free.
 */
export function readRound(bytes: Uint8Array): StatedRound {
  const value = parsed(bytes);
  const round = 'document' in Object(value) ? fromCertificate(value) : shaped(roundDocument, value);
  const { documentHash, ...content } = round;
  requireEqual('The seed of the inputs', round.instance.seed, round.seed);
  requireEqual('The hash of the inputs', sha256(canonical(round.instance)), round.inputHash);
  requireEqual('The hash of the document', sha256(canonical(content)), documentHash);
  return round;
}

/** One text for one place: two places are one when their texts are. */
export const placeName = ({ mentor, theme }: StatedPlace): string => JSON.stringify([mentor, theme]);

/** A SHA-256 in hex of the text's UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

function parsed(bytes: Uint8Array): unknown {
  let text: string;
  let value: unknown;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    value = JSON.parse(text);
  } catch (error) {
    throw new CertificateRefused(`The file is not JSON in UTF-8: ${(error as Error).message}.`);
  }
  const ways = [canonical(value), JSON.stringify(value), JSON.stringify(value, null, 2)];
  if (!ways.some((way) => text === way || text === `${way}\n`))
    throw new CertificateRefused('The file is not written as certificates are: it was changed or written anew.');
  return value;
}

function fromCertificate(value: unknown): StatedRound {
  const { algorithm, seed, inputHash, document } = shaped(certificate, value);
  requireEqual('The algorithm of the document', document.algorithm, algorithm);
  requireEqual('The seed of the document', document.seed, seed);
  requireEqual('The hash in the document', document.inputHash, inputHash);
  return document;
}

function shaped<T>(shape: z.ZodType<T>, value: unknown): T {
  const read = shape.safeParse(value);
  if (read.success) return read.data;
  const [fault] = read.error.issues;
  throw new CertificateRefused(
    `This is no round's certificate: ${fault!.path.join('.') || 'the whole'}: ${fault!.message}.`,
  );
}

function requireEqual(what: string, found: string, stated: string): void {
  if (found !== stated) throw new CertificateRefused(`${what} is ${found}, but the certificate says ${stated}.`);
}

/** RFC 8785 for what certificates hold: keys by code unit, no spaces. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined);
  members.sort(([one], [two]) => (one < two ? -1 : 1));
  return `{${members.map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`).join(',')}}`;
}
