import type { NotesHead } from '../../src/exchange/noteRows.ts';
import type { PageParts } from '../../src/exchange/page.ts';
import { createHash } from 'node:crypto';

/** The markings of the tests: five in order, whatever a house calls them. */
export const LIST = ['TLP:CLEAR', 'TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'];

export const head: NotesHead = {
  briefing: 'rare-earth-deals',
  title: 'Rare-earth deals',
  edition: '2025-11',
  publisher: 'A publisher',
  marking: 'No marking supplied by the source',
  highest: '',
  generator: 'Lodestone 0.1.0',
  record: (target) =>
    target.entity === 'us-jpn-framework'
      ? { title: 'The framework', sources: ['White House, Framework, 2025-10-28 (read in full text)'] }
      : undefined
};

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const element = (tag: string, attributes: [string, string][], text = '') => ({ tag, attributes, text });
const DATA: [string, string] = ['type', 'application/json'];

/** A small page of the shape that the build writes. */
export function page(): PageParts {
  const [early, style, code] = ['let early = "</p>";', 'p > a { color: red }', 'let late = 1 < 2 && "ä";'];
  const policy = `default-src 'none'; script-src ${hash(early)} ${hash(code)}; style-src ${hash(style)}`;
  return {
    head: [
      element('meta', [['charset', 'utf-8']]),
      { comment: ' A page. ' },
      element('meta', [
        ['http-equiv', 'Content-Security-Policy'],
        ['content', policy]
      ]),
      element('title', [], 'Deals & notes'),
      element('script', [], early),
      element('style', [], style)
    ],
    body: [
      element(
        'p',
        [
          ['id', 'incomplete'],
          ['role', 'alert']
        ],
        'Incomplete.'
      ),
      element(
        'div',
        [
          ['id', 'app'],
          ['data-pack', 'abc']
        ],
        'The first view'
      ),
      element('script', [DATA, ['id', 'briefing']], '{"a":"\\u003cb>"}'),
      element('script', [DATA, ['id', 'speaker-notes']], '{}'),
      element(
        'script',
        [
          ['type', 'text/plain'],
          ['id', 'start']
        ],
        code
      ),
      element('i', [
        ['id', 'end'],
        ['hidden', '']
      ])
    ]
  };
}
