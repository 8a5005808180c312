import type { MachineClock } from './machineClock.ts';
import { within } from './within.ts';

/**
 * Does what only one window of this browser may do at a time, where the browser has locks. What could not begin within
 * `limit` ms never does.
 */
export async function alone(
  locks: LockManager | undefined,
  name: string,
  work: () => Promise<void>,
  limit: number,
  clock: MachineClock
): Promise<void> {
  let late = false;
  const done = locks ? locks.request(name, async () => (late ? undefined : work())) : work();
  try {
    await within(Promise.resolve(done), limit, clock);
  } finally {
    late = true;
  }
}
