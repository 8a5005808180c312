/** One node of the accessibility tree, as Chromium hands it out (`Accessibility.getFullAXTree`). */
export type AxNode = {
  nodeId: string;
  ignored: boolean;
  role?: { value: string };
  name?: { value: string };
  description?: { value: string };
  value?: { value: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
};

/** What stands in a line with others, and what a screen reader calls it. */
const INLINE: Record<string, string> = {
  link: 'link',
  button: 'button',
  switch: 'switch',
  checkbox: 'check box',
  radio: 'radio button',
  textbox: 'field',
  searchbox: 'search field',
  combobox: 'choice',
  option: 'option',
  slider: 'slider',
  spinbutton: 'number field',
  DisclosureTriangle: 'fold',
  image: 'picture',
  StaticText: '',
  LineBreak: '',
  Date: 'date field'
};

/** Places that a screen reader names when they are entered. */
const PLACES: Record<string, string> = {
  banner: 'banner',
  navigation: 'navigation',
  main: 'main',
  complementary: 'aside',
  contentinfo: 'foot',
  region: 'region',
  dialog: 'dialog',
  alertdialog: 'dialog',
  form: 'form',
  search: 'search',
  list: 'list',
  DescriptionList: 'list of terms',
  table: 'table',
  listbox: 'options',
  figure: 'figure',
  group: 'group',
  radiogroup: 'group',
  graphics_document: 'picture',
  status: 'news',
  alert: 'alert',
  log: 'news'
};

/** What repeats the name of the thing beside it: a screen reader passes over it, or says it as that name. */
const UNSPOKEN = new Set(['InlineTextBox', 'caption', 'MenuListPopup']);
const LIVE = new Set(['status', 'alert', 'log']);

/** The tree with its quick ways: children without what is not spoken, and properties by name. */
class Tree {
  readonly #byId: Map<string, AxNode>;
  readonly root: AxNode;

  constructor(nodes: readonly AxNode[]) {
    this.#byId = new Map(nodes.map((node) => [node.nodeId, node]));
    this.root = nodes[0]!;
  }

  children(node: AxNode): AxNode[] {
    return (node.childIds ?? [])
      .flatMap((id) => this.#byId.get(id) ?? [])
      .flatMap((child) =>
        role(child) === 'LabelText'
          ? this.children(child).filter((each) => role(each) !== 'StaticText')
          : child.ignored || (role(child) === 'generic' && !live(child))
            ? this.children(child)
            : UNSPOKEN.has(role(child))
              ? []
              : [child]
      );
  }
}

const role = (node: AxNode) => node.role?.value ?? '';
const name = (node: AxNode) => tidy(node.name?.value ?? '');
const property = (node: AxNode, key: string) =>
  node.properties?.find((each) => each.name === key)?.value.value;
const live = (node: AxNode) => LIVE.has(role(node)) || Boolean(property(node, 'live'));
const tidy = (text: string) => text.replace(/[\s\u00a0\u2009\u202f]+/g, ' ').trim();

/** What is added to a name: its state, what it holds, what describes it. */
function manner(node: AxNode): string {
  const checked = property(node, 'checked');
  const expanded = property(node, 'expanded');
  const pressed = property(node, 'pressed');
  // A slider says its value in words (aria-valuetext), which the tree leaves out.
  const held = role(node) === 'slider' ? undefined : node.value?.value;
  return [
    checked === undefined ? '' : checked === true || checked === 'true' ? 'on' : 'off',
    pressed === undefined ? '' : pressed === true || pressed === 'true' ? 'pressed' : 'not pressed',
    expanded === undefined ? '' : expanded ? 'open' : 'closed',
    property(node, 'disabled') ? 'unavailable' : '',
    held === undefined || held === '' ? '' : `holds ${tidy(String(held))}`,
    node.description?.value ? `described as “${tidy(node.description.value)}”` : ''
  ]
    .filter(Boolean)
    .map((word) => `, ${word}`)
    .join('');
}

/** A node and all in it in one breath. */
function breath(tree: Tree, node: AxNode): string {
  const said = INLINE[role(node)];
  if (said === '') return name(node);
  if (said !== undefined) return `${said} “${name(node)}”${manner(node)}`;
  return tidy(
    tree
      .children(node)
      .map((child) => breath(tree, child))
      .join(' ')
  );
}

/** Three of many alike, and how many more there are: what a list holds belongs to the briefing, not to its reading. */
function some(tree: Tree, nodes: AxNode[], deep: string): string[] {
  const lines: string[] = [];
  for (let i = 0; i < nodes.length;) {
    const kind = role(nodes[i]!);
    let end = i;
    while (end < nodes.length && role(nodes[end]!) === kind) end += 1;
    const many = end - i > 5 && ['listitem', 'row', 'link', 'option'].includes(kind);
    for (const node of nodes.slice(i, many ? i + 3 : end)) lines.push(...spoken(tree, node, deep));
    if (many) lines.push(`${deep}… and ${end - i - 3} more like these.`);
    i = end;
  }
  return lines;
}

/** What a screen reader says of a node, line by line. */
function spoken(tree: Tree, node: AxNode, deep = ''): string[] {
  const kind = role(node);
  const children = tree.children(node);
  const inline = (each: AxNode): boolean =>
    role(each) in INLINE || (role(each) === 'generic' && tree.children(each).every(inline));
  const line = (text: string) => (tidy(text) ? [`${deep}${tidy(text)}`] : []);
  if (kind in INLINE) return line(breath(tree, node));
  if (kind === 'heading')
    return line(
      `Heading ${property(node, 'level')}: ${children.map((each) => breath(tree, each)).join(' ')}`
    );
  if (kind === 'row') return line(children.map((each) => breath(tree, each) || '(empty)').join(' | '));
  if (kind === 'term') return line(`${breath(tree, node)}:`);
  const place = PLACES[kind];
  if (place === undefined) {
    const flat = children.length > 0 && children.every(inline);
    const speaks = live(node) ? ' (told when it changes)' : '';
    if (flat) return line(`${kind === 'listitem' ? '• ' : ''}${breath(tree, node)}${speaks}`);
    const inner = some(tree, children, kind === 'listitem' ? `${deep}  ` : deep);
    return kind === 'listitem' && inner[0] ? [`${deep}• ${inner[0].trim()}`, ...inner.slice(1)] : inner;
  }
  // A legend is said as the name of its group.
  const own = children.filter((each) => role(each) !== 'StaticText' || name(each) !== name(node));
  const inner = some(tree, own, `${deep}  `);
  const called = name(node) ? ` “${name(node)}”` : '';
  const told = live(node) ? ', told when it changes' : '';
  if (!inner.length && (!called || place === 'group'))
    return told ? [`${deep}(${place}${told}: nothing yet)`] : [];
  // A part without a name is not announced, unless it is a landmark or a list.
  if (['group', 'figure'].includes(place) && !called) return inner.map((each) => each.slice(2));
  return [`${deep}[${place}${called}${told}]`, ...inner];
}

/** The whole page as a screen reader would say it, a line a stop. */
export function speech(nodes: readonly AxNode[]): string[] {
  const tree = new Tree(nodes);
  return [name(tree.root), ...some(tree, tree.children(tree.root), '')];
}

/** The lines of one place, such as “main” or “dialog”, without the page around it. */
export function within(lines: readonly string[], place: string): string[] {
  const from = lines.findIndex((each) => each.trim().startsWith(`[${place}`));
  if (from < 0) return [];
  const deep = lines[from]!.search(/\S/);
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((each) => each.search(/\S/) <= deep);
  return [lines[from]!, ...rest.slice(0, end < 0 ? rest.length : end)].map((each) => each.slice(deep));
}
