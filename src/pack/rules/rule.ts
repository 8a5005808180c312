import type { Fault } from '../fault.ts';
import type { Tables } from '../tables.ts';

/** A rule names every place where tables break it; it holds its tongue while a table it needs has not its shape. */
export type Rule = (tables: Partial<Tables>) => Fault[];

/** Makes a rule that looks at the named tables only. */
export function rule<N extends keyof Tables>(
  needs: readonly N[],
  check: (tables: Pick<Tables, N>) => Fault[]
): Rule {
  return (tables) =>
    needs.every((name) => tables[name] !== undefined) ? check(tables as Pick<Tables, N>) : [];
}

/** Every value of some data with its path, parents first. */
export function* everyValue(value: unknown, path: string): Generator<[path: string, value: unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* everyValue(item, `${path}[${i}]`);
  else if (value !== null && typeof value === 'object')
    for (const [name, item] of Object.entries(value))
      yield* everyValue(item, path ? `${path}.${name}` : name);
}
