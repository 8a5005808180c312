import * as v from 'valibot';
import { Briefing, Element } from '../model/briefing.ts';
import { Claim, Contradiction, RecordEntry, Unknown } from '../model/claim.ts';
import { Deal } from '../model/deal.ts';
import { Event, Measure } from '../model/event.ts';
import { Card, Lens, Sector } from '../model/lens.ts';
import { Scenario } from '../model/scenario.ts';
import { Scene } from '../model/scene.ts';
import { Organisation, Place } from '../model/place.ts';
import { Source } from '../model/source.ts';
import type { Fault } from './fault.ts';

/** Every table of a briefing and the shape of its records; the order is the one of the seeds folder's dictionary. */
export const TABLES = {
  briefing: Briefing,
  places: v.array(Place),
  organisations: v.array(Organisation),
  elements: v.array(Element),
  sources: v.array(Source),
  claims: v.array(Claim),
  deals: v.array(Deal),
  events: v.array(Event),
  measures: v.array(Measure),
  record: v.array(RecordEntry),
  contradictions: v.array(Contradiction),
  unknowns: v.array(Unknown),
  sectors: v.array(Sector),
  cards: v.array(Card),
  scenarios: v.array(Scenario),
  scenes: v.array(Scene),
  lenses: v.array(Lens)
} as const;

/** The tables as plain data, each record of the right shape, nothing cross-checked yet. */
export type Tables = { [K in keyof typeof TABLES]: v.InferOutput<(typeof TABLES)[K]> };

/** Checks the shape of every table; gives those that have it, and reports every wrong member, and tables that are missing or unknown. */
export function readTables(raw: Readonly<Record<string, unknown>>): {
  tables: Partial<Tables>;
  faults: Fault[];
} {
  const faults: Fault[] = [];
  const tables: Record<string, unknown> = {};
  for (const [name, schema] of Object.entries(TABLES)) {
    if (!Object.hasOwn(raw, name)) {
      faults.push({
        path: name,
        value: undefined,
        what: 'missing table, found',
        remedy: `add ${name}.json, or [] if there is nothing in it`
      });
      continue;
    }
    const result = v.safeParse(schema, raw[name], { abortPipeEarly: true });
    if (result.success) tables[name] = result.output;
    else for (const issue of result.issues) faults.push(shapeFault(name, issue));
  }
  for (const name of Object.keys(raw))
    if (!Object.hasOwn(TABLES, name))
      faults.push({
        path: name,
        value: name,
        what: 'unknown table',
        remedy: `known tables: ${Object.keys(TABLES).join(', ')}`
      });
  return { tables: tables as Partial<Tables>, faults };
}

function shapeFault(table: string, issue: v.BaseIssue<unknown>): Fault {
  const steps = (issue.path ?? []).map((step) => step.key as string | number);
  const path = steps.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}.${key}`),
    table
  );
  if (issue.type === 'strict_object' && issue.expected === 'never')
    return {
      path,
      value: issue.path?.at(-1)?.value,
      what: 'unknown member with value',
      remedy: 'remove it, or correct its name'
    };
  if (issue.received === 'undefined')
    return {
      path,
      value: undefined,
      what: 'missing member, found',
      remedy: `expected ${issue.expected ?? issue.message}`
    };
  const plain = issue.type === 'integer' ? 'a whole number' : (issue.expected ?? issue.type);
  const wanted = issue.message.startsWith('Invalid') ? plain : issue.message;
  return { path, value: issue.input, what: 'not allowed here:', remedy: `expected ${wanted}` };
}
