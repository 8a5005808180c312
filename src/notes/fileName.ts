/**
 * The name of a notes file, the same for each writer: `<briefing>.<author>.<replica8>.notes.json`. What tells it from that
 * writer's other files (a marking, a choice of notes) stands before the ending, so that none is laid over another.
 */
export function notesFileName(
  briefing: string,
  author: string,
  replica: string,
  ...more: readonly string[]
): string {
  const owner = [
    fileWord(briefing, 'briefing'),
    fileWord(author, 'analyst'),
    fileWord(replica, 'replica').slice(0, 8)
  ];
  const parts = more.filter((part) => part.trim()).map((part) => fileWord(part, 'marked', false));
  return `${[...owner, ...parts].join('.')}.notes.json`;
}

/** Plain ASCII that any file system and share takes; a name in another script becomes `instead`. */
export function fileWord(text: string, instead: string, small = true): string {
  const plain = text.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const ascii = (small ? plain.toLowerCase() : plain)
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return ascii || instead;
}
