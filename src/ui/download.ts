/**
 * The least time between two files that are handed out, in milliseconds: WebKit drops a file when the next one is
 * started before it has been taken up, and never tells.
 */
const BETWEEN = 400;
let free = -Infinity;

/**
 * Hands a text or a blob to the browser as a file to keep; the browser decides where it goes and never tells.
 * Files asked for at the same time leave one after another.
 */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  const now = performance.now();
  const start = Math.max(now, free);
  free = start + BETWEEN;
  if (start > now) setTimeout(() => hand(name, blob), start - now);
  else hand(name, blob);
}

function hand(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
