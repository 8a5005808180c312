import { spawn, type ChildProcess } from 'node:child_process';
import type { Readable } from 'node:stream';
import { findProgram } from './processes.ts';

let server: ChildProcess | undefined;
let display: Promise<string> | undefined;

/** True where a window can be shown: a desktop, or Xvfb to stand in for one. */
export const canShow = (): boolean => Boolean(process.env.DISPLAY ?? findProgram(['Xvfb']));

/** The X display to draw on: the desktop's, or an Xvfb of our own that ends with this process. */
export function showOn(): Promise<string> {
  if (process.env.DISPLAY) return Promise.resolve(process.env.DISPLAY);
  return (display ??= startXvfb());
}

function startXvfb(): Promise<string> {
  const program = findProgram(['Xvfb']);
  if (!program) return Promise.reject(new Error('no DISPLAY and no Xvfb'));
  return new Promise((resolve, reject) => {
    // Xvfb finds a free number itself and writes it to the descriptor named.
    const args = ['-displayfd', '3', '-screen', '0', '3840x2160x24', '-nolisten', 'tcp'];
    const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    server = child;
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended at once (${code})`)));
    (child.stdio[3] as Readable).once('data', (text) => resolve(`:${String(text).trim()}`));
    process.once('exit', () => child.kill());
  });
}

/** Ends the Xvfb that was started here, if one was. */
export function hideDisplay(): void {
  server?.kill();
  server = undefined;
  display = undefined;
}
