/** The name by which the room's window finds the speaker's again. */
const NAME = 'lodestone-speaker';

/** Opens the speaker's window, or finds it again, and joins it to a showing; false where the browser refuses. Must follow a click or a key. */
export function openSpeaker(target: Window, token: string): boolean {
  const url = `#speaker=${token}`;
  const opened = target.open(url, NAME, 'popup,width=1100,height=760');
  opened?.focus();
  return opened !== null && !opened.closed;
}
