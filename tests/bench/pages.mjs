import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The text of a package's script, safe within a script element. */
const script = (path) => readFileSync(require.resolve(path), 'utf8').replace(/<\/script/gi, '<\\/script');
const version = (name) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')).version;

const page = (code) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sankey</title></head><body>
<div id="chart"></div><script>const ready = () => (document.documentElement.dataset.ready = 'yes');</script>
${code.map((part) => `<script>${part}</script>`).join('\n')}</body></html>`;

const SIZE = 'width: 960, height: 560';

/** The same Sankey as a self-contained page of each peer; `lens` is one of the briefing's. */
export function peerPages(lens) {
  const names = new Map(lens.sites.map(({ id, name, stage }) => [id, `${name} (${stage})`]));
  const links = lens.flows.map(({ from, to, value }) => [names.get(from), names.get(to), value]);
  const list = [...names.values()];
  const at = new Map(list.map((name, i) => [name, i]));
  const plotly = {
    label: list,
    source: links.map(([from]) => at.get(from)),
    target: links.map(([, to]) => at.get(to)),
    value: links.map(([, , value]) => value)
  };
  return [
    {
      name: `Plotly ${version('plotly.js-dist-min')}`,
      html: page([
        script('plotly.js-dist-min'),
        `const { label, ...link } = ${JSON.stringify(plotly)};
Plotly.newPlot('chart', [{ type: 'sankey', node: { label }, link }], { ${SIZE} }).then(ready);`
      ])
    },
    {
      name: `ECharts ${version('echarts')}`,
      html: page([
        script('echarts/dist/echarts.min.js'),
        `const chart = echarts.init(document.getElementById('chart'), null, { ${SIZE}, renderer: 'svg' });
chart.on('finished', ready);
chart.setOption({ animation: false, series: [{ type: 'sankey', data: ${JSON.stringify(list.map((name) => ({ name })))},
links: ${JSON.stringify(links.map(([source, target, value]) => ({ source, target, value })))} }] });`
      ])
    },
    {
      name: `Highcharts ${version('highcharts')}`,
      html: page([
        script('highcharts/highcharts.js'),
        script('highcharts/modules/sankey.js'),
        `Highcharts.chart('chart', { chart: { ${SIZE} }, title: { text: '' }, plotOptions: { series: { animation: false } },
series: [{ type: 'sankey', keys: ['from', 'to', 'weight'], data: ${JSON.stringify(links)} }] }); ready();`
      ])
    }
  ];
}

const empty = (filling) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Empty</title></head><body><p>Empty</p>${filling}<script>document.documentElement.dataset.ready = 'yes';</script></body></html>`;

/** An empty page, and one of as many bytes as another. */
export const emptyPages = (bytes) => [
  { name: 'an empty html', html: empty('') },
  {
    name: 'an empty html of the same size',
    html: empty(`<script type="application/json">"${'x'.repeat(bytes - empty('').length - 50)}"</script>`)
  }
];
