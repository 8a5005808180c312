import { flushSync } from 'svelte';

/** What is done before a printer takes the page. */
const all = new Set<() => void>();

/** A set tells of what comes in while it is gone through: a part that is brought in for the printer is asked too. */
function print(): void {
  for (const one of all) flushSync(one);
}

/** Does something, and draws what follows from it, before a printer takes the page; gives out how to let it be. */
export function onPrint(one: () => void): () => void {
  if (all.size === 0) window.addEventListener('beforeprint', print);
  all.add(one);
  return () => {
    all.delete(one);
    if (all.size === 0) window.removeEventListener('beforeprint', print);
  };
}
