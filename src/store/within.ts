import { machineClock } from './machineClock.ts';
import type { MachineClock } from './machineClock.ts';

/** The promise's result, or a TimeoutError after `limit` ms: a store that hangs must not hang the page. */
export function within<T>(
  promise: Promise<T>,
  limit: number,
  clock: MachineClock = machineClock
): Promise<T> {
  return new Promise((resolve, reject) => {
    const error = Object.assign(new Error(`No answer within ${limit} ms`), { name: 'TimeoutError' });
    const cancel = clock.after(limit, () => reject(error));
    promise.then(resolve, reject).finally(cancel);
  });
}
