import { counted, formatNumber } from '../model/format.ts';
import type { Note } from '../notes/note.ts';
import { markdownLine, markdownText } from './markdown.ts';
import { noteRows } from './noteRows.ts';
import type { NoteRow, NotesHead } from './noteRows.ts';

/** Notes as a text for people: by record, each with its marking, author, time and the sources of what it stands on. */
export function notesMarkdown(notes: readonly Note[], head: NotesHead): string {
  const rows = noteRows(notes, head);
  const highest = head.highest
    ? `highest marking inside: ${markdownLine(head.highest)}`
    : 'no note is marked';
  const lines = [
    `# Notes on ${markdownLine(head.title)}`,
    '',
    `Edition ${markdownLine(head.edition)}, ${markdownLine(head.publisher)}. Marking of the briefing: ${markdownLine(head.marking)}.`,
    '',
    `${counted(rows.length, 'text')}; ${highest}. Authors are as they gave themselves; nobody checks them.`
  ];
  let record = '';
  rows.forEach((row, i) => {
    if (row.entity !== record) lines.push('', `## ${markdownLine(row.title)}`, '');
    else lines.push('', '---', '');
    record = row.entity;
    lines.push(...entry(row));
    if (rows[i + 1]?.entity !== row.entity && row.sources.length)
      lines.push('', 'Sources of the record:', '', ...row.sources.map((one) => `- ${markdownLine(one)}`));
  });
  return `${lines.join('\n')}\n`;
}

function entry(row: NoteRow): string[] {
  const author = row.org ? `${row.author} (${row.org})` : row.author;
  const who = row.begunBy ? `${author}, begun by ${row.begunBy}` : author;
  const about = [
    row.marking ? `**${markdownLine(row.marking)}**` : 'No marking',
    row.kind,
    markdownLine(who),
    `${row.written.slice(0, 16).replace('T', ' ')} UTC`,
    ...(row.answers ? ['answers another note'] : []),
    ...(row.alternative ? ['one of several texts side by side'] : [])
  ];
  const was = typeof row.was === 'number' ? formatNumber(row.was) : row.was;
  const seen = was === '' ? '' : `; the value was ${markdownLine(was)}`;
  return [
    about.join(' · '),
    '',
    markdownText(row.text),
    '',
    ...row.assess.flatMap((said) => [`- ${markdownLine(said)}`]),
    ...(row.assess.length ? [''] : []),
    `Noted on ${markdownLine(row.field ? `${row.entity}, ${row.field}` : row.entity)} in edition ${markdownLine(row.edition)}${seen}.`
  ];
}
