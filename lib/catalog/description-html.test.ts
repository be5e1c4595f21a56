import { expect, test } from 'vitest';
import { descriptionHtml } from './description-html.ts';

test('Markdown becomes text with paragraphs, emphasis, lists and links', () => {
  const html = descriptionHtml('One *two* **three**.\n\n- a\n- b\n\n[home](https://example.org/)');
  expect(html).toContain('<p>One <em>two</em> <strong>three</strong>.</p>');
  expect(html).toContain('<li>a</li>');
  expect(html).toContain('<a href="https://example.org/" rel="nofollow ugc noopener">home</a>');
});

test('headings stay below those of the page', () => {
  expect(descriptionHtml('# Loud')).toBe('<h3>Loud</h3>\n');
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<p onclick="alert(1)" style="position:fixed">x</p>',
  '<iframe src="https://example.org"></iframe>',
  '[x](javascript:alert(1))',
  '<a href="&#106;avascript:alert(1)">x</a>',
  '[x](//example.org)',
  '<svg><a xlink:href="javascript:alert(1)">x</a></svg>',
])('%s loses what could run or load', (markdown) => {
  const html = descriptionHtml(markdown);
  expect(html).not.toMatch(/<(script|img|iframe|svg|style)|on\w+=|style=|javascript:|"\/\//i);
});
