/** A run of a note's text: as typed, stressed by **two stars**, a web address, or a control character made visible. */
export type Run =
  { kind: 'text' | 'strong' | 'address'; text: string } | { kind: 'control'; text: string; name: string };
/** A block of a note's text: a paragraph with its lines, or a list with its items. */
export type Block =
  { kind: 'paragraph'; lines: Run[][] } | { kind: 'list'; ordered: boolean; start: number; items: Run[][] };

const BULLET = /^\s{0,3}[-*•–]\s+(?=\S)/u;
const NUMBER = /^\s{0,3}(\d{1,4})[.)]\s+(?=\S)/u;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+/giu;
/** What belongs to the sentence where an address ends with it. */
const SENTENCE = ".,;:!?'’”)]";
const STRONG = /\*\*(?=\S)([^*\n]*?\S)\*\*/gu;
/** Characters that change how a text reads without being seen: they are shown by name instead of taking effect. */
const CONTROLS: Readonly<Record<string, string>> = {
  '\u061c': 'Arabic letter mark',
  '\u200b': 'zero width space',
  '\u200e': 'left-to-right mark',
  '\u200f': 'right-to-left mark',
  '\u202a': 'left-to-right embedding',
  '\u202b': 'right-to-left embedding',
  '\u202c': 'end of direction',
  '\u202d': 'left-to-right override',
  '\u202e': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
  '\ufeff': 'byte order mark'
};
const CONTROL = new RegExp(`[${Object.keys(CONTROLS).join('')}]`, 'gu');

/** Reads a note's plain text as blocks: an empty line ends a paragraph, "- " and "1. " begin items of a list. Nothing typed is lost but the signs that make the structure. */
export function proseOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of text.split(/\r\n|\r|\n/u)) {
    const bullet = BULLET.exec(line);
    const number = NUMBER.exec(line);
    const sign = bullet ?? number;
    if (line.trim() === '') open = null;
    else if (sign) {
      const item = runsOf(line.slice(sign[0].length));
      const ordered = number !== null;
      if (open?.kind === 'list' && open.ordered === ordered) open.items.push(item);
      else {
        open = { kind: 'list', ordered, start: Number(number?.[1] ?? 1), items: [item] };
        blocks.push(open);
      }
    } else if (open?.kind === 'paragraph') open.lines.push(runsOf(line));
    else {
      open = { kind: 'paragraph', lines: [runsOf(line)] };
      blocks.push(open);
    }
  }
  return blocks;
}

/** The runs of one line. */
export function runsOf(line: string): Run[] {
  const all: Run[] = [];
  const runs = cut([{ kind: 'text', text: line }], ADDRESS, (found) => {
    // A full stop or a closing bracket after an address belongs to the sentence.
    let end = found[0].length;
    while (end > 0 && SENTENCE.includes(found[0][end - 1]!)) end -= 1;
    return [{ kind: 'address', text: found[0].slice(0, end) } as const, rest(found[0].slice(end))];
  })
    .flatMap((run) =>
      run.kind === 'text'
        ? cut([run], STRONG, (found) => [{ kind: 'strong', text: found[1]! } as const, rest('')])
        : [run]
    )
    .flatMap((run) => (run.kind === 'control' ? [run] : named(run)))
    .filter((run) => run.text !== '');
  for (const run of runs) {
    const before = all.at(-1);
    if (run.kind !== 'text' || before?.kind !== 'text') all.push(run);
    else all[all.length - 1] = { ...run, text: before.text + run.text };
  }
  return all;
}

/** A text on one line, its control characters made visible, for lists and names. */
export function oneLine(text: string): string {
  return text
    .replace(CONTROL, (sign) => `[${CONTROLS[sign]}]`)
    .replace(/\*\*/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

const rest = (text: string): Run => ({ kind: 'text', text });

function cut(runs: Run[], pattern: RegExp, make: (found: RegExpExecArray) => readonly Run[]): Run[] {
  return runs.flatMap((run) => {
    const parts: Run[] = [];
    let from = 0;
    for (const found of run.text.matchAll(pattern)) {
      parts.push({ ...run, text: run.text.slice(from, found.index) } as Run, ...make(found));
      from = found.index + found[0].length;
    }
    return [...parts, { ...run, text: run.text.slice(from) } as Run];
  });
}

function named(run: Run): Run[] {
  return cut([run], CONTROL, ([sign]) => [{ kind: 'control', text: sign, name: CONTROLS[sign]! }]);
}
