/** The file of a briefing's folder in which a path such as "deals[3].parties[1]" stands, and the id of the record there: "deals.json, deal-usa-jpn". Empty for what stands in no file. */
export function whereOf(path: string, raw: unknown): string {
  const steps = path.split(/[.[\]]+/).filter(Boolean);
  const [table = ''] = steps;
  if (!/^\w+$/.test(table)) return '';
  let here = raw;
  let id: string | undefined;
  let lens: string | undefined;
  for (const step of steps) {
    if (here === null || typeof here !== 'object' || !Object.hasOwn(here, step)) break;
    here = (here as Record<string, unknown>)[step];
    const own = here !== null && typeof here === 'object' && (here as { id?: unknown }).id;
    if (typeof own !== 'string') continue;
    id = own;
    if (table === 'lenses') lens ??= own;
  }
  const file = table === 'lenses' ? (lens ? `flows/${lens}.json` : 'flows') : `${table}.json`;
  return id === undefined || id === lens ? file : `${file}, ${id}`;
}
