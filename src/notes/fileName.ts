/** The name of a notes file, the same for each writer: `<briefing>.<author>.<replica8>.notes.json`. */
export function notesFileName(briefing: string, author: string, replica: string): string {
  return `${safe(briefing, 'briefing')}.${safe(author, 'analyst')}.${safe(replica, 'replica').slice(0, 8)}.notes.json`;
}

/** Plain ASCII that any file system and share takes; a name in another script becomes `instead`. */
function safe(text: string, instead: string): string {
  const ascii = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  return ascii || instead;
}
