import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stateOn } from '../../src/model/asof.ts';
import { axisOf, dayOf, moveSpan, timeOf, wholeSpan, wholeTimeline, zoomSpan } from '../../src/time/axis.ts';
import { fittingTimeline, type About } from '../../src/time/fit.ts';
import { timelinePicture } from '../../src/time/picture.ts';
import { openPack } from '../../src/pack/pack.ts';
import { readSeeds, SEEDS } from '../../tools/seeds.ts';

const pack = openPack(readSeeds(SEEDS));
const WHOLE = wholeSpan(pack.events.flatMap((event) => [event.when.from, event.when.to]));
const NEAR = { from: '2025-09-01', to: '2025-12-15' };
const picture = (width: number, day = '2025-11-05', span = WHOLE, hideLater = false) =>
  timelinePicture(pack, span, width, day, {
    briefing: { asOf: pack.briefing.asOf, to: pack.briefing.when.to },
    hideLater
  });
const WIDTHS = [360, 600, 880, 1400];

describe('the span of the whole timeline', () => {
  const bare = { ...pack, events: [], deals: [], measures: [] };

  test('[GT2] without deals, events and measures it is some months round the briefing, and can be drawn', () => {
    const { from, to } = pack.briefing.when;
    const span = wholeTimeline(bare);
    expect(span.from < from && span.to > to).toBe(true);
    expect((timeOf(span.to) - timeOf(span.from)) / 86_400_000).toBeLessThan(400);
    const { axis, bars, marks } = timelinePicture(bare, span, 900, pack.briefing.asOf, {
      briefing: { asOf: pack.briefing.asOf, to },
      hideLater: false
    });
    expect([bars, marks]).toEqual([[], []]);
    expect(axis.ticks.length).toBeGreaterThan(2);
    expect(wholeTimeline({ ...bare, deals: pack.deals }).from <= pack.deals[0]!.when.from).toBe(true);
  });

  test('[GT2] with events it is theirs, with room at both ends', () => {
    expect(wholeTimeline(pack)).toEqual(WHOLE);
  });
});

describe('the timeline', () => {
  test('[D342] shows every event, control and deal once, or says that it lies outside', () => {
    for (const span of [WHOLE, NEAR]) {
      const shown = picture(900, '2025-11-05', span);
      const drawn = [...shown.marks, ...shown.bars.flatMap((bar) => bar.marks)].map(({ id }) => id);
      const events = pack.events.map((event) => event.id as string);
      const inSpan = pack.events.filter((e) => e.when.to >= span.from && e.when.from <= span.to);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(drawn.toSorted()).toEqual(inSpan.map((e) => e.id as string).toSorted());
      expect(events).toEqual(expect.arrayContaining(drawn));
      const bars = [...shown.bars.map(({ id }) => id), ...shown.outside];
      for (const { id } of [...pack.measures, ...pack.deals.filter((deal) => !deal.within)])
        expect(bars).toContain(id);
    }
  });

  test.each(WIDTHS)('[D41] labels at %d px overlap neither one another nor the edge', (width) => {
    for (const span of [WHOLE, NEAR]) {
      const { marks } = picture(width, '2025-11-05', span);
      const boxes = marks.map(({ title, label, y }) => {
        const text = Math.max(...label!.lines.map((line) => line.length)) * 6.1;
        const x0 = label!.anchor === 'start' ? label!.x : label!.x - text;
        return { title, x0, x1: x0 + text, y };
      });
      for (const [i, a] of boxes.entries()) {
        expect(a.x0).toBeGreaterThanOrEqual(-1);
        expect(a.x1).toBeLessThanOrEqual(width + 1);
        for (const b of boxes.slice(i + 1))
          if (Math.abs(a.y - b.y) < 14)
            expect(a.x0 < b.x1 && b.x0 < a.x1 ? `${a.title} on ${b.title}` : '').toBe('');
      }
    }
  });

  test.each(WIDTHS.filter((width) => width >= 860))(
    '[D49] no label at %d px lies over the line of the briefing, nor apart from its mark by it',
    (width) => {
      for (const span of [WHOLE, NEAR]) {
        const { marks, axis } = picture(width, '2025-11-05', span);
        const line = axis.x(pack.briefing.when.to);
        const over = marks.filter(({ x, label }) => {
          const text = Math.max(...label!.lines.map((line) => line.length)) * 6.1;
          const x0 = label!.anchor === 'start' ? label!.x : label!.x - text;
          return Math.min(x, x0) < line - 1 && Math.max(x, x0 + text) > line;
        });
        expect(over.map(({ title }) => title)).toEqual([]);
      }
    }
  );

  test('[D42] an imprecise date is a bracket over all the days it can mean, a day is a point', () => {
    const { marks, bars, axis } = picture(900);
    const all = [...marks, ...bars.flatMap((bar) => bar.marks)];
    for (const event of pack.events) {
      const mark = all.find(({ id }) => id === event.id)!;
      expect(mark.bracket !== undefined).toBe(event.when.from < event.when.to);
      if (mark.bracket) expect(mark.bracket.x0).toBe(axis.x(event.when.from));
    }
  });

  test('[D343] what was not yet known on the day is drawn back, and the switch hides it', () => {
    const shown = picture(900);
    expect(shown.bars.find(({ id }) => id === 'measure-2025-70')?.later).toBe(true);
    expect(shown.bars.find(({ id }) => id === 'measure-2025-18')?.later).toBe(false);
    const hidden = picture(900, '2025-11-05', WHOLE, true);
    expect(hidden.bars.some((bar) => bar.later)).toBe(false);
    expect(hidden.marks.some((mark) => mark.later)).toBe(false);
    expect(hidden.bars.flatMap((bar) => bar.segments).some((part) => part.ahead)).toBe(false);
  });

  test('[D84] a bar with an open beginning runs on to the left as "not known", and is not newborn', () => {
    const bar = picture(900, '2025-10-15').bars.find(({ id }) => id === 'measure-us-affiliates-rule')!;
    expect([bar.later, bar.open, bar.since]).toEqual([false, true, 'since before 30 Oct 2025']);
    expect(bar.segments.slice(0, 3).map(({ state, ahead }) => [state, ahead])).toEqual([
      ['not known', false],
      ['not known', true],
      ['in force', true]
    ]);
    expect(bar.segments[0]!.x0).toBe(290);
    expect(bar.sentence).toContain(': not known on 15 October 2025; in force since before 30 October 2025, ');
  });

  test('[D85] "since" is the beginning of the state that is shown, not of the first one', () => {
    const tariff = (day: string, from: string) =>
      picture(600, day, { from, to: '2025-12-15' }).bars.find(
        ({ id }) => id === 'measure-us-car-tariff-japan'
      )!;
    expect(tariff('2025-11-05', '2025-10-01').since).toBe('since 16 Sep 2025');
    expect(tariff('2025-09-10', '2025-09-06').since).toBe('since 4 Sep 2025');
    expect([tariff('2025-11-05', '2025-09-06').since, tariff('2025-11-05', '2025-09-06').open]).toEqual([
      undefined,
      true
    ]);
  });

  test('[D82] a day that was announced is still to come until it comes, in words as in the picture', () => {
    const told = (day: string, id: string) => {
      const { marks, bars } = picture(900, day);
      const mark = [...marks, ...bars.flatMap((bar) => bar.marks)].find((one) => one.id === id)!;
      return [mark.ahead, mark.later, mark.sentence];
    };
    expect(told('2025-12-01', 'event-2026-11-10-suspension-ends')).toEqual([
      true,
      false,
      'Last day of the suspension, 10 November 2026; still to come on 1 December 2025.'
    ]);
    expect(told('2025-11-05', 'event-2025-12-01-rule-due')).toEqual([
      true,
      false,
      'Day on which No. 61 was due for foreign-made goods, 1 December 2025; still to come on 5 November 2025.'
    ]);
    expect(told('2025-12-01', 'event-2025-12-01-rule-due').slice(0, 2)).toEqual([false, false]);
    expect(told('2025-10-08', 'event-2025-12-01-rule-due')[2]).toContain('; not yet known on 8 October');
  });

  test('[D344] a bar is cut at the day: behind it what was, ahead what was not yet', () => {
    const bar = picture(900).bars.find(({ id }) => id === 'measure-2025-57')!;
    expect(bar.segments.map(({ state, ahead }) => `${state}${ahead ? ' ahead' : ''}`)).toEqual([
      'announced',
      'announced ahead',
      'suspended ahead',
      'not known ahead'
    ]);
    expect(bar.sentence).toBe(
      'Control on five more rare earths: announced on 5 November 2025; announced from 9 October 2025, suspended from 7 November 2025, not known from 11 November 2026.'
    );
  });

  test('[D45] rows are 24 px apart or more, so that each can be hit', () => {
    for (const width of WIDTHS) {
      const ys = picture(width)
        .bars.map((bar) => bar.y)
        .toSorted((a, b) => a - b);
      ys.slice(1).forEach((y, i) => expect(y - ys[i]!).toBeGreaterThanOrEqual(24));
    }
  });
});

describe('the axis', () => {
  test('[D46] gives the day at a place, and the place of a day', () => {
    const axis = axisOf(NEAR, 290, 900);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 105 }), (n) => {
        const day = dayOf(timeOf(NEAR.from) + n * 86_400_000);
        expect(axis.day(axis.x(day))).toBe(day);
      })
    );
  });

  test.each(WIDTHS)('[D47] ticks at %d px never crowd', (width) => {
    for (const span of [WHOLE, NEAR, { from: '2025-10-20', to: '2025-11-15' }]) {
      const xs = axisOf(span, 0, width)
        .ticks.map(({ x }) => x)
        .toSorted((a, b) => a - b);
      xs.slice(1).forEach((x, i) => expect(x - xs[i]!).toBeGreaterThan(38));
    }
  });

  test.each(WIDTHS)(
    '[D59] labels at %d px are centred on their ticks, never overlap or leave the picture, and the year is always told',
    (width) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 0, max: 1100 }),
          fc.integer({ min: 21, max: 1500 }),
          fc.constantFrom(0, 290),
          (start, days, left) => {
            if (width - left < 250) return;
            const from = dayOf(timeOf('2024-01-01') + start * 86_400_000);
            const to = dayOf(timeOf(from) + days * 86_400_000);
            const { ticks } = axisOf({ from, to }, left, width);
            const boxes = ticks
              .filter(({ label }) => label)
              .map(({ at, label }) => ({ x0: at - label.length * 3.2, x1: at + label.length * 3.2 }))
              .toSorted((a, b) => a.x0 - b.x0);
            boxes.slice(1).forEach(({ x0 }, i) => expect(x0 - boxes[i]!.x1).toBeGreaterThan(2));
            for (const { x0, x1 } of boxes)
              expect([x0 >= left - 0.01, x1 <= width + 0.01]).toEqual([true, true]);
            for (const { x, at, label } of ticks)
              expect(Math.abs(x - at)).toBeLessThanOrEqual(
                Math.max(0, label.length * 3.2 - (x - left), label.length * 3.2 - (width - x)) + 0.01
              );
            expect(ticks.some(({ label }) => /20\d\d/.test(label))).toBe(true);
          }
        )
      );
    }
  );

  test('[D101] the first month in sight tells its year where the next year is far enough away', () => {
    const first = (width: number) =>
      axisOf({ from: '2025-10-08', to: '2026-11-30' }, 0, width).ticks.find(({ label }) => label)?.label;
    expect([first(1000), first(620)]).toEqual(['Nov 2025', 'Nov']);
  });

  test('[D48] zooming keeps the day it is about, moving keeps the length, and neither leaves its limits', () => {
    const limits = { from: '2024-01-01', to: '2027-12-31' };
    const closer = zoomSpan(NEAR, 0.5, '2025-11-05', limits);
    expect(closer.from > NEAR.from && closer.to < NEAR.to).toBe(true);
    expect(zoomSpan(NEAR, 100, '2025-11-05', limits)).toEqual(limits);
    const moved = moveSpan(NEAR, -5000, limits);
    expect(moved.from).toBe(limits.from);
    expect(timeOf(moved.to) - timeOf(moved.from)).toBe(timeOf(NEAR.to) - timeOf(NEAR.from));
  });
});

describe('a timeline for a wall', () => {
  const options = { briefing: { asOf: pack.briefing.asOf, to: pack.briefing.when.to }, hideLater: false };
  const DAY = '2025-11-05';
  const fitted = (height: number, about: About = 'changes') =>
    fittingTimeline(pack, WHOLE, { width: 1000, height }, DAY, { ...options, about });
  const controls = (height: number) =>
    fitted(height)
      .picture.bars.map(({ id }) => id)
      .filter((id) => pack.measures.some((measure) => measure.id === id));

  test('[D89] leaves nothing out where there is room, then deals, other lanes, and control after control, and counts them', () => {
    const all = fitted(10_000);
    expect(all.left).toBe(0);
    const heights = [1200, 900, 700, 500, 400, 300, 220];
    const seen = heights.map((height) => fitted(height));
    for (const [i, { picture: drawn, left }] of seen.entries()) {
      const empty = controls(heights[i]!).length === 0;
      expect(drawn.height <= heights[i]! || empty).toBe(true);
      if (i) expect(left).toBeGreaterThanOrEqual(seen[i - 1]!.left);
    }
    expect(seen.at(-1)!.left).toBeGreaterThan(0);
    // What is kept on a lower wall is on every higher one too.
    for (let i = 1; i < heights.length; i += 1)
      expect(controls(heights[i - 1]!)).toEqual(expect.arrayContaining(controls(heights[i]!)));
  });

  test('[D93] keeps the controls in force longest where the headline counts them, and what happened to them shorter', () => {
    const inForce = pack.measures.filter(({ states }) => stateOn(states, DAY).state === 'in force');
    const bars = (height: number) => fitted(height, 'in force').picture.bars.map(({ id }) => id);
    expect(inForce.length).toBeGreaterThan(4);
    for (const height of [10_000, 900, 700, 500, 400, 300]) {
      const { picture: drawn, left, leftInForce } = fitted(height, 'in force');
      const shown = bars(height).filter((id) => inForce.some((measure) => measure.id === id));
      const others = bars(height).length - shown.length;
      // Nothing else stands where one of them is missing.
      if (shown.length < inForce.length) expect([others, drawn.marks.length]).toEqual([0, 0]);
      expect(leftInForce).toBe(inForce.length - shown.length);
      expect(left).toBeGreaterThanOrEqual(leftInForce);
      if (height >= 700) expect(shown).toHaveLength(inForce.length);
    }
  });
});
