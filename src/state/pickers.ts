import type { KeptPlace, Place } from '../store/place.ts';

/** The browser's pickers, where it has them; each resolves with what was chosen. */
export type Pickers = { folder?: (name: string) => Promise<Place>; file?: (name: string) => Promise<Place> };

type Window = {
  showDirectoryPicker?: (options: object) => Promise<Place>;
  showSaveFilePicker?: (options: object) => Promise<Place>;
};

const TYPES = [{ description: 'Notes file', accept: { 'application/json': ['.notes.json', '.json'] } }];

/** The pickers of a window; `name` is what the file is to be called. */
export function pickersOf(target: object): Pickers {
  const window = target as Window;
  return {
    ...(window.showDirectoryPicker && {
      folder: () => window.showDirectoryPicker!({ id: 'lodestone-notes', mode: 'readwrite' })
    }),
    ...(window.showSaveFilePicker && {
      file: (suggestedName: string) =>
        window.showSaveFilePicker!({ id: 'lodestone-notes', suggestedName, types: TYPES })
    })
  };
}

/** Whether what was remembered is a place as this release keeps it; another may have kept it otherwise. */
export function isKept(value: unknown): value is KeptPlace {
  if (typeof value !== 'object' || value === null) return false;
  const { place, name, upTo, written } = value as Partial<Record<keyof KeptPlace, unknown>>;
  const isPlace = typeof place === 'object' && place !== null && 'kind' in place;
  const isLimit = upTo === null || typeof upTo === 'string';
  return isPlace && isLimit && typeof name === 'string' && typeof written === 'string';
}
