import { on } from 'svelte/events';

/** How long typing rests before it is kept, so that not every letter is a text of its own in a history. */
const REST = 1_000; // ms

/**
 * What is typed into some fields and not kept yet: `change` is asked to keep it once typing rests, a field is left, or the page
 * is hidden or left, and says whether it did. Gives out what a field needs, by its name; to be called as a component is made.
 */
export function typing<F extends string>(
  held: () => Readonly<Record<F, string>>,
  change: (typed: Partial<Record<F, string>>) => Promise<boolean>
) {
  let typed = $state.raw<Partial<Record<F, string>>>({});
  let sent: typeof typed = {};
  let timer: ReturnType<typeof setTimeout> | undefined;

  function type(field: F, { currentTarget }: Event) {
    typed = { ...typed, [field]: (currentTarget as HTMLInputElement).value };
    clearTimeout(timer);
    timer = setTimeout(keep, REST);
  }
  async function keep() {
    clearTimeout(timer);
    const now = typed;
    const fields = Object.keys(now) as F[];
    if (fields.every((field) => now[field] === sent[field])) return;
    sent = now;
    const kept = await change(now);
    // What was refused stays in its field, and so does what was typed on meanwhile.
    if (sent === now) sent = {};
    if (kept)
      typed = Object.fromEntries(
        Object.entries(typed).filter(([field, value]) => value !== now[field as F])
      ) as typeof typed;
  }
  $effect(() => {
    const stops = [on(window, 'pagehide', keep), on(document, 'visibilitychange', keep)];
    return () => {
      stops.forEach((stop) => stop());
      void keep();
    };
  });
  return (name: F) => ({
    value: typed[name] ?? held()[name],
    oninput: (event: Event) => type(name, event),
    onchange: (event: Event) => {
      type(name, event);
      void keep();
    },
    onblur: keep
  });
}
