import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import vm from 'node:vm';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { flowSvg } from '../../src/exchange/flowSvg.ts';
import type { Deck, Shape } from '../../src/exchange/slide.ts';
import { slideDeck } from '../../src/exchange/slides.ts';
import { flowPicture } from '../../src/flow/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';
import { slideMaker } from '../../tools/slidemaker.ts';

const pack = openPack(readSeeds(SEEDS));
const lens = pack.lenses[0]!;
const tones = new Map(pack.places.map((place) => [place.id as string, place.tone]));
const picture = flowSvg(
  flowPicture(lens, { width: 1100, height: 500 }, (place) => String((place && tones.get(place)) || 0)),
  null
);
const deck: Deck = slideDeck(
  pack,
  [
    {
      title: 'Who mines, who refines & who uses “rare earths”',
      caption: 'A caption\u000bfor the room\u0001.',
      notes: 'Said by the speaker <only>,\u000bin two lines\u0007 and \u202ebackwards.',
      about: 'Solid: observed.',
      picture,
      sources: lens.flows.flatMap((flow) => flow.ground.sources)
    },
    { title: 'Judgements', caption: '', notes: '', about: '', points: ['One.', 'Two.'], sources: [] }
  ],
  '2025-11-05'
);
let files: Record<string, string> = {};
let bytes: Uint8Array;
const slide = (n: number) => files[`ppt/slides/slide${n}.xml`]!;

beforeAll(async () => {
  const { code } = await slideMaker();
  // As in the page, with less to reach: no document, no window, no node.
  const box = vm.createContext({ console, TextEncoder }) as {
    lodestoneSlides?: (d: Deck) => Promise<Uint8Array>;
  };
  vm.runInContext(code, box);
  bytes = await box.lodestoneSlides!(deck);
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, data]) => [name, strFromU8(data)]));
}, 120_000);

/** Names of all elements that open and are never closed, or close and were never opened. */
function unbalanced(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, alone] of xml.matchAll(/<(\/?)([\w:]+)(?:"[^"]*"|[^">])*?(\/?)>/g)) {
    if (alone) continue;
    if (!close) open.push(name!);
    else if (open.pop() !== name) return [name!];
  }
  return open;
}
const count = (xml: string, text: string) => xml.split(text).length - 1;

describe('the deck as a file', () => {
  test('[X40] is a zip whose every part is listed, well formed and reached', () => {
    const types = files['[Content_Types].xml']!;
    for (const [name, xml] of Object.entries(files)) {
      expect(unbalanced(xml), name).toEqual([]);
      expect(xml, name).not.toMatch(/undefined|NaN|\[object/);
      if (/^ppt\/(slides|notesSlides|slideMasters)\/[^_]/.test(name)) expect(types).toContain(`/${name}`);
    }
    for (const [name, xml] of Object.entries(files).filter(([path]) => path.endsWith('.rels'))) {
      const folder = name.replace(/_rels\/[^/]*$/, '');
      for (const [, target] of xml.matchAll(/Target="([^"]+)"/g)) {
        const path = new URL(target!, `file:///${folder}`).pathname.slice(1);
        expect(Object.keys(files), `${name} → ${target}`).toContain(path);
      }
      expect(xml).not.toContain('TargetMode="External"');
    }
  });

  test('[X98] holds no control that a file of this kind forbids, and shows by its code what nobody sees', () => {
    for (const [name, text] of Object.entries(files))
      if (/\.(xml|rels)$/.test(name))
        // eslint-disable-next-line no-control-regex -- controls are what is looked for
        expect(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/.test(text), name).toBe(false);
    expect(slide(2)).toContain('⟦U+0001⟧');
    const notes = files['ppt/notesSlides/notesSlide2.xml']!;
    for (const part of ['⟦U+0007⟧', '⟦U+202E⟧', 'in two lines']) expect(notes).toContain(part);
  });

  test('[X41] has a slide for each of the deck, numbered shapes and no two with one number', () => {
    expect(Object.keys(files).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(
      deck.slides.length
    );
    for (let n = 1; n <= deck.slides.length; n++) {
      const ids = [...slide(n).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  test('[X42] ribbons are freeforms with curves, bars are rectangles, labels text, textures patterns', () => {
    const of = (kind: Shape['kind']) => deck.slides[1]!.shapes.filter((shape) => shape.kind === kind);
    expect(count(slide(2), '<a:custGeom>')).toBe(of('outline').length);
    expect(count(slide(2), '<a:cubicBezTo>')).toBeGreaterThan(2 * lens.flows.length - 1);
    expect(count(slide(2), 'prst="rect"')).toBeGreaterThanOrEqual(of('bar').length);
    const textured = deck.slides[1]!.shapes.filter((shape) => 'paint' in shape && shape.paint.texture);
    expect(textured.length).toBeGreaterThan(2);
    expect(count(slide(2), '<a:pattFill ')).toBe(textured.length);
    expect(slide(2)).not.toMatch(/[‹›]/);
    for (const site of lens.sites) expect(slide(2)).toContain(site.name.replace('&', '&amp;'));
  });

  test('[X43] every slide says the marking twice, its number and the edition; tables are tables; notes stand beside their slide', () => {
    deck.slides.forEach((one, i) => {
      expect(count(slide(i + 1), `<a:t>${pack.briefing.marking}</a:t>`)).toBe(2);
      expect(slide(i + 1)).toContain(`${i + 1} / ${deck.slides.length}`);
      const tables = one.shapes.filter((shape) => shape.kind === 'table');
      expect(count(slide(i + 1), '<a:tbl>')).toBe(tables.length);
    });
    expect(Object.values(files).join('')).toContain('Sources (1 of');
    expect(files['ppt/notesSlides/notesSlide2.xml']).toContain('Said by the speaker &lt;only&gt;,');
    expect(Object.values(files).filter((xml) => xml.includes('Said by the speaker'))).toHaveLength(1);
  });

  test('[X44] nothing lies outside its slide', () => {
    for (const { title, shapes } of deck.slides)
      for (const shape of shapes)
        if (shape.kind === 'outline')
          for (const step of shape.steps)
            if (step.to !== 'close') {
              expect(step.x, title).toBeGreaterThanOrEqual(0);
              expect(step.x, title).toBeLessThanOrEqual(1280);
              expect(step.y, title).toBeLessThanOrEqual(720);
            }
  });

  test('[X45] the same deck gives the same bytes but for the hour inside', () => {
    const stamped = Object.keys(files).filter((name) => /<dcterms:(created|modified)/.test(files[name]!));
    expect(stamped).toEqual(['docProps/core.xml']);
  });
});

const office = spawnSync('soffice', ['--version'], { encoding: 'utf8' }).status === 0;
const poppler = spawnSync('pdftotext', ['-v']).error === undefined;

describe.runIf(office && poppler)('the deck in LibreOffice', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lodestone-deck-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('[X46] opens, keeps every slide, and shows every title, caption, label and the marking on each page', () => {
    writeFileSync(join(folder, 'deck.pptx'), bytes);
    const home = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    execFileSync(
      'soffice',
      [home, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'deck.pptx')],
      {
        timeout: 150_000,
        stdio: 'pipe'
      }
    );
    const text = execFileSync('pdftotext', ['-layout', join(folder, 'deck.pdf'), '-'], { encoding: 'utf8' });
    const pages = text.split('\f').slice(0, -1);
    expect(pages).toHaveLength(deck.slides.length);
    for (const page of pages) expect(count(page, pack.briefing.marking)).toBe(2);
    const plain = (words: string) => words.replace(/\s+/g, ' ');
    expect(plain(pages[1]!)).toContain(plain(deck.slides[1]!.title));
    for (const site of lens.sites) expect(plain(pages[1]!)).toContain(site.name);
    for (const deal of pack.deals)
      expect(plain(pages.slice(3).join(' ')).replace(/ /g, '')).toContain(deal.title.split(' ')[0]!);
    expect(readFileSync(join(folder, 'deck.pdf')).byteLength).toBeGreaterThan(20_000);
  }, 180_000);
});

test.runIf(!office || !poppler)(
  '[X46] LibreOffice is not on this machine: the zip was checked by itself',
  () => {
    expect(Object.keys(files).length).toBeGreaterThan(20);
  }
);
