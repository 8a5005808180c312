/** The views of the rail, in its order. */
export const VIEWS = ['brief', 'flows', 'deals', 'notes'] as const;
export type View = (typeof VIEWS)[number];

/** All that a link can hold: the view, what is selected, the lens, and whether the layer of the public record is switched off. */
export type Route = { view: View; on?: string; lens?: string; record?: 'off' };

/** What a link named that is not here. */
export type Missing = { what: 'view' | 'selection' | 'lens'; name: string };

/** The view that opens when the address names none. */
export const HOME: View = 'brief';

/**
 * Reads the part of the address after "#". What it names but this edition lacks is told in `missing`,
 * and the rest of the link still holds; an unknown view falls back to the start view.
 */
export function parseRoute(
  hash: string,
  known: { entity: (id: string) => boolean; lens: (id: string) => boolean }
): { route: Route; missing: Missing[] } {
  const missing: Missing[] = [];
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const name = decode(path.replace(/\/$/, ''));
  const view = VIEWS.find((v) => v === name);
  if (name && !view) missing.push({ what: 'view', name });
  const params = new URLSearchParams(query);
  const route: Route = { view: view ?? HOME };
  const on = params.get('on');
  if (on && known.entity(on)) route.on = on;
  else if (on) missing.push({ what: 'selection', name: on });
  const lens = params.get('lens');
  if (lens && known.lens(lens)) route.lens = lens;
  else if (lens) missing.push({ what: 'lens', name: lens });
  if (params.get('record') === 'off') route.record = 'off';
  return { route, missing };
}

/** The link to a route: "#/deals?on=deal-usa-jpn-framework". */
export function formatRoute(route: Route): string {
  const parts = [
    route.lens && `lens=${plain(route.lens)}`,
    route.record && `record=${route.record}`,
    route.on && `on=${plain(route.on)}`
  ].filter(Boolean);
  return `#/${route.view}${parts.length ? `?${parts.join('&')}` : ''}`;
}

const plain = (text: string) => encodeURIComponent(text).replace(/%2F/gi, '/');

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
