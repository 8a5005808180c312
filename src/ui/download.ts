/**
 * The least time between two files that are handed out, in milliseconds: WebKit drops a file when the next one is
 * started before it has been taken up, and never tells. On a busy machine 0.4 s was not enough.
 */
const BETWEEN = 1500;
const waiting: (() => void)[] = [];
let resting = false;

/**
 * Hands a text or a blob to the browser as a file to keep; the browser decides where it goes and never tells.
 * Files asked for at the same time leave one after another.
 */
export function download(name: string, content: string | Blob, type = 'application/json'): void {
  const blob = typeof content === 'string' ? new Blob([content], { type }) : content;
  waiting.push(() => hand(name, blob));
  if (!resting) next();
}

/** Hands out the file that waits longest and rests; the rest begins when the file has left, however late that was. */
function next(): void {
  const leave = waiting.shift();
  resting = leave !== undefined;
  leave?.();
  if (resting) setTimeout(next, BETWEEN);
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
