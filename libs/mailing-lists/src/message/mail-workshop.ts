import { Worker } from 'node:worker_threads';
import { type DNSResolver } from 'mailauth';
import { type MailTask, type MailTaskResult, type WorkerMessage, type WorkerOrder } from './mail-worker.js';
import { HeaderTooLarge, type MailRefusal, NestedTooDeeply, TooCostlyToRead, TooManyParts } from './mail.refusals.js';
import { type ParsedMail } from './parsed-mail.js';
import { type MailOrigin, type SenderAuthentication } from './sender-authentication.js';

export interface MailWorkshopSettings {
  /** Asks the DNS; node's own resolver where it runs for real. */
  resolver: DNSResolver;
  /** A task that takes longer is given up and its worker ended. Milliseconds. */
  readWithin?: number;
  authenticateWithin?: number;
  /** Heap of the worker, in megabytes; attachments lie outside it. */
  heap?: number;
}

interface Waiting {
  task: MailTask;
  within: number;
  done: (result: MailTaskResult) => void;
  failed: (reason: Error) => void;
}

/**
 * Reads and authenticates mail in a worker thread, one at a time, so that whatever a sender makes up costs neither the event
 * loop nor the process: a task that outlives its time or its memory ends its worker and is refused by name.
 */
export class MailWorkshop {
  readonly #settings: Required<MailWorkshopSettings>;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #deadline: NodeJS.Timeout | undefined;

  constructor(settings: MailWorkshopSettings) {
    this.#settings = { readWithin: 2000, authenticateWithin: 15_000, heap: 96, ...settings };
  }

  /** Throws a {@link MailRefusal} for a mail that isn't worth its cost. */
  async read(raw: Uint8Array): Promise<ParsedMail> {
    return (await this.#perform({ kind: 'read', raw: copy(raw) }, this.#settings.readWithin)) as ParsedMail;
  }

  /** A DNS that doesn't answer in time leaves the verdict `UNKNOWN`. */
  async authenticate(raw: Uint8Array, origin: MailOrigin, mta: string): Promise<SenderAuthentication> {
    const task: MailTask = { kind: 'authenticate', raw: copy(raw), origin, mta };
    try {
      return (await this.#perform(task, this.#settings.authenticateWithin)) as SenderAuthentication;
    } catch (error) {
      if (!(error instanceof TooCostlyToRead)) throw error;
      return { verdict: 'UNKNOWN', by: null, spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };
    }
  }

  /** Ends the worker; tasks that still wait fail and can be repeated later. */
  async close(): Promise<void> {
    const left = [this.#current, ...this.#queue.splice(0)];
    this.#current = null;
    for (const waiting of left) waiting?.failed(new Error('The mail workshop was closed.'));
    await this.#dismiss();
  }

  #perform(task: MailTask, within: number): Promise<MailTaskResult> {
    return new Promise((done, failed) => {
      this.#queue.push({ task, within, done, failed });
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== null) return;
    const waiting = this.#queue.shift();
    if (waiting === undefined) return void this.#worker?.unref();
    this.#current = waiting;
    this.#worker ??= this.#hire();
    this.#worker.ref();
    this.#deadline = setTimeout(() => this.#giveUp(), waiting.within);
    this.#order({ kind: 'task', task: waiting.task }, [waiting.task.raw.buffer as ArrayBuffer]);
  }

  #hire(): Worker {
    const worker = new Worker(new URL('./mail-worker.js', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#settings.heap, maxYoungGenerationSizeMb: 16 },
    });
    worker.on('message', (message: WorkerMessage) => this.#hear(message, worker));
    worker.on('error', (error: Error) => {
      if (this.#worker !== worker) return;
      this.#worker = null;
      this.#settle((waiting) =>
        waiting.failed('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooCostlyToRead() : error),
      );
    });
    return worker;
  }

  #hear(message: WorkerMessage, from: Worker): void {
    if (this.#worker !== from) return;
    switch (message.kind) {
      case 'done':
        return this.#settle((waiting) => waiting.done(message.result));
      case 'refused':
        return this.#settle((waiting) => waiting.failed(refusalOf(message.refusal)));
      case 'failed':
        return this.#settle((waiting) => waiting.failed(new Error(message.reason)));
      case 'resolve':
        void this.#lookUp(message.question, message.domain, message.type, from);
    }
  }

  async #lookUp(question: number, domain: string, type: string, asker: Worker): Promise<void> {
    const answer = await this.#settings.resolver(domain, type).then(
      (records): WorkerOrder => ({ kind: 'resolved', question, records }),
      (error: unknown): WorkerOrder => ({ kind: 'unresolved', question, code: errorCode(error) }),
    );
    if (this.#worker === asker) this.#order(answer);
  }

  #order(order: WorkerOrder, transfer: ArrayBuffer[] = []): void {
    this.#worker?.postMessage(order, transfer);
  }

  #giveUp(): void {
    void this.#dismiss();
    this.#settle((waiting) => waiting.failed(new TooCostlyToRead()));
  }

  #settle(how: (waiting: Waiting) => void): void {
    clearTimeout(this.#deadline);
    const waiting = this.#current;
    this.#current = null;
    if (waiting !== null) how(waiting);
    this.#next();
  }

  async #dismiss(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    clearTimeout(this.#deadline);
    await worker?.terminate();
  }
}

const refusals: Record<string, () => MailRefusal> = {
  HEADER_TOO_LARGE: () => new HeaderTooLarge(),
  NESTED_TOO_DEEPLY: () => new NestedTooDeeply(),
  TOO_MANY_PARTS: () => new TooManyParts(),
};

function refusalOf(kind: string): MailRefusal {
  return refusals[kind]?.() ?? new TooCostlyToRead();
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'ESERVFAIL';
}

/** Its bytes in a buffer of their own, which can be handed to the worker without taking others along. */
function copy(raw: Uint8Array): Uint8Array {
  return new Uint8Array(raw);
}
