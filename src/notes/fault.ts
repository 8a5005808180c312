/** One thing wrong with a note: where it stands, the value found there, and how to mend it. */
export class NoteFault extends Error {
  readonly path: string;
  readonly value: unknown;
  readonly remedy: string;
  constructor(path: string, value: unknown, what: string, remedy: string) {
    super(`${path || 'note'}: ${what} ${shown(value)} (${remedy})`);
    this.name = 'NoteFault';
    this.path = path;
    this.value = value;
    this.remedy = remedy;
  }
}

/** A notes file from which nothing can be read; the message says where, what, and how to mend it. */
export class NotesFileError extends Error {
  constructor(where: string, what: string, remedy: string) {
    super(`${where}: ${what}. ${remedy}.`);
    this.name = 'NotesFileError';
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  let text: string;
  try {
    text = JSON.stringify(value) ?? typeof value;
  } catch {
    text = String(value); // A cycle or a bigint has no JSON, and a fault must still have a message.
  }
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
