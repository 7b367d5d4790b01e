/** An element whose content is written apart, then put into what surrounds it. */
export class HtmlFrame {
  /** In parts: a text that is looked at after each addition would be copied each time. */
  readonly #parts: string[] = [];
  #blank = true;
  items = 0;

  constructor(
    readonly tag: string,
    readonly href = '',
  ) {}

  get last(): string {
    return this.#parts.at(-1) ?? '';
  }

  get atLineStart(): boolean {
    return this.last === '' || this.last.endsWith('\n');
  }

  get written(): string {
    return this.#parts.join('');
  }

  write(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#blank &&= text.trim() === '';
  }

  /** At least this many line ends before what comes next, none at the start. */
  break(lines: 1 | 2): void {
    if (this.#blank) return;
    const standing = /\n*$/.exec(this.last.slice(-2))?.[0].length ?? 0;
    this.write('\n'.repeat(Math.max(0, lines - standing)));
  }

  /** Ends an emphasis before the space that stands at its end; one around nothing leaves nothing. */
  closeEmphasis(mark: string): void {
    const last = this.#parts.pop() ?? '';
    if (last === mark) return;
    const text = last.trimEnd();
    this.write(text);
    this.write(mark);
    this.write(last.slice(text.length));
  }
}
