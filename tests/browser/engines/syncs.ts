import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pause } from './engine.ts';
import { findProgram, living } from './processes.ts';

/** The program that shows what a process asks of the system, where it is there and the system allows it. */
export const STRACE = process.platform === 'linux' ? findProgram(['strace']) : undefined;

/** Counts how often the processes of a group ask the disk for certainty (fsync, fdatasync) from now on. */
export async function countSyncs(
  leader: number,
  log: string
): Promise<{ count: () => number; stop: () => Promise<void> }> {
  const watched = living(leader).flatMap((pid) => ['-p', String(pid)]);
  const args = ['-f', '-e', 'trace=fsync,fdatasync', '-e', 'signal=none', '-o', log, ...watched];
  const tracer = spawn(STRACE ?? 'strace', args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  tracer.stderr.on('data', (text: Buffer) => (said += text.toString()));
  const ended = new Promise<void>((resolve) => tracer.once('exit', () => resolve()));
  for (let tries = 0; !/attached/.test(said); tries += 1) {
    if (tries > 200 || tracer.exitCode !== null) throw new Error(`strace did not attach: ${said}`);
    await pause(50);
  }
  await pause(1000); // Each further process is attached in turn.
  const count = () => (readFileSync(log, 'utf8').match(/\bf(data)?sync\(/g) ?? []).length;
  const stop = () => {
    tracer.kill('SIGINT');
    return ended;
  };
  return { count, stop };
}
