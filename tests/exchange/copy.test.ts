import { describe, expect, it } from 'vitest';
import { copyPage, CopyError } from '../../src/exchange/copy.ts';
import { pageText } from '../../src/exchange/page.ts';
import type { PageParts } from '../../src/exchange/page.ts';
import { writeNotesFile } from '../../src/notes/file.ts';
import { about, rev } from '../notes/sample.ts';
import { page } from './notesSample.ts';

const notes = writeNotesFile(
  [rev({ body: { type: 'text', value: '</script><!-- $& $1 <script> \u2028' } })],
  about
);

/** Takes a page's text apart as a parser does: one part a line, raw text in scripts and styles. */
function parsed(html: string): PageParts {
  const read = (part: string) =>
    [...part.matchAll(/^<!--(.*)-->$|^<(\w+)([^>]*)>(?:([\s\S]*?)<\/\2>)?$/gm)].map((match) => {
      const [, comment, tag = '', attributes = '', text = ''] = match;
      if (comment !== undefined) return { comment };
      const plain = (value: string) =>
        value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
      const raw = tag === 'script' || tag === 'style';
      return {
        tag,
        attributes: [...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(
          ([, name = '', value = '']) => [name, plain(value)] as const
        ),
        text: raw ? text : plain(text)
      };
    });
  const [head = '', body = ''] = html.split('\n<body>\n');
  return { head: read(head.split('<head>\n')[1]!), body: read(body) };
}

describe('a saved copy', () => {
  const copy = copyPage(page(), notes);

  it('[NL20] is the page line by line, but for the first view and the block of notes', () => {
    const before = pageText(page()).split('\n');
    const after = copy.split('\n');
    const added = after.filter((line) => !before.includes(line));
    expect(before.filter((line) => !after.includes(line))).toEqual([
      '<div id="app" data-pack="abc">The first view</div>'
    ]);
    expect(added[0]).toMatch(/^<div id="app" data-pack="abc" class="undrawn">This is a copy/);
    expect(added[1]).toBe('<script type="application/json" id="notes">' + notes.split('\n')[0]);
    expect(copy.endsWith('<i id="end" hidden></i>\n</body>\n</html>\n')).toBe(true);
  });

  it('[NL21] of a copy has the same bytes, and other notes take the place of earlier ones', () => {
    expect(copyPage(parsed(copy), notes)).toBe(copy);
    const other = writeNotesFile([], about);
    expect(copyPage(parsed(copy), other)).toBe(copyPage(page(), other));
  });

  it('[NL22] lets no note end its block, and gives the notes back as they were', () => {
    const block = /<script type="application\/json" id="notes">([\s\S]*?)<\/script>/.exec(copy)![1]!;
    expect(block).not.toContain('<');
    expect(JSON.parse(block)).toEqual(JSON.parse(notes));
    expect(copy.match(/<\/script>/g)).toHaveLength(pageText(page()).match(/<\/script>/g)!.length + 1);
  });

  it('[NL23] leaves out scripts and styles that its policy does not know, such as an extension’s', () => {
    const { head, body } = page();
    const foreign = { tag: 'style', attributes: [], text: 'p { color: blue }' };
    const script = { tag: 'script', attributes: [], text: 'steal()' };
    expect(copyPage({ head: [...head, foreign], body: [...body, script] }, notes)).toBe(copy);
  });

  it('[NL26] refuses a page whose script was changed or is missing, and says what to do', () => {
    const { head, body } = page();
    const is = (part: PageParts['body'][number]) =>
      'tag' in part && part.attributes.some(([name, value]) => name === 'id' && value === 'start');
    const changed = body.map((part) => (is(part) ? { ...part, text: 'steal()' } : part));
    expect(() => copyPage({ head, body: changed }, notes)).toThrow(/script of the page was changed; open/);
    expect(() => copyPage({ head, body: body.filter((part) => !is(part)) }, notes)).toThrow(
      /“start” is missing/
    );
  });

  it('[NL26] is written in ASCII letters where the page was, so that its shell stays byte for byte', () => {
    const { head, body } = page();
    const title = { tag: 'title', attributes: [], text: 'Autumn · 15 %' } as const;
    expect(copyPage({ head: [...head, title], body }, notes)).toContain('<title>Autumn &#183; 15 %</title>');
  });

  it('[NL25] keeps a packed block, whose hash in the policy is that of what it unpacks to', () => {
    const { head, body } = page();
    const policy = (part: PageParts['head'][number]) =>
      JSON.parse(
        JSON.stringify(part).replace('; style-src', " 'sha256-unpacked='; style-src")
      ) as typeof part;
    const packed = { tag: 'script', attributes: [['type', 'text/plain']] as const, text: 'cGFja2Vk' };
    const parts = { head: head.map(policy), body: [...body.slice(0, -1), packed, body.at(-1)!] };
    expect(copyPage(parts, notes)).toContain('<script type="text/plain">cGFja2Vk</script>');
    expect(() => copyPage({ ...parts, body }, notes)).toThrow(CopyError);
  });

  it('[NL24] is refused where the page lacks a part, with how to mend it', () => {
    const { head, body } = page();
    const without = (what: string) => [
      head.filter((part) => !JSON.stringify(part).includes(what)),
      body.filter((part) => !JSON.stringify(part).includes(what))
    ];
    for (const what of [
      'let late',
      'let early',
      'color: red',
      'Content-Security',
      '"app"',
      '"briefing"',
      '"end"'
    ]) {
      const [h, b] = without(what);
      expect(() => copyPage({ head: h!, body: b! }, notes), what).toThrow(CopyError);
      expect(() => copyPage({ head: h!, body: b! }, notes), what).toThrow(/open the file anew/);
    }
  });
});
