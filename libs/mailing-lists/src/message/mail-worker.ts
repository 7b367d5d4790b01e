import { parentPort } from 'node:worker_threads';
import { readMail } from './read-mail.js';
import { MailRefusal } from './mail.refusals.js';
import { type ParsedMail } from './parsed-mail.js';
import { authenticateSender, type MailOrigin, type SenderAuthentication } from './sender-authentication.js';

/** What the mail worker is asked. The bytes are handed over, not copied. */
export type MailTask =
  { kind: 'read'; raw: Uint8Array } | { kind: 'authenticate'; raw: Uint8Array; origin: MailOrigin; mta: string };

export type MailTaskResult = ParsedMail | SenderAuthentication;

/** From the worker: the outcome of its task, or a question to the DNS, which the main thread asks on its behalf. */
export type WorkerMessage =
  | { kind: 'done'; result: MailTaskResult }
  | { kind: 'refused'; refusal: string }
  | { kind: 'failed'; reason: string }
  | { kind: 'resolve'; question: number; domain: string; type: string };

/** To the worker: a task, or what the DNS answered. */
export type WorkerOrder =
  | { kind: 'task'; task: MailTask }
  | { kind: 'resolved'; question: number; records: string[][] | string[] }
  | { kind: 'unresolved'; question: number; code: string };

interface Question {
  resolve: (records: string[][] | string[]) => void;
  reject: (reason: Error) => void;
}

const questions = new Map<number, Question>();
let asked = 0;

function tell(message: WorkerMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

function resolve(domain: string, type: string): Promise<string[][] | string[]> {
  asked += 1;
  const question = asked;
  tell({ kind: 'resolve', question, domain, type });
  return new Promise((answer, fail) => questions.set(question, { resolve: answer, reject: fail }));
}

async function perform(task: MailTask): Promise<void> {
  try {
    const result =
      task.kind === 'read'
        ? await readMail(task.raw)
        : await authenticateSender(
            Buffer.from(task.raw.buffer, task.raw.byteOffset, task.raw.byteLength),
            task.origin,
            task.mta,
            resolve,
          );
    tell({ kind: 'done', result });
  } catch (error) {
    if (error instanceof MailRefusal) tell({ kind: 'refused', refusal: error.kind });
    else tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}

parentPort?.on('message', (order: WorkerOrder) => {
  if (order.kind === 'task') return void perform(order.task);
  const question = questions.get(order.question);
  questions.delete(order.question);
  if (order.kind === 'resolved') question?.resolve(order.records);
  else question?.reject(Object.assign(new Error(`DNS: ${order.code}`), { code: order.code }));
});
