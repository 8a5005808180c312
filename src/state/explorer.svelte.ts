import type { Flow, Lens } from '../model/lens.ts';
import type { Entity } from '../model/entity.ts';
import type { Pack } from '../pack/pack.ts';
import { marketOf } from '../model/way.ts';
import { knownFrom } from '../model/known.ts';
import { lacksOfQuestion, lensOf } from './asked.ts';
import { currentId } from './current.ts';
import { Lights } from './lights.svelte.ts';
import { related } from './related.ts';
import { parseOrder } from '../flow/byHand.ts';
import { formatQuestion, parseQuestion, questionOf, type Question } from '../flow/question.ts';
import {
  formatRoute,
  linksFrom,
  parseRoute,
  type Known,
  fewOf,
  type Missing,
  type Route,
  type View
} from './route.ts';

/** What the reader looks at: the pack, and the route that the address holds. The address is the only home of both view and selection. */
export class Explorer {
  readonly pack: Pack;
  /** Whether the pack is the very one that the file was built with, so that what was drawn at build holds. */
  readonly asBuilt: boolean;
  #hash = $state('');
  readonly #parsed = $derived.by(() => parseRoute(this.#hash, this.#known));
  readonly #known: Known;

  /** A day that is being dragged or stepped to, before it is in the address. */
  #sliding = $state<string | null>(null);
  #settle: ReturnType<typeof setTimeout> | undefined;
  #target: Window | null = null;
  readonly #lights: Lights;

  constructor(pack: Pack, hash = '', asBuilt = false) {
    this.pack = pack;
    this.asBuilt = asBuilt;
    this.#known = {
      entity: (id) => pack.entity(id) !== undefined,
      lens: (id) => pack.lenses.some((lens) => lens.id === id),
      current: (id) => currentId(pack, id)
    };
    this.#hash = hash;
    this.#lights = new Lights(Array.from(pack.entities(), ({ id }) => id));
  }

  /** Follows the address bar until the returned function is called. */
  follow(target: Window): () => void {
    this.#target = target;
    const read = () => {
      this.#hash = target.location.hash;
      this.#sliding = null;
    };
    read();
    target.addEventListener('hashchange', read);
    return () => target.removeEventListener('hashchange', read);
  }

  get route(): Route {
    return this.#parsed.route;
  }

  /** Whether the address leads elsewhere already and is about to be read: what comes to rest now must not call it back. */
  get leaving(): boolean {
    return this.#target !== null && this.#target.location.hash !== this.#hash;
  }

  /** What the address named and this edition lacks. */
  get missing(): Missing[] {
    return fewOf([...this.#parsed.missing, ...lacksOfQuestion(this.pack, this.route.what, this.lens)]);
  }

  /** The link of this state without what it named in vain. */
  get plainHref(): string {
    if (!lacksOfQuestion(this.pack, this.route.what, this.lens).length) return this.href({});
    const { question } = parseQuestion(this.route.what ?? '', this.lens);
    const asked = question.changes.length + question.spare.length + question.first.length > 0;
    return this.href({ what: asked ? formatQuestion(question) : undefined });
  }

  readonly #linkTo = $derived(linksFrom(this.route));

  // What follows from the route is derived one by one, so that a picture is drawn anew only where its own part of the address changed.

  /** The record that is selected, if any. */
  readonly selected: Entity | undefined = $derived.by(() =>
    this.route.on ? this.pack.entity(this.route.on) : undefined
  );

  /** The flow data set in view. */
  readonly lens: Lens = $derived.by(() => lensOf(this.pack, this.route.lens, this.selected));

  /** Whether the flows are drawn split in proportion, without their market: as chosen, or since a way through it is selected. */
  get split(): boolean {
    const { kind, record } = this.selected ?? {};
    const isWay = kind === 'flow' && 'feeder' in (record as Flow);
    return (
      (this.route.split === 'yes' || isWay) &&
      !this.pack.lenses.some(({ id }) => id === this.route.beside && id !== this.lens.id) &&
      marketOf(this.lens) !== undefined
    );
  }

  readonly #what = $derived(this.route.what);

  /** What is supposed to happen in the lens in view: a ready-made scenario by its id, or one put together by hand; null where nothing is. */
  readonly question: Question | null = $derived.by(() => {
    const text = this.#what;
    if (text === undefined) return null;
    const ready = this.pack.scenarios.find((scenario) => scenario.id === text);
    return ready ? questionOf(ready) : parseQuestion(text, this.lens).question;
  });

  readonly #byHand = $derived(this.route.order);

  /** The order by hand of the sites in some columns, from the top; undefined where the computed order holds. */
  readonly order: Record<number, string[]> | undefined = $derived(
    this.#byHand === undefined ? undefined : parseOrder(this.#byHand)
  );

  /** Whether the layer of the public record is shown. */
  readonly showsRecord: boolean = $derived(this.route.record !== 'off');

  /** The view a record is best seen in: the flows for sites and flows, the map for deals, the timeline for events and controls, else the one that is open. */
  viewOf(id: string): View {
    const kind = this.pack.entity(id)?.kind;
    if (kind === 'site' || kind === 'flow' || kind === 'lens') return 'flows';
    if (kind === 'event' || kind === 'measure') return 'timeline';
    return kind === 'deal' ? 'deals' : this.route.view;
  }

  /** The day whose states are shown. */
  readonly asOf: string = $derived.by(() => this.#sliding ?? this.route.as ?? this.pack.briefing.asOf);

  /**
   * Moves the day at once and puts it into the address when it has come to rest, so that one gesture is one step back;
   * while it is `held` by a pointer it does not rest.
   */
  slideTo(day: string, held = false): void {
    this.#sliding = day;
    clearTimeout(this.#settle);
    if (held) return;
    this.#settle = setTimeout(() => {
      if (this.leaving) return;
      const next = this.href({ as: this.asParameter(day) });
      if (!this.#target || next === formatRoute(this.route)) this.#sliding = null;
      else this.#target.location.hash = next;
    }, 250);
  }

  /** The day as a link holds it: the briefing's own is left out. */
  asParameter(day: string): string | undefined {
    return day === this.pack.briefing.asOf ? undefined : day;
  }

  /** Whether a record was known on the day whose states are shown; what has no day of its own always was. */
  knows(id: string): boolean {
    const entity = this.pack.entity(id);
    const from = entity && knownFrom(entity, this.pack.briefing.asOf);
    return !from || from <= this.asOf;
  }

  /** Whether what was not yet known on that day is hidden instead of drawn back. */
  readonly hidesLater: boolean = $derived(this.route.later === 'hidden');

  /** Lights a record and its counterparts in every view, or lets go with null. */
  light(id: string | null): void {
    this.#lights.show(related(this.pack, id));
  }

  /** The records that are lit: what the pointer or the keyboard is on, and what belongs to it. */
  get lit(): Lights {
    return this.#lights;
  }

  /** A link that changes the given parts of the route and keeps the rest; `on: undefined` lets go of the selection. */
  href(change: { [K in keyof Route]?: Route[K] | undefined }): string {
    const { on, view = this.route.view, ...rest } = change;
    if (on !== undefined && Object.keys(rest).length === 0) return this.#linkTo(view, on);
    const next = { ...this.route, ...change } as Route;
    return formatRoute(next);
  }
}
