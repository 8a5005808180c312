import '../store/guard.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { hydrate, mount, unmount } from 'svelte';
import { packOf, type Pack } from '../pack/indexed.ts';
import type { Tables } from '../pack/tables.ts';
import type { SpeakerNotes } from '../model/scene.ts';
import { shippedDeck } from '../state/scenes.ts';
import {
  arrivedAnew,
  backAtDesk,
  keepShow,
  LEFT_SHOW,
  newShow,
  newToken,
  readShow,
  type Show
} from '../state/show.ts';
import { dropShippedNotes } from '../state/shippedBlock.ts';
import { later } from '../ui/later.ts';
import App from './App.svelte';
import './css/tokens.css';
import './css/base.css';
import './css/hues.css';
import './css/shell.css';
import './css/print.css';
import { REFUSED, REFUSED_PART, RESCUE } from '../ui/messages.ts';
import { followRescue } from './rescue.ts';
import { NOTES_BLOCK, UNDRAWN_CLASS } from '../exchange/copy.ts';
import type { PageParts } from '../exchange/page.ts';
import { readPage } from './page.ts';
import { followSystemTheme } from './theme.ts';

/** Opens the page: reads the briefing's block, takes over the prerendered view where it fits, and mounts afresh where it does not. */
async function start(): Promise<void> {
  document.documentElement.dataset.started = 'yes';
  const target = document.getElementById('app');
  const text = document.getElementById('briefing')?.textContent ?? '';
  if (!target) return;
  const own = { page: readPage(document), inside: document.getElementById(NOTES_BLOCK)?.textContent ?? '' };
  const sum = digestOf(text);
  let digest: string;
  let pack: Pack;
  try {
    // The browser sums the block on a thread of its own, while this one reads it.
    const raw: unknown = JSON.parse(text);
    digest = await sum;
    pack = await openBlock(raw, digest);
  } catch (error) {
    refuse(target, error);
    return;
  }
  followSystemTheme();
  document.querySelectorAll('.reading, .unscripted').forEach((part) => part.remove());
  const show = location.hash.startsWith('#present') ? freshShow(pack) : readShow(window);
  const speaker = /^#speaker(?:=(.*))?$/.exec(location.hash);
  if (speaker) {
    target.replaceChildren();
    const { shippedNotes, SpeakerWindow } = await rest();
    const props = { pack, token: speaker[1] ?? '', shipped: shippedNotes(document, pack) };
    mount(SpeakerWindow, { target, props });
    // The room's window finds this one again by its name, and joins it to another showing.
    window.addEventListener('hashchange', () => location.reload());
  } else if (show) await present(target, pack, show, null, location.hash.startsWith('#present'));
  else desk(target, pack, digest, own);
}

const rest = () => later(() => import('./rest.ts'));

/** SHA-256 in hex digits, by the browser's own code where it has some: on a cold start ours takes a tenth of a second. */
async function digestOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  // Where it fails or is missing, the slow way gives the same.
  const quick = await crypto.subtle?.digest('SHA-256', bytes).catch(() => undefined);
  return bytesToHex(quick ? new Uint8Array(quick) : sha256(bytes));
}

/** A block with the bytes that the build checked need not be checked again; any other goes through the gate. */
async function openBlock(raw: unknown, digest: string): Promise<Pack> {
  if (digest === __BRIEFING__) return packOf(raw as Tables, setTimeout);
  const { openPack } = await later(() => import('../pack/pack.ts'));
  return openPack(raw);
}

/** The file of this page taken apart, and the notes that came inside it. */
type Own = { page: PageParts | undefined; inside: string };

/** The ordinary page. */
function desk(target: HTMLElement, pack: Pack, digest: string, own: Own): void {
  // Another address opened in the same tab ends the showing; behind the first view, since the first question to the session's storage takes 2 ms.
  let stale = arrivedAnew(window);
  const forget = () => {
    if (stale) keepShow(window, null);
    stale = false;
  };
  setTimeout(forget);
  const onpresent = (show: Show, strip: SpeakerNotes | null) => {
    forget();
    const from = backAtDesk(location.hash);
    void unmount(app).then(() => present(target, pack, { ...show, from }, strip, true));
  };
  const asBuilt = digest === __BRIEFING__;
  const hash = location.hash.replace(/^#\/?(brief)?$/, '');
  const fits = target.dataset.pack === digest;
  const altered = !fits && Boolean(target.dataset.pack);
  const asRendered = fits && !hash && !target.classList.contains(UNDRAWN_CLASS);
  target.classList.remove(UNDRAWN_CLASS);
  if (!asRendered) target.replaceChildren();
  const app = asRendered
    ? hydrate(App, { target, props: { pack, asBuilt, onpresent, ...own } })
    : mount(App, { target, props: { pack, hash: location.hash, altered, asBuilt, onpresent, ...own } });
  window.addEventListener('hashchange', () => {
    if (/^#(?:present|speaker)/.test(location.hash)) location.reload();
  });
}

/** The room's window: the speaker's words leave the document before anything else, and no note is read. */
async function present(
  target: HTMLElement,
  pack: Pack,
  show: Show,
  strip: SpeakerNotes | null,
  fresh: boolean
): Promise<void> {
  dropShippedNotes(document);
  target.replaceChildren();
  if (fresh) history.replaceState(null, '', show.deck.scenes[show.at]!.state);
  const onleave = (state: string) => {
    keepShow(window, null);
    // Without an event: the room would take it for a step of its own and keep the showing that ends.
    history.pushState(LEFT_SHOW, '', show.from ?? state);
    location.reload();
  };
  const { Audience } = await rest();
  mount(Audience, { target, props: { pack, show, strip, onleave } });
}

const freshShow = (pack: Pack): Show | null =>
  pack.scenes.length ? newShow(shippedDeck(pack), null, newToken()) : null;

/** A block that cannot be read is told as it is, above the prerendered view, which stays readable; the notes are a click away. */
function refuse(target: HTMLElement, error: unknown, what = REFUSED): void {
  const notice = document.createElement('pre');
  notice.className = 'message bad';
  notice.dataset.refused = '';
  notice.setAttribute('role', 'alert');
  const rescue = document.createElement('a');
  rescue.href = '#rescue';
  rescue.textContent = RESCUE.open;
  notice.append(`${what}\n${error instanceof Error ? error.message : String(error)}\n`, rescue);
  document.querySelector('.unscripted')?.remove();
  target.before(notice);
  delete document.documentElement.dataset.script;
}

const page = document.getElementById('app');
const series = /"id"\s*:\s*"([^"]+)"/.exec(document.getElementById('briefing')?.textContent ?? '')?.[1];
if (page)
  followRescue(page, series ? [series] : [], () => {
    start().catch((error: unknown) => refuse(page, error, REFUSED_PART));
  });
