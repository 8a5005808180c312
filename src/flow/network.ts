import { topologyOf, total, type Topology } from './topology.ts';

/** What a site does in a network: give, pass on, use, or take what no use gets (stock, loss, surplus). */
export type Role = 'source' | 'inner' | 'use' | 'sink';

/** An acyclic network of flows in one unit. */
export type Network = {
  readonly sites: readonly { readonly id: string; readonly role: Role }[];
  readonly flows: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly value: number;
  }[];
};

/**
 * What happens: the remaining capacity of sites and the remaining permission of flows (by id; 1 as before, 0 stopped),
 * spare capacity as a share of throughput (best case only), uses to be served first, in this order.
 */
export type Shock = {
  readonly capacity?: Readonly<Record<string, number>> | undefined;
  readonly permission?: Readonly<Record<string, number>> | undefined;
  readonly spare?: Readonly<Record<string, number>> | undefined;
  readonly priority?: readonly string[] | undefined;
};

/** A network read once, with its baseline throughput per site and whether a site gives by itself. */
export type Baseline = Topology & { roles: Role[]; throughput: Float64Array; gives: Uint8Array };

/** Throughput is what comes in; at sources, and where nothing comes in, what goes out. */
export function baselineOf(network: Network): Baseline {
  const topology = topologyOf(network.sites, network.flows);
  const { ids, into, out } = topology;
  const role = new Map(network.sites.toReversed().map((site) => [site.id, site.role]));
  const roles = ids.map((id): Role => role.get(id) ?? 'inner');
  const gives = Uint8Array.from(roles, (r, i) => (r === 'source' || into[i]!.length === 0 ? 1 : 0));
  const throughput = Float64Array.from(ids, (_, i) => total((gives[i] === 1 ? out : into)[i]!));
  return { ...topology, roles, throughput, gives };
}

/** A setting of a shock by id, from 0 to `most`; what is missing or not a number is as before. */
export function setting(
  settings: Readonly<Record<string, number>> | undefined,
  id: string,
  asBefore: number,
  most: number
): number {
  const value = settings !== undefined && Object.hasOwn(settings, id) ? settings[id]! : asBefore;
  return Number.isNaN(value) ? asBefore : Math.min(most, Math.max(0, value));
}
