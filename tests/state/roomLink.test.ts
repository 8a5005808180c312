import { describe, expect, test } from 'vitest';
import { RoomLink, SpeakerLink, type RoomState } from '../../src/state/roomLink.ts';

type Hear = (event: { data: unknown; source: unknown }) => void;
/** A window as far as the link needs it: who listens, and what it was sent. */
function pane(opener: unknown = null) {
  const hears = new Set<Hear>();
  const sent: unknown[] = [];
  return {
    sent,
    opener,
    closed: false,
    hear: (data: unknown, source: unknown) => hears.forEach((hear) => hear({ data, source })),
    addEventListener: (_: string, hear: Hear) => hears.add(hear),
    removeEventListener: (_: string, hear: Hear) => hears.delete(hear),
    postMessage: (data: unknown) => sent.push(data),
    setInterval: () => 1,
    clearInterval: () => undefined
  };
}
const state: RoomState = {
  deck: { title: 'Deck', scenes: [] },
  deckId: null,
  at: 2,
  cover: 'none',
  full: false,
  away: false,
  startedAt: 0,
  since: 0,
  spent: {}
};
function joined() {
  const room = pane();
  const obeyed: unknown[] = [];
  const link = new RoomLink(
    'token',
    () => state,
    (command) => obeyed.push(command)
  );
  const stop = link.listen(room as unknown as Window);
  return { room, obeyed, stop };
}
const hello = { lodestone: 'hello', token: 'token' };

describe('the room’s end of the link', () => {
  test('[S30] answers the window that knows the token, and does what it asks', () => {
    const { room, obeyed } = joined();
    const speaker = pane();
    room.hear(hello, speaker);
    expect(speaker.sent).toEqual([{ lodestone: 'state', token: 'token', state }]);
    room.hear({ ...hello, lodestone: 'command', command: 'next' }, speaker);
    room.hear({ ...hello, lodestone: 'command', command: { go: 4 } }, speaker);
    expect(obeyed).toEqual(['next', { go: 4 }]);
  });

  test('[S31] hears no other window, no wrong token, no command it does not know', () => {
    const { room, obeyed } = joined();
    const [speaker, stranger] = [pane(), pane()];
    room.hear({ ...hello, token: 'guess' }, stranger);
    room.hear(hello, speaker);
    room.hear({ ...hello, lodestone: 'command', command: 'next' }, stranger);
    room.hear({ ...hello, lodestone: 'command', command: 'leave' }, speaker);
    room.hear({ ...hello, lodestone: 'command', command: 'constructor' }, speaker);
    room.hear('next', speaker);
    room.hear(null, speaker);
    expect([obeyed, stranger.sent]).toEqual([[], []]);
  });

  test('[S32] takes a new window when the one it knew is gone, and is silent once stopped', () => {
    const { room, obeyed, stop } = joined();
    const [first, second] = [pane(), pane()];
    room.hear(hello, first);
    first.closed = true;
    room.hear({ ...hello, lodestone: 'command', command: 'black' }, second);
    expect(obeyed).toEqual(['black']);
    stop();
    room.hear({ ...hello, lodestone: 'command', command: 'black' }, second);
    expect(obeyed).toHaveLength(1);
  });
});

describe('the speaker’s end', () => {
  test('[S33] hears only the window that opened it, and only with the token', () => {
    const room = pane();
    const speaker = pane(room);
    const heard: RoomState[] = [];
    new SpeakerLink('token', (told) => heard.push(told)).listen(speaker as unknown as Window);
    expect(room.sent).toEqual([hello]);
    speaker.hear({ lodestone: 'state', token: 'token', state }, pane());
    speaker.hear({ lodestone: 'state', token: 'guess', state }, room);
    expect(heard).toEqual([]);
    speaker.hear({ lodestone: 'state', token: 'token', state }, room);
    expect(heard).toEqual([state]);
  });

  test('[S34] knows when the room is out of reach, and sends nothing', () => {
    const room = pane();
    expect(SpeakerLink.reaches(pane() as unknown as Window)).toBe(false);
    room.closed = true;
    const speaker = pane(room);
    new SpeakerLink('token', () => undefined).command(speaker as unknown as Window, 'next');
    expect([SpeakerLink.reaches(speaker as unknown as Window), room.sent]).toEqual([false, []]);
  });
});
