import { withUnseen } from './unseen.ts';

/**
 * Rows as CSV (RFC 4180): CRLF, quotes doubled. A text that a spreadsheet would run as a formula is led by an apostrophe,
 * also one that begins so after white space or in full-width signs; a number stays a number, negative ones too.
 */
export function csv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: string | number): string {
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  const seen = withUnseen(value);
  const safe =
    /^(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/.test(seen) && !/^-?\d+(?:\.\d+)?$/.test(seen) ? `'${seen}` : seen;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
