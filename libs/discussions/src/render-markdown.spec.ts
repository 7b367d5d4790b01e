import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { renderMarkdown } from './render-markdown.js';

const file = '0193b7a4-7f1e-7c3c-9a55-0e6b5d1f2a3b';

describe('Markdown of posts', () => {
  it('has tables, task lists, strikethrough and links that find themselves', () => {
    const table = renderMarkdown('| City | Year |\n|:--|--:|\n| Graz | 2001 |');
    assert.match(table, /<th style="text-align:left">City<\/th>/);
    assert.match(table, /<td style="text-align:right">2001<\/td>/);
    const tasks = renderMarkdown('- [x] invite\n- [ ] **agenda**\n- [y] neither');
    assert.match(tasks, /<label class="task"><input type="checkbox" disabled checked \/> invite<\/label>/);
    assert.match(tasks, /<label class="task"><input type="checkbox" disabled \/> <strong>agenda<\/strong><\/label>/);
    assert.match(tasks, /<li>\[y\] neither<\/li>/);
    assert.equal(renderMarkdown('~~no~~'), '<p><s>no</s></p>\n');
    assert.equal(
      renderMarkdown('see https://example.org/a?b=1&c=2'),
      '<p>see <a href="https://example.org/a?b=1&amp;c=2" rel="nofollow ugc noopener noreferrer">https://example.org/a?b=1&amp;c=2</a></p>\n',
    );
  });

  it('shows raw HTML instead of obeying it', () => {
    const html = renderMarkdown('<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <b onclick="x()">b</b>');
    assert.doesNotMatch(html, /<script|<img|<b[ >]/);
    assert.match(html, /&lt;script&gt;/);
  });

  it('has no links that run, in any spelling', () => {
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'java&#10;script:alert(1)',
      '&#x6A;avascript:alert(1)',
      'vbscript:x',
      'data:text/html,<script>alert(1)</script>',
      'data:image/svg+xml,<svg onload=alert(1)>',
      '//evil.example/x',
      'file:///etc/passwd',
    ]) {
      for (const markdown of [`[a](${href})`, `[a](<${href}>)`, `![a](${href})`, `[a][1]\n\n[1]: ${href}`]) {
        const html = renderMarkdown(markdown);
        assert.doesNotMatch(html, /(href|src)="(?!https?:|mailto:|\/files\/)[^"]*:/i, `${markdown} → ${html}`);
        assert.doesNotMatch(html, /(href|src)="\/\//i, `${markdown} → ${html}`);
      }
    }
  });

  it('lets no title or label break out of its attribute', () => {
    const html = renderMarkdown(
      '[a](https://example.org "x\\" onmouseover=\\"alert(1)") ![" onerror="alert(1)](https://example.org/i.png)',
    );
    assert.doesNotMatch(html.replace(/="[^"]*"/g, ''), /<[^>]*\son\w+/);
    assert.match(html, /title="x&quot; onmouseover/);
  });

  it('turns images from elsewhere into links and loads those given to us', () => {
    assert.equal(
      renderMarkdown('![A map](https://tracker.example/pixel.png)'),
      '<p><a href="https://tracker.example/pixel.png" class="remote-image" rel="nofollow ugc noopener noreferrer">A map</a></p>\n',
    );
    const own = `<p><img src="/files/${file}" alt="A map" loading="lazy" /></p>\n`;
    assert.equal(renderMarkdown(`![A map](https://gemina.example/files/${file})`, 'https://gemina.example'), own);
    assert.equal(renderMarkdown(`![A map](/files/${file})`), own);
    for (const other of ['/files/../graphql', '/unsubscribe?token=1', `//evil.example/files/${file}`]) {
      assert.doesNotMatch(renderMarkdown(`![x](${other})`), /<img/, other);
    }
  });

  it('takes what is nested without end in good time', () => {
    const started = performance.now();
    for (const text of [
      '>'.repeat(50_000),
      '['.repeat(50_000),
      '*a **a '.repeat(10_000),
      '- '.repeat(30_000),
      '`'.repeat(50_000),
    ]) {
      assert.ok(renderMarkdown(text).length < 2_000_000);
    }
    assert.ok(performance.now() - started < 5_000, `${performance.now() - started} ms`);
  });
});
