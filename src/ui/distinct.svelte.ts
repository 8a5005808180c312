import { untrack } from 'svelte';

/**
 * A value that many marks read, told to them only when it is another one: each of a thousand marks that read a derived
 * value is looked through whenever something that the value may follow from changes, though it stays as it was.
 * To be called where a component begins.
 */
export function distinct<T>(read: () => T): { readonly now: T } {
  let now = $state.raw(untrack(read));
  $effect.pre(() => {
    now = read();
  });
  return {
    get now() {
      return now;
    }
  };
}
