import { execFileSync } from 'node:child_process';
import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, isAbsolute, join } from 'node:path';
import { pause } from './engine.ts';

const runnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The first of these programs that is there: absolute paths as they are, bare names looked up in PATH. */
export function findProgram(candidates: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return candidates
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(runnable);
}

/** What a program says to the arguments given, or undefined where it fails. */
export function ask(program: string, args: readonly string[], env = process.env): string | undefined {
  try {
    return execFileSync(program, args, {
      encoding: 'utf8',
      env,
      timeout: 30_000,
      stdio: ['ignore', 'pipe', 'ignore']
    });
  } catch {
    return undefined;
  }
}

/** The version number in what a program says of itself. */
export const versionIn = (text: string | undefined): string =>
  /\d+(\.\d+)+\w*/.exec(text ?? '')?.[0] ?? 'version unknown';

/** A TCP port that was free a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });

/** Process ids of a group's members that still run; the dead that nobody has collected do not count. */
export function living(group: number): number[] {
  if (process.platform !== 'linux') {
    try {
      process.kill(-group, 0);
      return [group];
    } catch {
      return [];
    }
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        // After the name in brackets: state, parent, group.
        const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return Number(fields[2]) === group && fields[0] !== 'Z' && fields[0] !== 'X';
      } catch {
        return false;
      }
    });
}

const signal = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Already gone, which is what was asked for.
  }
};

const ours = new Set<number>();

process.once('exit', () => ours.forEach((leader) => signal(-leader)));

/** Ends a process group with this process, should a test run be broken off. */
export const endWithUs = (leader: number | undefined): void => {
  if (leader) ours.add(leader);
};

/** Kills a process that leads a group, and the whole group with it; comes back when none of it runs. */
export async function killGroup(leader: number): Promise<void> {
  if (process.platform === 'win32') {
    ask('taskkill', ['/pid', String(leader), '/T', '/F']);
    await pause(500);
    return;
  }
  signal(leader);
  signal(-leader);
  ours.delete(leader);
  for (let tries = 0; living(leader).length > 0; tries += 1) {
    if (tries > 400) throw new Error(`processes ${living(leader).join(', ')} do not end`);
    await pause(25);
  }
}
