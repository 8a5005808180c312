import type { Session } from '../engines/engine.ts';
import { goTo, writeNote } from '../suite/reader.ts';

/** One thing a reader can have on screen: its address, what makes it complete, and what to do there. */
export type State = {
  name: string;
  hash: string;
  there: string;
  /** The part of the page that the state is about: the stage unless told. */
  place?: 'main' | 'aside' | 'dialog' | 'banner';
  /** Where the rest of that part is another state's, which this one only stands above. */
  until?: string;
  act?: (session: Session) => Promise<void>;
};

const shown = (css: string) => `document.querySelector(${JSON.stringify(css)})`;
const openAll = `document.querySelectorAll('#stage details').forEach((twin) => (twin.open = true));`;

/** Presses what the selector finds and waits for what comes of it. */
async function pressed(session: Session, css: string, there: string): Promise<void> {
  await session.evaluate(`document.querySelector(${JSON.stringify(css)}).click();`);
  await session.waitFor(shown(there));
}

/** Every view, dialog and state of the page that shows something of its own. */
export const STATES: State[] = [
  { name: 'the Brief view', hash: '#/brief', there: shown('[data-judgement]') },
  { name: 'the Flows view', hash: '#/flows', there: shown('[data-chart="flows"] [data-flow]') },
  {
    name: 'a traced refinery',
    hash: '#/flows?on=magnet-2024/sep-chn',
    there: shown('[data-trace]')
  },
  {
    name: 'the flows as a table',
    hash: '#/flows?split=yes',
    there: shown('[data-chart="flows"]'),
    act: async (session) => {
      await session.evaluate(openAll);
    }
  },
  { name: 'a scenario', hash: '#/flows?what=scenario-myanmar-stops', there: shown('[data-result]') },
  {
    name: 'two years',
    hash: '#/flows?beside=magnet-2025',
    there: `document.querySelectorAll('[data-chart="flows"]').length >= 2`
  },
  { name: 'the Deals view', hash: '#/deals', there: shown('[data-chart="map"] [data-arc]') },
  {
    name: 'a deal',
    hash: '#/deals?on=deal-usa-jpn-minerals-framework',
    place: 'aside',
    there: shown('[data-dossier-title]')
  },
  {
    name: 'the note editor',
    hash: '#/deals?on=deal-usa-jpn-minerals-framework',
    place: 'aside',
    there: shown('[data-note-new]'),
    act: async (session) => {
      await session.evaluate(`document.querySelector('[data-note-new]').click();`);
      await session.waitFor(shown('[data-note-text]'));
    }
  },
  { name: 'a place', hash: '#/deals?on=CHN', place: 'aside', there: shown('[data-dossier-title]') },
  { name: 'a claim', hash: '#/brief?on=claim-p0-2', place: 'aside', there: shown('[data-dossier-title]') },
  { name: 'a source', hash: '#/brief?on=w01', place: 'aside', there: shown('[data-dossier-title]') },
  {
    name: 'the Timeline view',
    hash: '#/timeline',
    there: shown('[data-chart="timeline"], #stage svg'),
    act: async (session) => {
      await session.evaluate(openAll);
    }
  },
  { name: 'the Notes view', hash: '#/notes', there: shown('[data-import]') },
  {
    name: 'a link to nothing',
    hash: '#/nowhere?on=nothing',
    there: shown('[data-message]'),
    until: 'Heading 1'
  },
  {
    name: 'the search',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-search-open]'),
    act: async (session) => {
      await session.evaluate(`document.querySelector('[data-search-open]').click();`);
      await session.waitFor(shown('[data-search] input'));
      await session.evaluate(`const field = document.querySelector('[data-search] input');
        field.value = 'china'; field.dispatchEvent(new Event('input', { bubbles: true }));`);
      await session.waitFor(shown('[data-search] [role="option"]'));
    }
  },
  {
    name: 'the menu',
    hash: '#/brief',
    place: 'banner',
    there: shown('[data-menu]'),
    act: async (session) => {
      await session.evaluate(`document.querySelector('[data-menu]').open = true;`);
    }
  },
  {
    name: 'Help',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-help-open]'),
    act: async (session) => {
      await session.evaluate(`document.querySelector('[data-help-open]').click();`);
      await session.waitFor(shown('dialog[open] h2'));
    }
  },
  {
    name: 'About',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-about-open]'),
    act: async (session) => {
      await session.evaluate(`document.querySelector('[data-about-open]').click();`);
      await session.waitFor(shown('[data-about] [data-block]'));
    }
  },
  {
    name: 'the days that matter',
    hash: '#/brief',
    place: 'banner',
    there: shown('[data-asof-presets]'),
    act: (session) => pressed(session, '[data-asof-presets]', '#asof-list')
  },
  { name: 'a day that is none', hash: '#/brief?as=32nd', there: shown('[data-message]'), until: 'Heading 1' },
  {
    name: 'the choice of deals',
    hash: '#/deals',
    there: shown('[data-chart="map"]'),
    act: (session) => pressed(session, '#stage .fold', '#stage .sift.open')
  },
  { name: 'the world map', hash: '#/deals?map=world', there: shown('[data-chart="map"] [data-arc]') },
  { name: 'the timeline as a table', hash: '#/timeline?table=yes', there: shown('#stage table') },
  {
    name: 'Hand over',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-hand-over-open]'),
    act: (session) => pressed(session, '[data-hand-over-open]', '[data-hand-over] h2')
  },
  {
    name: 'the scenes',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-present-open]'),
    act: (session) => pressed(session, '[data-present-open]', '[data-scenes-panel] [data-scene-row]')
  },
  {
    name: 'the check of the room',
    hash: '#/brief',
    place: 'dialog',
    there: shown('[data-present-open]'),
    act: async (session) => {
      await pressed(session, '[data-present-open]', '[data-scenes-panel] [data-scene-row]');
      await session.evaluate(`document.querySelector('[data-room-check]').open = true;`);
      await session.waitFor(shown('[data-check]'));
    }
  },
  // From here on there are notes.
  {
    name: 'a note',
    hash: '#/deals?on=deal-usa-aus-framework',
    place: 'aside',
    there: shown('[data-note-new]'),
    act: async (session) => {
      await writeNote(session, 'deal-usa-aus-framework', 'Ask whose text this is.');
    }
  },
  { name: 'the Notes view with a note', hash: '#/notes', there: shown('[data-note]') },
  {
    name: 'what a note was',
    hash: '#/deals?on=deal-usa-aus-framework',
    place: 'aside',
    there: shown('[data-note]'),
    act: async (session) => {
      await session.evaluate(
        `document.querySelectorAll('[data-dossier] details').forEach((one) => (one.open = true));`
      );
    }
  },
  {
    name: 'all parts of the Notes view',
    until: 'Heading 3: Backups',
    hash: '#/notes',
    there: shown('[data-note]'),
    act: async (session) => {
      await session.evaluate(openAll);
    }
  },
  {
    name: 'a text with hints',
    hash: '#/deals?on=deal-jpn-usa-lng',
    place: 'aside',
    there: shown('[data-note-new]'),
    act: async (session) => {
      await pressed(session, '[data-note-new]', '[data-note-text]');
      await session.type('[data-note-text]', 'It is likely, and possible.');
      await session.waitFor(shown('[data-note-hints] li'));
    }
  },
  { name: 'the Notes view with an unfinished text', hash: '#/notes', there: shown('[data-unfinished]') }
];

/** Brings the page into a state, from wherever it is. */
export async function enter(session: Session, { hash, there, act }: State): Promise<void> {
  await session.evaluate(`document.querySelectorAll('dialog').forEach((dialog) => dialog.close());
    document.querySelector('[data-menu]').open = false;`);
  // A sheet goes a moment after it is closed; whoever opens the next one before that would see both go.
  await session.waitFor(`!document.querySelector('dialog')`);
  await goTo(session, hash);
  await session.waitFor(there);
  if (act) await act(session);
  await session.evaluate('await new Promise((done) => setTimeout(done, 300));');
}
