import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { htmlToMarkdown } from './html-to-markdown.js';

describe('HTML mail as Markdown', () => {
  const cases: [name: string, html: string, markdown: string][] = [
    ['paragraphs and breaks', '<p>One<br>two</p><p>three &amp; four</p>', 'One\ntwo\n\nthree & four'],
    ['emphasis, without the space inside', '<p><b>Bold </b>and <i>slanted</i><b></b></p>', '**Bold** and *slanted*'],
    [
      'links, and addresses that show themselves',
      '<a href="https://a.example/x">here</a> <a href="mailto:a@b.example">a@b.example</a>',
      '[here](https://a.example/x) a@b.example',
    ],
    ['no link that a browser would run', '<a href="javascript:alert(1)">run</a>', 'run'],
    ['lists', '<ul><li>one</li><li>two<ol><li>inner</li></ol></li></ul>', '- one\n- two\n  1. inner'],
    [
      'quotes, nested',
      '<div>Yes.</div><blockquote>asked<blockquote>first</blockquote></blockquote>',
      'Yes.\n\n> asked\n>\n> > first',
    ],
    ['headings', '<h2>Title</h2><div>text</div>', '## Title\n\ntext'],
    [
      'nothing of styles, scripts, hidden text and images',
      '<head><style>p{}</style></head><script>x()</script><div style="display:none">pre<br><img>view</div><img src="http://t.example/p.gif">seen',
      'seen',
    ],
    [
      'signs of Markdown as the signs they are',
      '<p>2 * 3 * 4, [x], snake_case, _x_</p><p># one</p><p>1. two</p>',
      '2 \\* 3 \\* 4, \\[x\\], snake_case, \\_x\\_\n\n\\# one\n\n1\\. two',
    ],
    ['code', '<pre>a  b\n  c</pre>', '```\na  b\n  c\n```'],
    ['divs as lines, as mail programs write them', '<div>Hello,</div><div><br></div><div>bye</div>', 'Hello,\n\nbye'],
  ];
  for (const [name, html, markdown] of cases) {
    it(`keeps ${name}`, () => assert.equal(htmlToMarkdown(html), markdown));
  }

  it('takes any input, and deep nesting, in little time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        (html) => typeof htmlToMarkdown(`<p>${html}`) === 'string',
      ),
    );
    const before = process.threadCpuUsage();
    for (const tag of ['blockquote', 'ul', 'div', 'b', 'a href="https://a.example"', 'pre']) {
      htmlToMarkdown(`<${tag}>deep `.repeat(20_000));
    }
    assert.ok(process.threadCpuUsage(before).user < 3_000_000);
  });
});
