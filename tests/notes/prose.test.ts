import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneLine, proseOf, runsOf, type Block, type Run } from '../../src/notes/prose.ts';
import { SEED, soak } from './sample.ts';

const t = (text: string): Run => ({ kind: 'text', text });

describe('the text of a note', () => {
  test('[N24] paragraphs end at an empty line and keep their own lines', () => {
    expect(proseOf('One\ntwo\n\nthree')).toEqual<Block[]>([
      { kind: 'paragraph', lines: [[t('One')], [t('two')]] },
      { kind: 'paragraph', lines: [[t('three')]] }
    ]);
    expect(proseOf('a\r\n\r\nb\rc')).toHaveLength(2);
  });

  test('[N24] bullets and numbers make lists, and a number keeps where it starts', () => {
    expect(proseOf('Why:\n- cost\n* time\n3. last\n4) end')).toEqual<Block[]>([
      { kind: 'paragraph', lines: [[t('Why:')]] },
      { kind: 'list', ordered: false, start: 1, items: [[t('cost')], [t('time')]] },
      { kind: 'list', ordered: true, start: 3, items: [[t('last')], [t('end')]] }
    ]);
    expect(proseOf('-40 % in a year')).toMatchObject([{ kind: 'paragraph' }]);
    expect(proseOf('2025. A bad year')).toMatchObject([{ kind: 'list', start: 2025 }]);
  });

  test('[N24] two stars stress, one does not, and none is an element', () => {
    expect(runsOf('so **very** bold ** not ** <b>no</b>')).toEqual([
      t('so '),
      { kind: 'strong', text: 'very' },
      t(' bold ** not ** <b>no</b>')
    ]);
  });

  test('[N24] a web address is told from the sentence round it', () => {
    expect(runsOf('See https://example.org/a?b=1, or (www.example.org).')).toEqual([
      t('See '),
      { kind: 'address', text: 'https://example.org/a?b=1' },
      t(', or ('),
      { kind: 'address', text: 'www.example.org' },
      t(').')
    ]);
  });

  test('[N25] characters that turn or hide text are shown by name', () => {
    expect(runsOf('pay \u202eDSU 001')).toEqual([
      t('pay '),
      { kind: 'control', text: '\u202e', name: 'right-to-left override' },
      t('DSU 001')
    ]);
    expect(oneLine('a\u200b**b**\n\nc')).toBe('a[zero width space]b c');
    const address = runsOf('https://example.org/\u202egpj.exe');
    expect(address.map((run) => run.kind)).toEqual(['address', 'control', 'address']);
  });

  test('[NP22] a text of nothing but hidden signs or full stops is read at once', () => {
    const started = performance.now();
    expect(runsOf('\u200ba'.repeat(10_000))).toHaveLength(20_000);
    const dots = '.'.repeat(19_900);
    expect(runsOf(`www.a.org${dots}b${dots}`)).toEqual([
      { kind: 'address', text: `www.a.org${dots}b` },
      t(dots)
    ]);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('[N24] no character but signs of structure is lost, whatever is typed', () => {
    const letters = fc.string({
      unit: fc.constantFrom(...'ab *-1.\n\u202ehttps://x.y'.split('')),
      maxLength: 60
    });
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ maxLength: 60 })), (text) => {
        const runs = proseOf(text)
          .flatMap((b) => (b.kind === 'list' ? b.items : b.lines))
          .flat();
        const shown = runs.map((run) => run.text).join('');
        const bare = (all: string) => all.replace(/[\s*\-•–.)\d]/gu, '');
        expect(bare(shown)).toBe(bare(text));
      }),
      { seed: SEED, numRuns: soak ? 20_000 : 500 }
    );
  });
});
