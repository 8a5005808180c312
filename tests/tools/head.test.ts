// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { headMarkup, textMarkup } from '../../tools/head.ts';

const POLICY = "default-src 'none'";
const HOSTILE = [
  '--><script>pwned=1</script>',
  '--!><script>pwned=1</script>',
  '</title><script>pwned=1</script>',
  '<!-- --> --',
  '"><img src=x onerror=pwned=1>',
  "' & &lt;b&gt; $& $'",
  '> ->'
];

const read = (html: string) => new DOMParser().parseFromString(html, 'text/html');

/** The document that a browser makes of a head with such a title and edition. */
const documentOf = (title: string, edition: string) =>
  read(
    `${headMarkup({ title, edition, version: '1', cut: 'a{}', policy: POLICY, style: 'b{}', script: 'c()' })}
<body></body>
</html>
`
  );

test.each(HOSTILE)('[GT1] a title and an edition “%s” are text in the html and nothing else', (hostile) => {
  const page = documentOf(hostile, hostile);
  expect(page.title).toBe(`${hostile} · Lodestone`.trim().replace(/\s+/g, ' '));
  expect(page.body.children).toHaveLength(0);
  expect([...page.head.children].map(({ localName }) => localName)).toEqual([
    'meta',
    'style',
    'meta',
    'meta',
    'meta',
    'title',
    'style',
    'script'
  ]);
  expect(page.querySelector('script')?.textContent).toBe('c()');
  expect(page.querySelector('[http-equiv]')?.getAttribute('content')).toBe(POLICY);
  const comments = [...page.head.childNodes].filter((node) => node.nodeName === '#comment');
  expect(comments).toHaveLength(1);
  expect(comments[0]?.textContent).toMatch(/Open it in a browser by double click\. $/);
});

test('[GT1] a text as markup is in ASCII letters and is read as itself', () => {
  for (const text of [...HOSTILE, 'Søknad “15 %” · 稀土 🌍']) {
    const markup = textMarkup(text);
    expect(markup).toMatch(/^[ -~]*$/);
    expect(read(`<p>${markup}</p>`).querySelector('p')).toHaveProperty('textContent', text);
  }
});
