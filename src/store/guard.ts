/**
 * Makes BroadcastChannel safe to construct. Firefox with all site data blocked throws in its constructor, and
 * Dexie calls it while it loads, so nothing of the page would start. Here a channel that cannot open becomes
 * one that stays silent. `main` imports this file first; every module that names Dexie imports it too.
 */
export function guardBroadcastChannel(scope: { BroadcastChannel?: typeof BroadcastChannel }): void {
  const real = scope.BroadcastChannel;
  if (!real) return;
  scope.BroadcastChannel = new Proxy(real, {
    construct(target, args: [string]) {
      try {
        return new target(...args);
      } catch {
        return new SilentChannel();
      }
    }
  });
}

class SilentChannel extends EventTarget {
  readonly name = '';
  onmessage = null;
  onmessageerror = null;
  postMessage(): void {}
  close(): void {}
}

guardBroadcastChannel(globalThis);
