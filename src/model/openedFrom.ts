/** Where the page was opened from, as far as its address tells. */
export type OpenedFrom = 'share' | 'drive' | 'disk' | 'web';

/** Reads the parts of an address: a host in a file's address is a share's server (UNC); a letter is a drive, perhaps a mapped one. */
export function openedFrom(host: string, path: string, protocol: string): OpenedFrom {
  if (protocol !== 'file:') return 'web';
  if (host || path.startsWith('//')) return 'share';
  return /^\/[a-z]:/i.test(path) ? 'drive' : 'disk';
}
