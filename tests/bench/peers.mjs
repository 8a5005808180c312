import dagre from '@dagrejs/dagre';
import { sankey as plotlySankey } from '@plotly/d3-sankey';
import { SankeyController } from 'chartjs-chart-sankey';
import { sankey } from 'd3-sankey';
import * as echarts from 'echarts';
import { sankeyLayoutStageHandler } from 'echarts/lib/chart/sankey/sankeyLayout.js';
import ELK from 'elkjs/lib/elk.bundled.js';
import { layoutFlows } from '../../src/flow/layout.ts';

/**
 * Each peer lays out a graph and gives back, for each site, the height of its middle (`middle`, by id), and for each
 * flow, if the peer draws ribbons, the heights at which it leaves and arrives (`ends`, by id). `most` is how many sites
 * it is asked to lay out at all; beyond it takes minutes. What prepares the input is not timed.
 */
export const peers = [
  { name: 'Lodestone', most: Infinity, prepare: (graph) => graph, layout: layoutFlows, read: readOurs },
  ...[6, 32].map((iterations) => d3(`d3-sankey ${iterations}`, sankey, iterations)),
  d3('Plotly (50)', plotlySankey, 50),
  { name: 'ECharts', most: Infinity, prepare: prepareECharts, layout: runECharts, read: readECharts },
  { name: 'Chart.js sankey', most: 1000, prepare: (graph) => graph, layout: runChartJs, read: readChartJs },
  {
    name: 'ELK layered',
    most: 200,
    prepare: prepareElk,
    layout: (input) => new ELK().layout(input),
    read: readElk
  },
  {
    name: 'dagre',
    most: 200,
    prepare: prepareDagre,
    layout: (input) => (dagre.layout(input), input),
    read: readDagre
  },
  {
    name: 'input order',
    most: Infinity,
    prepare: (graph) => graph,
    layout: (graph) => graph,
    read: (graph) => ({ middle: new Map(graph.sites.map(({ id }, i) => [id, i])) })
  }
];

function readOurs(layout) {
  return {
    order: layout.order,
    middle: new Map(layout.sites.map(({ id, y0, y1 }) => [id, (y0 + y1) / 2])),
    ends: new Map(
      layout.flows.flatMap(({ id, returns, way }) => (returns ? [] : [[id, [way[2], way.at(-1)]]]))
    )
  };
}

function d3(name, make, iterations) {
  return {
    name,
    most: Infinity,
    prepare: ({ sites, flows }) => ({
      nodes: sites.map(({ id }) => ({ id })),
      links: flows.map(({ id, from, to, value }) => ({ id, source: from, target: to, value }))
    }),
    layout: (input, frame) =>
      make()
        .nodeId(({ id }) => id)
        .nodeWidth(frame.siteWidth)
        .nodePadding(frame.sitePadding)
        .size([frame.width, frame.height])
        .iterations(iterations)(input),
    read: ({ nodes, links }) => ({
      middle: new Map(nodes.map(({ id, y0, y1 }) => [id, (y0 + y1) / 2])),
      ends: new Map(links.map(({ id, y0, y1 }) => [id, [y0, y1]]))
    })
  };
}

function prepareECharts({ sites, flows }, frame) {
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: frame.width,
    height: frame.height
  });
  chart.setOption({
    animation: false,
    series: [
      {
        type: 'sankey',
        ...{ left: 0, right: 0, top: 0, bottom: 0 },
        nodeWidth: frame.siteWidth,
        nodeGap: frame.sitePadding,
        data: sites.map(({ id }) => ({ name: id })),
        links: flows.map(({ from, to, value }) => ({ source: from, target: to, value }))
      }
    ]
  });
  return { chart, flows };
}

/** Lays out once more, so that neither parsing nor drawing is timed. */
function runECharts({ chart, flows }) {
  sankeyLayoutStageHandler.overallReset(chart.getModel(), chart._api);
  return { chart, flows };
}

function readECharts({ chart, flows }) {
  const graph = chart.getModel().getSeriesByIndex(0).getGraph();
  const middle = new Map();
  graph.eachNode((node) => {
    const { y, dy } = node.getLayout();
    middle.set(node.id, y + dy / 2);
  });
  const ends = new Map();
  graph.eachEdge((edge) => {
    const { sy, ty, dy } = edge.getLayout();
    const from = edge.node1.getLayout().y + sy + dy / 2;
    ends.set(flows[edge.dataIndex].id, [from, edge.node2.getLayout().y + ty + dy / 2]);
  });
  chart.dispose();
  return { middle, ends };
}

/** The controller's own layout, without a canvas. */
function runChartJs({ flows }, frame) {
  const controller = {
    options: { modeX: 'edge', nodePadding: frame.sitePadding, parsing: {} },
    chart: { width: frame.width, height: frame.height }
  };
  const data = flows.map(({ from, to, value }) => ({ from, to, flow: value }));
  SankeyController.prototype.parseObjectData.call(controller, {}, data, 0, data.length);
  return { nodes: controller._nodes, px: frame.height / controller._maxY, flows };
}

function readChartJs({ nodes, px, flows }) {
  const middle = new Map([...nodes].map(([id, { y, size }]) => [id, (y + size / 2) * px]));
  const port = (list, i) => list.find(({ index }) => index === i).addY;
  const ends = flows.map(({ id, from, to }, i) => {
    const [source, target] = [nodes.get(from), nodes.get(to)];
    return [id, [(source.y + port(source.to, i)) * px, (target.y + port(target.from, i)) * px]];
  });
  return { middle, ends: new Map(ends) };
}

function prepareElk({ sites, flows }, frame) {
  return {
    id: 'root',
    layoutOptions: { 'elk.algorithm': 'layered', 'elk.direction': 'RIGHT' },
    children: sites.map(({ id }) => ({ id, width: frame.siteWidth, height: 10 })),
    edges: flows.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] }))
  };
}

function readElk({ children }) {
  return { middle: new Map(children.map(({ id, y, height }) => [id, y + height / 2])) };
}

function prepareDagre({ sites, flows }, frame) {
  const graph = new dagre.graphlib.Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id } of sites) graph.setNode(id, { width: frame.siteWidth, height: 10 });
  for (const { id, from, to, value } of flows) graph.setEdge(from, to, { weight: value }, id);
  return graph;
}

function readDagre(graph) {
  return { middle: new Map(graph.nodes().map((id) => [id, graph.node(id).y])) };
}
