import * as v from 'valibot';
import { Day } from '../model/when.ts';
import { NOTE_KEYS, readNoteRoute, type NoteRoute } from './noteRoute.ts';
import { readSift, type Sift, SIFT_KEYS } from './sift.ts';

/** The views of the rail, in its order. */
export const VIEWS = ['brief', 'flows', 'deals', 'timeline', 'notes'] as const;
export type View = (typeof VIEWS)[number];

/**
 * All that a link can hold: the view; what is selected (`on`); the lens; the day whose states are shown (`as`, ISO) and whether
 * what was not yet known on it is hidden (`later`); whether the layer of the public record is off; in Flows, whether the market is
 * split in proportion, which lens stands beside this one (`beside`), the scenario (`what`) and an order by hand (`order`);
 * in Deals and Timeline, what is sifted, sorted and shown (`Sift`); in Notes, the same of notes (`NoteRoute`).
 */
export type Route = {
  view: View;
  on?: string;
  lens?: string;
  as?: string;
  later?: 'hidden';
  record?: 'off';
  split?: 'yes';
  beside?: string;
  what?: string;
  order?: string;
} & Sift &
  NoteRoute;

/** What a link named that is not here. */
export type Missing = { what: 'view' | 'selection' | 'lens' | 'day' | 'choice' | 'more'; name: string };

/** The first few of what a link lacks, each name at most so many letters, and how many more there are: a line for each would bury the view. */
export const fewOf = (missing: readonly Missing[], most = 3, letters = 80): Missing[] => [
  ...missing.slice(0, most).map(({ what, name }) => ({
    what,
    name: name.length > letters ? `${name.slice(0, letters)}…` : name
  })),
  ...(missing.length > most ? [{ what: 'more' as const, name: String(missing.length - most) }] : [])
];

/** The view that opens when the address names none. */
export const HOME: View = 'brief';

/** What an edition has: its records and lenses, and the id under which it has a record of an older one. */
export type Known = {
  entity: (id: string) => boolean;
  lens: (id: string) => boolean;
  current?: (id: string) => string;
};

/**
 * Reads the part of the address after "#". What it names but this edition lacks is told in `missing`,
 * and the rest of the link still holds; an unknown view falls back to the start view.
 */
export function parseRoute(hash: string, known: Known): { route: Route; missing: Missing[] } {
  const missing: Missing[] = [];
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  // A link written by hand may have another "?" in what is looked for.
  const query = rest.join('?');
  const name = decode(path.replace(/\/$/, ''));
  const view = VIEWS.find((v) => v === name);
  if (name && !view) missing.push({ what: 'view', name });
  const params = new URLSearchParams(query);
  const route: Route = { view: view ?? HOME };
  const named = params.get('on');
  const on = named && (known.current?.(named) ?? named);
  if (on && known.entity(on)) route.on = on;
  else if (on) missing.push({ what: 'selection', name: on });
  const lens = params.get('lens');
  if (lens && known.lens(lens)) route.lens = lens;
  else if (lens) missing.push({ what: 'lens', name: lens });
  const beside = params.get('beside');
  if (beside && known.lens(beside)) route.beside = beside;
  else if (beside) missing.push({ what: 'lens', name: beside });
  const as = params.get('as');
  if (as && v.is(Day, as)) route.as = as;
  else if (as) missing.push({ what: 'day', name: as });
  const odd: string[] = [];
  /** The one word that a switch of an address takes; another is named. */
  const turned = (key: 'later' | 'record' | 'split', word: string): void => {
    const value = params.get(key);
    if (value === word) Object.assign(route, { [key]: word });
    else if (value) odd.push(`${key}=${value}`);
  };
  turned('later', 'hidden');
  turned('record', 'off');
  turned('split', 'yes');
  for (const name of ['what', 'order'] as const) {
    const text = params.get(name);
    if (text) route[name] = text;
  }
  const { sift, unknown } = readSift(params, known.entity);
  Object.assign(route, sift);
  const noted = readNoteRoute(params);
  Object.assign(route, noted.choices);
  const strange = [...params.keys()].filter((key) => !(PARAMETERS as readonly string[]).includes(key));
  const choices = [...odd, ...unknown, ...noted.unknown, ...strange];
  const lacks = missing.concat(choices.map((name) => ({ what: 'choice', name })));
  const told = new Map(lacks.map((lack) => [`${lack.what} ${lack.name}`, lack]));
  return { route, missing: [...told.values()] };
}

const PARAMETERS = [
  'lens',
  'beside',
  'split',
  'what',
  'order',
  ...SIFT_KEYS,
  ...NOTE_KEYS,
  'as',
  'later',
  'record',
  'on'
] as const;

/** The link to a route: "#/deals?on=deal-usa-jpn-framework". What is sifted in Notes, with its words and names, goes into no other view's. */
export function formatRoute(route: Route): string {
  const parts = PARAMETERS.flatMap((name) => {
    const value = route.view === 'notes' || !isNoteKey(name) ? route[name] : '';
    return value ? [`${name}=${plain(value)}`] : [];
  });
  return `#/${route.view}${parts.length ? `?${parts.join('&')}` : ''}`;
}

/** Links to records from a route, by view; all but their ends is written once, since a picture asks for hundreds. */
export function linksFrom(route: Route): (view: View, on: string) => string {
  const stems = new Map<View, string>();
  return (view, on) => {
    const stem = stems.get(view) ?? formatRoute({ ...route, view, on: '' });
    stems.set(view, stem);
    // What is selected is the last part of a link.
    return on ? `${stem}${stem.includes('?') ? '&' : '?'}on=${plain(on)}` : stem;
  };
}

const isNoteKey = (name: string) => (NOTE_KEYS as readonly string[]).includes(name);

const plain = (text: string) => encodeURIComponent(text).replace(/%2F/gi, '/');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
