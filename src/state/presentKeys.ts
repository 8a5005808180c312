/** What the speaker can have the room's window do. */
export type Command =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'spotlight'
  | 'overview'
  | 'explore'
  | 'help'
  | 'ask'
  | 'back'
  | 'full'
  | 'strip'
  | 'speaker'
  | 'leave'
  | { go: number };

const ALWAYS: Readonly<Record<string, Command>> = {
  PageDown: 'next',
  PageUp: 'previous',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
  Backspace: 'back',
  F5: 'full',
  Escape: 'leave'
};
/** Keys of one letter or sign: they can be switched off. */
const SINGLE: Readonly<Record<string, Command>> = {
  ' ': 'next',
  '.': 'black',
  b: 'black',
  w: 'white',
  l: 'spotlight',
  o: 'overview',
  e: 'explore',
  '?': 'help',
  '/': 'ask',
  n: 'strip',
  s: 'speaker'
};
/** What has the keys beside the presenter: a field takes nearly all of them, a slider those that move it. */
export type Busy = 'field' | 'slider' | null;
/** What a clicker sends; these are the presenter's even where a field or a slider has the keys. */
const CLICKER = ['PageDown', 'PageUp', 'F5', 'Escape'];

const MOVES_A_SLIDER = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

/** The command of a key as named in `KeyboardEvent.key`, or undefined. */
export function commandOf(key: string, single: boolean, busy: Busy): Command | undefined {
  if (busy === 'field' && !CLICKER.includes(key)) return undefined;
  if (busy === 'slider' && MOVES_A_SLIDER.includes(key)) return undefined;
  if (Object.hasOwn(ALWAYS, key)) return ALWAYS[key];
  const name = key.length === 1 ? key.toLowerCase() : key;
  // The space bar is no letter or sign to be spoken by mistake.
  if (!single && name !== ' ') return undefined;
  return Object.hasOwn(SINGLE, name) ? SINGLE[name] : undefined;
}

/** The scene that typed digits name, counted from 0, or undefined where there is none. */
export function sceneOf(digits: string, count: number): number | undefined {
  const number = Number(digits);
  return digits !== '' && number >= 1 && number <= count ? number - 1 : undefined;
}
