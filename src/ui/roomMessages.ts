import { formatNumber } from '../model/format.ts';

/** What the check of the room says of each thing, with what to do. */
export const ROOM = {
  untried: 'Not tried yet.',
  storage: 'Notes and decks are kept in this browser’s database.',
  opened: {
    share:
      'From a share by its server’s name. Firefox keeps notes by this very path: the same file by a drive letter is another place to it.',
    drive:
      'From a drive. If its letter is a mapped share, Firefox takes the server’s name for another place: open the file always the same way.',
    disk: 'From a disk. In Firefox notes belong to this very path: rename or move the file only with a notes file written.',
    web: 'Not opened as a file. Open the html by double click.'
  },
  popup: 'A second window can be opened.',
  popupNot: 'Refused. Allow pop-ups for this page (the address bar shows a sign), or print cue cards.',
  full: 'The page can fill the screen.',
  fullNot: 'Refused. Use F11 instead; the keys of the show work just the same.',
  download:
    'Handed to the browser: look for lodestone-test.txt among your downloads. If it is not there, downloads are blocked here.',
  pickerOpening: 'A window for choosing a file should have opened. If not, drop files onto the page instead.',
  picker: 'The window for choosing a file opened.',
  print: 'The browser opened its print window.',
  printNot: 'Asked for. If no window opened, printing is blocked here.',
  keysNone: 'No key heard yet.',
  keysHeard: (keys: string) => `Heard: ${keys}. PageUp and PageDown are all that a show needs.`,
  screen: (width: number, height: number, scale: number, all: number, high: number) =>
    `This window has ${width} × ${height} points at a scale of ${formatNumber(scale * 100, 0)} %, on a screen of ${all} × ${high}. ` +
    (width >= 1024 && height >= 700
      ? 'That is room enough.'
      : 'Below 1024 × 700 pictures get tight: fill the screen, or set the zoom to 100 % (Ctrl+0).')
};
