import { siteGround, siteOf, siteTotals, stageShare } from '../flow/figures.ts';
import type { ShownFlow } from '../flow/shown.ts';
import { compareYears, measuredChange, type YearRow } from '../flow/years.ts';
import type { Flow, Lens, Site } from '../model/lens.ts';
import { waysOf } from '../model/way.ts';

/** A row of the flows' table, as text and numbers, for CSV and the clipboard. */
export type FlowRow = {
  id: string;
  from: string;
  fromStage: string;
  to: string;
  toStage: string;
  value: number;
  kind: string;
  source: string;
};

/** The rows of the table twin: the shown flows in their order, with their stages, kind and sources. */
export function flowRows(
  lens: Lens,
  flows: readonly ShownFlow[],
  publisher: (source: string) => string
): FlowRow[] {
  const site = (id: string) => siteOf(lens, id);
  const stage = (id: string) => lens.stages.find((s) => s.id === site(id)?.stage)?.heading ?? '';
  const owned = new Map<string, Flow>(lens.flows.map((flow) => [flow.id, flow]));
  const ways = new Map<string, Flow>(waysOf(lens).map((way) => [way.id, way]));
  return flows.map((flow) => {
    const own = owned.get(flow.id);
    const sources = (own ?? ways.get(flow.id))?.ground.sources ?? [];
    const publishers = [...new Set(sources.map(publisher))].join('; ');
    return {
      id: flow.id,
      from: site(flow.from)?.full ?? flow.from,
      fromStage: stage(flow.from),
      to: site(flow.to)?.full ?? flow.to,
      toStage: stage(flow.to),
      value: flow.value,
      kind: flow.kind,
      source: own ? publishers : `split in proportion from ${publishers}`
    };
  });
}

/** A place of the flows as a row: what it handles, its share of its stage where that is a whole of something, and on what evidence. */
export type SiteRow = {
  id: string;
  name: string;
  stage: string;
  value: number;
  share: { share: number; of: string } | null;
  kind: string;
  source: string;
};

/** The rows of the places in a picture, stage by stage as the lens has them, the largest of a stage first. */
export function siteRows(
  lens: Lens,
  sites: readonly Site[],
  publisher: (source: string) => string
): SiteRow[] {
  return lens.stages.flatMap((stage) =>
    sites
      .filter((site) => site.stage === stage.id)
      .map(({ id, full }) => {
        const { kind, sources } = siteGround(lens, id);
        return {
          id,
          name: full,
          stage: stage.heading,
          value: siteTotals(lens, id).through,
          share: stageShare(lens, id),
          kind,
          source: [...new Set(sources.map(publisher))].join('; ')
        };
      })
      .toSorted((a, b) => b.value - a.value)
  );
}

/** The rows of flows as cells, with a line of headings; `after` adds what is left after a shock. */
export function flowCells(
  lens: Lens,
  rows: readonly FlowRow[],
  after?: Readonly<Record<string, number>>
): (string | number)[][] {
  const head = ['From', 'From stage', 'To', 'To stage', `${lens.unit}, ${lens.year}`, 'Kind', 'Source'];
  const round = (value: number) => Math.round(value * 100) / 100;
  return [
    after ? [...head, `Left if nobody adapts, ${lens.unit}`] : head,
    ...rows.map((row) => [
      row.from,
      row.fromStage,
      row.to,
      row.toStage,
      round(row.value),
      row.kind,
      row.source,
      ...(after ? [round(after[row.id] ?? row.value)] : [])
    ])
  ];
}

/** Two years of one material, a row a link, as cells with a line of headings; a year that does not report a link leaves its cells empty. The change is what the screen says: a number and the ends of its range, or why there is none. */
export function yearCells(
  first: Lens,
  second: Lens,
  publisher: (source: string) => string
): (string | number)[][] {
  const name = (id: string) => [...first.sites, ...second.sites].find((site) => site.id === id)?.full ?? id;
  const round = (value: number) => Math.round(value * 100) / 100;
  const percent = (share: number) => Math.round(share * 1000) / 10;
  const change = (row: YearRow) => {
    const found = measuredChange(row);
    return typeof found === 'string'
      ? [found, '', '']
      : [percent(found.share), percent(found.least), percent(found.most)];
  };
  const said = (flow: Lens['flows'][number] | undefined): (string | number)[] =>
    flow
      ? [round(flow.value), flow.ground.kind, [...new Set(flow.ground.sources.map(publisher))].join('; ')]
      : ['', '', ''];
  return [
    [
      'From',
      'To',
      ...[first, second].flatMap(({ unit, year }) => [
        `${unit}, ${year}`,
        `Kind, ${year}`,
        `Source, ${year}`
      ]),
      'Change, %',
      'Change at least, %',
      'Change at most, %'
    ],
    ...compareYears(first, second).map((row) => [
      name(row.from),
      name(row.to),
      ...said(row.first),
      ...said(row.second),
      ...change(row)
    ])
  ];
}
