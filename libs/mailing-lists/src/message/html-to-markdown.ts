import { Parser } from 'htmlparser2';
import { HtmlFrame } from './html-frame.js';

/** Nesting of quotes and lists beyond this is flattened: each level costs a copy of what is in it. */
const DEEPEST_FRAME = 16;
/** Open elements beyond this are not looked at: nobody wrote them by hand. */
const DEEPEST_ELEMENT = 500;
const SILENT = new Set([
  'head',
  'style',
  'script',
  'title',
  'template',
  'noscript',
  'object',
  'svg',
  'select',
  'textarea',
]);
const VOID = new Set(['br', 'hr', 'img', 'input', 'meta', 'link', 'wbr', 'area', 'col', 'source', 'embed', 'base']);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'section', 'article', 'form', 'dl']);
const LINES = new Set([
  'div',
  'tr',
  'dt',
  'dd',
  'center',
  'address',
  'figure',
  'figcaption',
  'caption',
  'header',
  'footer',
]);
const FRAMES = new Set(['blockquote', 'ul', 'ol', 'li', 'pre', 'a']);
const EMPHASIS: Record<string, string> = { strong: '**', b: '**', em: '*', i: '*', del: '~~', s: '~~' };

/** Turns the HTML of a mail into Markdown: what a person would have typed. Images, styles and scripts leave nothing behind. */
export function htmlToMarkdown(html: string): string {
  const writer = new MarkdownWriter();
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (tag, attributes) => {
        if (!VOID.has(tag)) depth += 1;
        if (depth <= DEEPEST_ELEMENT) writer.open(tag, attributes);
      },
      ontext: (text) => writer.text(text),
      onclosetag: (tag) => {
        if (depth <= DEEPEST_ELEMENT) writer.close(tag);
        if (!VOID.has(tag)) depth -= 1;
      },
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return writer.finish();
}

class MarkdownWriter {
  readonly #frames: HtmlFrame[] = [new HtmlFrame('')];
  /** How many open elements are inside (and including) one that isn't shown. */
  #hidden = 0;

  open(tag: string, attributes: Record<string, string>): void {
    if (VOID.has(tag)) return this.#openVoid(tag);
    if (this.#hidden > 0 || SILENT.has(tag) || /display\s{0,9}:\s{0,9}none/i.test(attributes['style'] ?? '')) {
      this.#hidden += 1;
      return;
    }
    const frame = this.#frame;
    if (tag === 'blockquote' || tag === 'pre' || PARAGRAPHS.has(tag)) frame.break(2);
    else if (tag === 'ul' || tag === 'ol' || tag === 'li' || LINES.has(tag)) frame.break(1);
    if (FRAMES.has(tag)) {
      if (this.#frames.length <= DEEPEST_FRAME) this.#frames.push(new HtmlFrame(tag, attributes['href']));
    } else if (/^h[1-6]$/.test(tag)) frame.write(`${'#'.repeat(Number(tag[1]))} `);
    else if (tag === 'td' || tag === 'th') this.text(' ');
    else frame.write(EMPHASIS[tag] ?? '');
  }

  close(tag: string): void {
    if (VOID.has(tag)) return;
    if (this.#hidden > 0) {
      this.#hidden -= 1;
      return;
    }
    const mark = EMPHASIS[tag];
    if (FRAMES.has(tag)) {
      if (this.#frame.tag === tag) this.#closeFrame();
    } else if (mark !== undefined) this.#frame.closeEmphasis(mark);
    else if (PARAGRAPHS.has(tag)) this.#frame.break(2);
    else if (LINES.has(tag)) this.#frame.break(1);
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    const frame = this.#frame;
    if (this.#frames.some(({ tag }) => tag === 'pre')) return frame.write(text);
    const collapsed = text.replace(/[\s\u00a0]+/g, ' ');
    const shown = frame.atLineStart || frame.last.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    frame.write(escapeMarkdown(shown, frame.atLineStart));
  }

  finish(): string {
    while (this.#frames.length > 1) this.#closeFrame();
    const lines = this.#frame.written.split('\n').map((line) => line.trimEnd());
    return lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  }

  get #frame(): HtmlFrame {
    const frame = this.#frames.at(-1);
    if (frame === undefined) throw new Error('The outermost frame is never closed.');
    return frame;
  }

  #openVoid(tag: string): void {
    if (this.#hidden > 0) return;
    if (tag === 'br') this.#frame.write('\n');
    if (tag !== 'hr') return;
    this.#frame.break(2);
    this.#frame.write('---\n\n');
  }

  #closeFrame(): void {
    const frame = this.#frames.pop();
    if (frame === undefined) return;
    const outer = this.#frame;
    if (frame.tag === 'a') return outer.write(link(frame.written, frame.href));
    const inside = frame.written.replace(/^\n+/, '').trimEnd();
    if (inside === '') return;
    if (frame.tag === 'li') {
      outer.items += 1;
      const bullet = outer.tag === 'ol' ? `${outer.items}. ` : '- ';
      outer.write(bullet + inside.replaceAll('\n', `\n${' '.repeat(bullet.length)}`));
      return outer.break(1);
    }
    if (frame.tag === 'pre') outer.write(`\`\`\`\n${inside.replaceAll('```', "'''")}\n\`\`\``);
    else outer.write(frame.tag === 'blockquote' ? quoted(inside) : inside);
    outer.break(2);
  }
}

function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function link(text: string, href: string): string {
  const shown = text.replace(/\s+/g, ' ');
  if (shown.trim() === '' || !/^(https?:\/\/|mailto:)[^\s<>()]+$/i.test(href)) return shown;
  const plain = shown.replaceAll('\\', '').trim();
  if (plain === href || `mailto:${plain}` === href || `${plain}/` === href) return shown.replaceAll('\\', '');
  return `[${shown.trim()}](${href})`;
}

function escapeMarkdown(text: string, atLineStart: boolean): string {
  const inline = text.replace(/[\\`*[\]<]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');
  if (!atLineStart) return inline;
  return inline.replace(/^(#{1,6}|[>+-])(?=\s)/, '\\$1').replace(/^(\d{1,9})(?=[.)]\s)/, '$1\\');
}
