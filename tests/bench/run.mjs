import { readFileSync, writeFileSync } from 'node:fs';
import { layoutFlows } from '../../src/flow/layout.ts';
import { trace } from '../../src/flow/trace.ts';
import { grown, root, samples } from './graphs.mjs';
import { crossingsOf, displacementOf, frame, median, run } from './measure.mjs';
import { peers } from './peers.mjs';

const sizes = [
  { sites: 50, columns: 5, perSite: 3, graphs: 6 },
  { sites: 200, columns: 6, perSite: 4, graphs: 4 },
  { sites: 1000, columns: 8, perSite: 4, graphs: 3 },
  { sites: 5000, columns: 10, perSite: 4, graphs: 2 }
];

/** Every peer on every graph: crossings, displacement and time, in the order of the peers. */
async function compare(graphs, sites) {
  const rows = peers.map(({ name }) => ({ name, crossings: [], displacement: [], time: [] }));
  for (const graph of graphs) {
    const columns = new Map(
      layoutFlows(graph, frame, { order: {} }).sites.map(({ id, column }) => [id, column])
    );
    for (const [i, peer] of peers.entries()) {
      const result = sites > peer.most ? undefined : await run(peer, graph);
      rows[i].crossings.push(result ? crossingsOf(graph, columns, result.read) : NaN);
      rows[i].displacement.push(result ? displacementOf(graph, result.read) : NaN);
      rows[i].time.push(result ? result.time : NaN);
    }
    process.stdout.write('.');
  }
  return rows;
}

const show = (number, digits) => (Number.isFinite(number) ? number.toFixed(digits) : '–');

/** A row a peer: crossings over `least`, how often they are the least, displacement, time over d3-sankey's and in ms. */
function table(rows, least) {
  const d3 = rows.find(({ name }) => name === 'd3-sankey 6');
  const lines = rows.map(({ name, crossings, displacement, time }) => {
    const ratios = crossings.map((count, i) => count / least[i]);
    const hits = ratios.filter((ratio) => ratio < 1 + 1e-6).length;
    const toD3 = median(crossings.map((count, i) => count / d3.crossings[i]));
    const cells = [
      name,
      show(median(ratios), 3),
      Number.isFinite(ratios[0]) ? `${hits} of ${ratios.length}` : '–',
      show(toD3, 2),
      show(median(displacement), 1),
      name === 'input order' ? '–' : show(median(time.map((ms, i) => ms / d3.time[i])), 2),
      name === 'input order' ? '–' : show(median(time), 1)
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '| layout | crossings / least | at the least | crossings / d3-sankey 6 | mean displacement, px | time / d3-sankey 6 | time, ms |',
    '|---|---|---|---|---|---|---|',
    ...lines
  ].join('\n');
}

const parts = [];
const sample = samples(root);
const briefing = await compare(
  sample.map(({ graph }) => graph),
  40
);
parts.push(
  `## Briefing size: 20 graphs with a proven optimum\n\n${table(
    briefing,
    sample.map(({ optimum }) => optimum)
  )}`
);
for (const { sites, columns, perSite, graphs } of sizes) {
  const some = Array.from({ length: graphs }, (_, i) => grown(sites, columns, perSite, sites + i));
  const rows = await compare(some, sites);
  const least = some.map((_, g) =>
    Math.min(...rows.map(({ crossings }) => crossings[g]).filter(Number.isFinite))
  );
  const flows = Math.round(median(some.map((graph) => graph.flows.length)));
  parts.push(
    `## ${sites.toLocaleString('en')} sites, ${flows.toLocaleString('en')} flows\n\n${table(rows, least)}`
  );
}

/** Tracing from every site of a graph of 1,000 flows, one after another: the median and the longest, in ms. */
function traced() {
  const graph = grown(250, 6, 4, 250);
  const times = graph.sites.map(({ id }) => {
    let least = Infinity;
    for (let i = 0; i < 5; i++) {
      const start = performance.now();
      trace(graph, id);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  });
  return `## Trace

From each of ${graph.sites.length} sites of a graph of ${graph.flows.length.toLocaleString('en')} flows, everything up- and downstream with its shares: median ${show(median(times), 2)} ms, longest ${show(Math.max(...times), 2)} ms, best of five runs each. A frame of a screen lasts 16.7 ms; drawing is not in these figures.`;
}
parts.push(traced());

const { dependencies } = JSON.parse(readFileSync(`${root}/tests/bench/package.json`, 'utf8'));
const versions = Object.entries(dependencies).map(([name, version]) => `${name} ${version}`);
const text = `# Bench of the flow layout

Written by \`npm run bench\`; do not edit. All layouts ran in one process, one after another, on Node ${process.versions.node}.

- Crossings are weighted: over every gap between neighbouring columns, the sum of w₁·w₂ over pairs of ribbons that cross; a flow that skips columns passes each of them where it crosses least beside the layout's own sites. Median over the graphs.
- The least is the proven optimum at briefing size, and the best order that any layout here found at the other sizes.
- Displacement is how far a ribbon rises or falls on its way, on average by value, in a frame of ${frame.width} × ${frame.height} px.
- Time is the best of a few runs, median over the graphs. Ours includes the SVG paths of all ribbons; the others' does not.
- A dash: the layout does not draw ribbons, or is not run at this size because it would take minutes, or throws.
- ${versions.join(', ')}.

${parts.join('\n\n')}
`;
writeFileSync(`${root}/docs/bench.md`, text);
console.log(`\n${text}`);
