import '../store/guard.ts';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { hydrate, mount } from 'svelte';
import { openPack, type Pack } from '../pack/pack.ts';
import App from './App.svelte';
import './css/tokens.css';
import './css/base.css';
import './css/hues.css';
import './css/shell.css';
import './css/print.css';
import './css/paper.css';
import { REFUSED, RESCUE } from '../ui/messages.ts';
import { followRescue } from './rescue.ts';
import { followSystemTheme } from './theme.ts';

/** Opens the page: reads the briefing's block, takes over the prerendered view where it fits, and mounts afresh where it does not. */
function start(): void {
  document.documentElement.dataset.started = 'yes';
  const target = document.getElementById('app');
  const text = document.getElementById('briefing')?.textContent ?? '';
  if (!target) return;
  let pack: Pack;
  try {
    pack = openPack(JSON.parse(text));
  } catch (error) {
    refuse(target, error);
    return;
  }
  followSystemTheme();
  document.querySelector('.reading')?.remove();
  const hash = location.hash.replace(/^#\/?(brief)?$/, '');
  const fits = target.dataset.pack === bytesToHex(sha256(utf8ToBytes(text)));
  if (fits && !hash) hydrate(App, { target, props: { pack } });
  else {
    target.replaceChildren();
    mount(App, {
      target,
      props: { pack, hash: location.hash, altered: !fits && Boolean(target.dataset.pack) }
    });
  }
}

/** A briefing block that cannot be read is told as it is, above the prerendered view, which stays readable; the notes are a click away. */
function refuse(target: HTMLElement, error: unknown): void {
  const notice = document.createElement('pre');
  notice.className = 'message bad';
  notice.dataset.refused = '';
  notice.setAttribute('role', 'alert');
  const rescue = document.createElement('a');
  rescue.href = '#rescue';
  rescue.textContent = RESCUE.open;
  notice.append(`${REFUSED}\n${error instanceof Error ? error.message : String(error)}\n`, rescue);
  target.before(notice);
  delete document.documentElement.dataset.script;
}

const page = document.getElementById('app');
const series = /"id"\s*:\s*"([^"]+)"/.exec(document.getElementById('briefing')?.textContent ?? '')?.[1];
if (page) followRescue(page, series ? [series] : [], start);
