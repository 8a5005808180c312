/** A file as the browser's picker hands it over, with what is used of it. */
export type PlaceFile = {
  readonly kind: 'file';
  readonly name: string;
  getFile(): Promise<File>;
  createWritable(): Promise<{
    write(text: string): Promise<void>;
    close(): Promise<void>;
    abort(): Promise<void>;
  }>;
} & Asking;
/** A folder as the browser's picker hands it over, with what is used of it. */
export type PlaceFolder = {
  readonly kind: 'directory';
  readonly name: string;
  values(): AsyncIterable<PlaceFile | PlaceFolder>;
  getFileHandle(name: string, options?: { create: boolean }): Promise<PlaceFile>;
} & Asking;
/** Where a notes file is kept current: a file, or a folder in which one file is ours. */
export type Place = PlaceFile | PlaceFolder;
/** Permission belongs to a visit: the browser asks again on the next one. */
type Asking = {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** A file's place, as it is remembered from one visit to the next. */
export type KeptPlace = {
  place: Place;
  /** The name of our file there; it stays when its writer's name changes. */
  name: string;
  /** The highest marking that may go there by its text; an empty text for unmarked notes only, null for all. */
  upTo: string | null;
  /** The digest of what we wrote there last: a file that still has it holds nothing we did not know. */
  written: string;
};

/** What was written is not what stands there afterwards, so another program writes there too. */
export class OverwrittenError extends Error {
  override readonly name = 'OverwrittenError';
}

const ENDING = '.notes.json';

/** Our file at a place, or undefined where there is none yet. A folder that is gone is told when it is written to. */
export async function findOwn({ place, name }: KeptPlace): Promise<File | undefined> {
  if (place.kind === 'file') return place.getFile();
  try {
    return await (await place.getFileHandle(name)).getFile();
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return undefined;
    throw error;
  }
}

/**
 * Writes our file: the browser puts it in place only when all of it is on the disk, so a fault leaves the old one whole.
 * It is read back; resolves only where the same text stands there.
 */
export async function writeOwn({ place, name }: KeptPlace, text: string): Promise<void> {
  const file = place.kind === 'file' ? place : await place.getFileHandle(name, { create: true });
  const out = await file.createWritable();
  try {
    await out.write(text);
    await out.close();
  } catch (error) {
    await out.abort().catch(() => undefined);
    throw error;
  }
  if ((await (await file.getFile()).text()) !== text) throw new OverwrittenError();
}

/** The others' notes files in a folder by name; ours and whatever is no notes file are left alone. */
export async function othersIn(folder: PlaceFolder, own: string): Promise<File[]> {
  const found: PlaceFile[] = [];
  for await (const entry of folder.values())
    if (entry.kind === 'file' && entry.name.endsWith(ENDING) && entry.name !== own) found.push(entry);
  found.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files: File[] = [];
  for (const entry of found)
    try {
      files.push(await entry.getFile());
    } catch (error) {
      // Taken away by its writer between the listing and the reading.
      if (!isNamed(error, 'NotFoundError')) throw error;
    }
  return files;
}

/** Whether the place may be read and written in this visit, as the browser says. */
export function permission(place: Place): Promise<PermissionState> {
  return place.queryPermission?.({ mode: 'readwrite' }) ?? Promise.resolve('granted');
}

/** Has the browser ask for it; must follow upon a click. */
export function askPermission(place: Place): Promise<PermissionState> {
  return place.requestPermission?.({ mode: 'readwrite' }) ?? Promise.resolve('granted');
}

/** True for an error of the browser by that name. */
export function isNamed(error: unknown, name: string): boolean {
  return error instanceof Error && error.name === name;
}
