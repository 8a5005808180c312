import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { plainReason } from '../../tools/virtual.ts';

const PATH = 'node_modules/svelte/src/internal/client/constants.js';

/** What the plugin makes of a module, and the error it ends the build with. */
function transformed(code: string, id: string) {
  const { transform } = plainReason();
  if (typeof transform !== 'function') throw new Error('plainReason has no transform');
  const error = vi.fn();
  const result = transform.call({ error } as never, code, id);
  return { code: (result as { code: string } | undefined)?.code, error };
}

test('[BT6] the reason that Svelte makes while it loads is an Error by kind, and has no stack', () => {
  const { code = '', error } = transformed(readFileSync(PATH, 'utf8'), `/somewhere/${PATH}`);
  expect(error).not.toHaveBeenCalled();
  expect(code).not.toMatch(/extends Error/);
  const made = /STALE_REACTION = (Object\.assign\([\s\S]*?\}\));/.exec(code)?.[1];
  const reason = new Function(`return ${made}`)() as Error;
  expect(reason).toBeInstanceOf(Error);
  expect(reason.name).toBe('StaleReactionError');
  expect(reason.message).toMatch(/getAbortSignal/);
  expect(reason.stack).toBeUndefined();
});

test('[BT6] where Svelte makes it otherwise, the build says where to look; other modules stay as they are', () => {
  expect(transformed('export const STALE_REACTION = {};', `/somewhere/${PATH}`).error).toHaveBeenCalledWith(
    expect.stringContaining('tools/virtual.ts')
  );
  expect(transformed('export const STALE_REACTION = {};', '/src/other.ts').code).toBeUndefined();
});
