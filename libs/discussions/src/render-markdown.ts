import markdownIt, { type StateCore, type Token } from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

/**
 * HTML of a Markdown text: CommonMark with GFM tables, strikethrough, task lists and autolinks; raw HTML is shown, not
 * obeyed. The result is safe to insert into a page. Only our own files (`/files/ID`, also written with `publicUrl`) load as
 * images; others become links, so that no reader's browser asks a foreign server before its reader clicks.
 */
export function renderMarkdown(markdown: string, publicUrl = ''): string {
  return sanitizeHtml(renderer.render(markdown, { publicUrl }), allowed);
}

const renderer = markdownIt({ html: false, linkify: true, maxNesting: 50 });
renderer.core.ruler.after('inline', 'task_lists', markTasks);
renderer.renderer.rules.image = (tokens, index, options, env, self) => {
  const token = tokens[index];
  if (!token) return '';
  const source = String(token.attrGet('src') ?? '');
  const label = self.renderInlineAsText(token.children ?? [], options, env);
  const { escapeHtml } = renderer.utils;
  const { publicUrl } = env as { publicUrl: string };
  const own = source.startsWith(`${publicUrl}/files/`) ? source.slice(publicUrl.length) : source;
  if (/^\/files\/[0-9a-f-]{36}$/.test(own)) return `<img src="${own}" alt="${escapeHtml(label)}" loading="lazy">`;
  return `<a class="remote-image" href="${escapeHtml(source)}">${escapeHtml(label || source)}</a>`;
};

/** Addresses of the web and of mail, and places on our own pages; what is relative to a page means nothing in a mail. */
const leadsSomewhere = /^(https?:|mailto:|\/(?!\/)|#)/i;

const allowed: sanitizeHtml.IOptions = {
  allowedTags: [
    ...[
      'a',
      'blockquote',
      'br',
      'code',
      'del',
      'em',
      'h1',
      'h2',
      'h3',
      'h4',
      'h5',
      'h6',
      'hr',
      'img',
      'input',
      'label',
    ],
    ...['li', 'ol', 'p', 'pre', 's', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    img: ['src', 'alt', 'loading'],
    input: [{ name: 'type', values: ['checkbox'] }, 'checked', 'disabled'],
    ol: ['start'],
    td: ['style'],
    th: ['style'],
  },
  allowedClasses: { a: ['remote-image'], code: ['language-*'], label: ['task'] },
  allowedStyles: { '*': { 'text-align': [/^(left|right|center)$/] } },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  transformTags: {
    a: (tagName, { href = '', ...others }) => ({
      tagName,
      attribs: { ...(leadsSomewhere.test(href) ? { href } : {}), ...others, rel: 'nofollow ugc noopener noreferrer' },
    }),
  },
};

/** Makes `[ ]` and `[x]` at the start of a list item into a box that nobody can tick, labelled by the item's text. */
function markTasks(state: StateCore): void {
  state.tokens.forEach((token, index) => {
    const inItem =
      state.tokens[index - 1]?.type === 'paragraph_open' && state.tokens[index - 2]?.type === 'list_item_open';
    if (!inItem || token.type !== 'inline' || !token.children) return;
    const first = token.children[0];
    const box = first?.type === 'text' ? /^\[([ xX])\]\s+/.exec(first.content) : null;
    if (!first || !box) return;
    first.content = first.content.slice(box[0].length);
    const done = box[1] === ' ' ? '' : ' checked';
    token.children.unshift(raw(state, `<label class="task"><input type="checkbox" disabled${done}> `));
    token.children.push(raw(state, '</label>'));
  });
}

function raw(state: StateCore, html: string): Token {
  const token = new state.Token('html_inline', '', 0);
  token.content = html;
  return token;
}
