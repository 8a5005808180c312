import { createHash } from 'node:crypto';
import type { Inside, Work } from '../src/model/about.ts';

/** One block of the html: its name, its text and its SHA-256 in hexadecimal digits. */
export type Block = { name: string; text: string };

/** The SHA-256 of a text or of bytes, in hexadecimal digits. */
export const sha256 = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex');

/** The lines of SHA256SUMS, as `sha256sum --check` reads them. */
export const sums = (files: Record<string, string | Uint8Array>): string =>
  Object.keys(files)
    .sort()
    .map((name) => `${sha256(files[name] ?? '')}  ${name}\n`)
    .join('');

/** What the bill of materials says of the html as a whole. */
export type Product = { version: string; edition: string; html: string; blocks: Block[] };

/**
 * The bill of materials, CycloneDX 1.6 as JSON: the html with the hash of each block, and everything inside it that others
 * wrote. It holds no time and no chance, so the same sources give the same bytes.
 */
export function billOfMaterials(product: Product, { works }: Inside): string {
  const hash = sha256(product.html);
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${asUuid(hash)}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': 'lodestone.html',
        name: 'lodestone.html',
        version: product.version,
        description: `Lodestone with the briefing's edition ${product.edition}: one file, no server, no network.`,
        licenses: [{ license: { id: 'MIT' } }],
        hashes: [{ alg: 'SHA-256', content: hash }],
        components: product.blocks.map(({ name, text }) => ({
          type: 'file',
          'bom-ref': `lodestone.html#${name}`,
          name,
          hashes: [{ alg: 'SHA-256', content: sha256(text) }]
        }))
      }
    },
    components: works.map(component),
    dependencies: [{ ref: 'lodestone.html', dependsOn: works.map(reference) }]
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

const reference = ({ name, version }: Work) => `pkg:npm/${name.replace('@', '%40')}@${version}`;

const component = (work: Work) => ({
  type: work.use === 'code' ? 'library' : 'data',
  'bom-ref': reference(work),
  name: work.name,
  version: work.version,
  purl: reference(work),
  copyright: work.copyright.join('; '),
  licenses: [{ license: { id: work.licence } }]
});

/** A serial number that follows from the html: a UUID of version 8 made of its hash. */
const asUuid = (hash: string) =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32)
  ].join('-');
