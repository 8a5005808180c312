import { describe, expect, test } from 'vitest';
import { BOUNDARIES, mapSvg } from '../../src/exchange/mapSvg.ts';
import { timelineSvg } from '../../src/exchange/timelineSvg.ts';
import { Subject } from '../../src/model/deal.ts';
import { mapPicture } from '../../src/geo/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { wholeSpan } from '../../src/time/axis.ts';
import { timelinePicture } from '../../src/time/picture.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const DAY = '2025-11-05';
const caption = {
  title: 'A & B',
  subtitle: `as of ${DAY}`,
  sources: 'Sources: one.',
  notes: [BOUNDARIES],
  marking: 'MARKED'
};
const land = {
  places: { CHN: 'M0 0l9 9z' },
  borders: 'M0 0l1 1',
  graticule: 'M0 0l2 2',
  sphere: 'M0 0l3 3z'
};
const view = { x0: 100, y0: 0, x1: 700, y1: 400 };
const picture = mapPicture('pacific', pack.deals, pack.places, DAY, 600 / 1180, view);
const map = mapSvg(picture, { land, parties: ['CHN'], view, width: 1180 }, caption);
const marks = timelinePicture(pack, wholeSpan(pack.events.map((e) => e.when.from)), 1180, DAY, {
  briefing: { asOf: DAY, to: pack.briefing.when.to },
  hideLater: false
});
const time = timelineSvg(
  marks,
  { chosen: DAY, briefing: pack.briefing.when.to, after: 'after the briefing' },
  caption
);

const subjects = (drawn: readonly { subject?: Subject }[]) =>
  new Set(drawn.flatMap(({ subject }) => subject ?? []));

describe.each([
  ['map', map, subjects([...picture.arcs, ...picture.pointers])],
  ['timeline', time, subjects(marks.bars)]
])('the %s that is taken along', (_name, { svg, width, height }, drawn) => {
  test('[X20] holds only shapes and text: no script, link, style or address but the name of its own format', () => {
    const elements = [...new Set([...svg.matchAll(/<([a-zA-Z]+)/g)].map((m) => m[1]))].sort();
    const allowed = ['circle', 'clipPath', 'g', 'path', 'rect', 'svg', 'text', 'title'];
    expect(elements.filter((name) => !allowed.includes(name!))).toEqual([]);
    expect(svg).not.toMatch(/\sstyle=|href|\son[a-z]+=|https?:(?!\/\/www\.w3\.org\/2000\/svg)|undefined|NaN/);
  });

  test('[X21] carries title, day, sources, legend and the marking at top and bottom', () => {
    expect(svg).toContain('A &amp; B');
    expect(svg).toContain(DAY);
    expect(svg).toContain('Sources: one.');
    expect(drawn.size).toBeGreaterThan(2);
    for (const subject of Subject.options)
      expect(svg.includes(`>${subject}</text>`), subject).toBe(drawn.has(subject));
    expect(svg.split('MARKED').length - 1).toBe(2);
    expect([width, height].every((size) => size > 300)).toBe(true);
  });
});

test('[X22] the map draws every arc, with its letter, every place, and the sentence on boundaries on the map itself', () => {
  for (const { id, letter } of picture.arcs) {
    const arc = map.svg.split(`data-arc="${id}"`)[1]!.split('</g>')[0]!;
    expect(/font-weight="bold"/.test(arc)).toBe(letter !== null);
  }
  for (const spot of picture.spots.filter((each) => !each.unlabelled))
    expect(map.svg).toContain(`>${spot.name}</text>`);
  expect(map.svg.split(BOUNDARIES).length - 1).toBe(2);
});

test('[X23] the timeline draws every bar and every mark, and the chosen day', () => {
  for (const bar of marks.bars) expect(time.svg).toContain(`data-bar="${bar.id}"`);
  for (const mark of marks.marks) expect(time.svg).toContain(`data-event="${mark.id}"`);
  expect(time.svg).toContain('>5 Nov 2025</text>');
  expect(time.svg).toContain('>after the briefing</text>');
});

describe('a timeline of controls alone', () => {
  const controls = { deals: [], events: [], measures: pack.measures.filter((one) => one.place === 'CHN') };
  const drawn = (letter?: number) =>
    timelinePicture(controls, { from: '2025-10-01', to: '2025-12-15' }, 1100, DAY, {
      briefing: { asOf: DAY, to: pack.briefing.when.to },
      hideLater: true,
      ...(letter ? { letter } : {})
    });
  const days = { chosen: DAY, briefing: pack.briefing.when.to, after: 'after' };

  test('[X24] explains no subject, and no state that does not occur', () => {
    const { svg } = timelineSvg(drawn(), days, null);
    for (const words of ['in force', 'announced or pledged']) expect(svg).toContain(`>${words}</text>`);
    for (const words of ['agreed or signed', 'suspended', ...Subject.options])
      expect(svg).not.toContain(`>${words}</text>`);
    expect([time.svg, svg].map((one) => one.includes('>fainter: after the chosen day</text>'))).toEqual([
      true,
      false
    ]);
  });

  test('[X25] has room for the longest name beside the bars, whichever face draws it', () => {
    const picture = drawn(7);
    expect(picture.left).toBeGreaterThan(Math.max(...picture.bars.map(({ title }) => title.length)) * 7);
    for (const { segments } of picture.bars)
      for (const { x1 } of segments) expect(x1).toBeGreaterThan(picture.left);
    expect(drawn().left).toBe(290);
  });
});
