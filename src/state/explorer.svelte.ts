import type { Lens } from '../model/lens.ts';
import type { Entity } from '../model/entity.ts';
import type { Pack } from '../pack/pack.ts';
import { formatRoute, parseRoute, type Missing, type Route, type View } from './route.ts';

/** What the reader looks at: the pack, and the route that the address holds. The address is the only home of both view and selection. */
export class Explorer {
  readonly pack: Pack;
  #hash = $state('');
  readonly #parsed = $derived.by(() => parseRoute(this.#hash, this.#known));
  readonly #known: { entity: (id: string) => boolean; lens: (id: string) => boolean };

  constructor(pack: Pack, hash = '') {
    this.pack = pack;
    this.#known = {
      entity: (id) => pack.entity(id) !== undefined,
      lens: (id) => pack.lenses.some((lens) => lens.id === id)
    };
    this.#hash = hash;
  }

  /** Follows the address bar until the returned function is called. */
  follow(target: Window): () => void {
    const read = () => (this.#hash = target.location.hash);
    read();
    target.addEventListener('hashchange', read);
    return () => target.removeEventListener('hashchange', read);
  }

  get route(): Route {
    return this.#parsed.route;
  }

  /** What the address named and this edition lacks. */
  get missing(): Missing[] {
    return this.#parsed.missing;
  }

  /** The record that is selected, if any. */
  get selected(): Entity | undefined {
    return this.route.on ? this.pack.entity(this.route.on) : undefined;
  }

  /** The flow data set in view. */
  get lens(): Lens {
    const id = this.selected?.lens?.id ?? this.route.lens ?? this.pack.briefing.lens;
    return this.pack.lenses.find((lens) => lens.id === id)!;
  }

  /** Whether the layer of the public record is shown. */
  get showsRecord(): boolean {
    return this.route.record !== 'off';
  }

  /** The view a record is best seen in: the flows for sites and flows, the map for deals, else the one that is open. */
  viewOf(id: string): View {
    const kind = this.pack.entity(id)?.kind;
    if (kind === 'site' || kind === 'flow' || kind === 'lens') return 'flows';
    return kind === 'deal' ? 'deals' : this.route.view;
  }

  /** The day whose states are shown. */
  get asOf(): string {
    return this.route.as ?? this.pack.briefing.asOf;
  }

  /** A link that changes the given parts of the route and keeps the rest; `on: undefined` lets go of the selection. */
  href(change: { [K in keyof Route]?: Route[K] | undefined }): string {
    const next = { ...this.route, ...change } as Route;
    return formatRoute(next);
  }
}
