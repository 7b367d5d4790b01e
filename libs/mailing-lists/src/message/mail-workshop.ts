import { Worker } from 'node:worker_threads';
import { type DNSResolver } from 'mailauth';
import { type MailTask, type MailTaskResult, type WorkerMessage, type WorkerOrder } from './mail-worker.js';
import { HeaderTooLarge, type MailRefusal, NestedTooDeeply, TooCostlyToRead, TooManyParts } from './mail.refusals.js';
import { type ParsedMail } from './parsed-mail.js';
import { type MailOrigin, type SenderAuthentication } from './sender-authentication.js';

export interface MailWorkshopSettings {
  /** Asks the DNS; node's own resolver where it runs for real. */
  resolver: DNSResolver;
  /** What a task may cost in milliseconds of the processor's time, whatever else keeps the machine busy. */
  cpu?: number;
  /** Heap of the worker, in megabytes; attachments lie outside it. */
  heap?: number;
}

interface Waiting {
  task: MailTask;
  within: number;
  done: (result: MailTaskResult) => void;
  failed: (reason: Error) => void;
}

/** How long a task may take by the clock, in milliseconds: reading waits for nothing but the machine, authenticating for the DNS. */
const longest = { read: 60_000, authenticate: 15_000 };
const watchMillis = 200;

/**
 * Reads and authenticates mail in a worker thread, one at a time, so that whatever a sender makes up costs neither the event
 * loop nor the process: a task that outlives its time or its memory ends its worker and is refused by name.
 */
export class MailWorkshop {
  readonly #settings: Required<MailWorkshopSettings>;
  readonly #queue: Waiting[] = [];
  #worker: Worker | null = null;
  #current: Waiting | null = null;
  #watching: NodeJS.Timeout | undefined;
  #closing = false;
  #onIdle: () => void = () => undefined;

  constructor(settings: MailWorkshopSettings) {
    this.#settings = { cpu: 2000, heap: 96, ...settings };
  }

  /** Throws a {@link MailRefusal} for a mail that isn't worth its cost. */
  async read(raw: Uint8Array): Promise<ParsedMail> {
    return (await this.#perform({ kind: 'read', raw: copy(raw) }, longest.read)) as ParsedMail;
  }

  /** A DNS that doesn't answer in time leaves the verdict `UNKNOWN`. */
  async authenticate(raw: Uint8Array, origin: MailOrigin, mta: string): Promise<SenderAuthentication> {
    const task: MailTask = { kind: 'authenticate', raw: copy(raw), origin, mta };
    try {
      return (await this.#perform(task, longest.authenticate)) as SenderAuthentication;
    } catch (error) {
      if (!(error instanceof TooCostlyToRead)) throw error;
      return { verdict: 'UNKNOWN', by: null, spf: 'temperror', dkim: 'temperror', dmarc: 'temperror' };
    }
  }

  /** Ends the worker as soon as nothing waits for it any more; a task that comes later is still done, by a worker of its own. */
  async close(): Promise<void> {
    this.#closing = true;
    if (this.#current === null) return this.#dismiss();
    await new Promise<void>((idle) => (this.#onIdle = idle));
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
    if (waiting === undefined) return this.#rest();
    this.#current = waiting;
    this.#worker ??= this.#hire();
    this.#worker.ref();
    this.#watch(waiting, this.#worker);
    this.#order({ kind: 'task', task: waiting.task }, [waiting.task.raw.buffer as ArrayBuffer]);
  }

  #rest(): void {
    this.#worker?.unref();
    if (!this.#closing) return;
    void this.#dismiss().then(this.#onIdle);
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

  /** Looks now and then at what the task has cost, and gives it up when that is too much. */
  #watch(waiting: Waiting, worker: Worker): void {
    const begun = performance.now();
    // A worker that has only just been hired has nothing to tell yet.
    const before = worker.cpuUsage().catch(() => ({ user: 0, system: 0 }));
    const look = async (): Promise<void> => {
      const { user, system } = await worker.cpuUsage(await before);
      const tooLong = performance.now() - begun > waiting.within;
      if (this.#current === waiting && (tooLong || (user + system) / 1000 > this.#settings.cpu)) this.#giveUp();
    };
    // A worker that has ended can't be asked, and needn't be.
    this.#watching = setInterval(() => void look().catch(() => undefined), watchMillis);
  }

  #giveUp(): void {
    void this.#dismiss();
    this.#settle((waiting) => waiting.failed(new TooCostlyToRead()));
  }

  #settle(how: (waiting: Waiting) => void): void {
    clearInterval(this.#watching);
    const waiting = this.#current;
    this.#current = null;
    if (waiting !== null) how(waiting);
    this.#next();
  }

  async #dismiss(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    clearInterval(this.#watching);
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
