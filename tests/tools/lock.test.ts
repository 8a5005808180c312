import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lockFaults, versionFaults } from '../../tools/lock.ts';

const json = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
const FOLDERS = ['.', 'tests/bench', 'tests/mutation'];
const SUM = `sha512-${'a'.repeat(86)}==`;

describe('the lock files', () => {
  test.each(FOLDERS)(
    '[BT3] of %s bind every package to a hash and name no other place to get it',
    (folder) => {
      expect(lockFaults(json(`${folder}/package-lock.json`))).toEqual([]);
    }
  );

  test.each(FOLDERS)('[BT3] the package file of %s names exact versions', (folder) => {
    expect(versionFaults(json(`${folder}/package.json`))).toEqual([]);
  });

  test('[BT3] the check finds a missing hash, a weak one, a foreign place, a link and an install script', () => {
    const packages = {
      '': { version: '1' },
      'node_modules/good': { version: '1.0.0', integrity: SUM },
      'node_modules/bare': { version: '1.0.0' },
      'node_modules/weak': { version: '1.0.0', integrity: 'sha1-abc' },
      'node_modules/far': { version: '1.0.0', integrity: SUM, resolved: 'git+ssh://elsewhere/x.git' },
      'node_modules/linked': { link: true },
      'node_modules/active': { version: '1.0.0', integrity: SUM, hasInstallScript: true }
    };
    expect(lockFaults({ lockfileVersion: 3, packages }).map((fault) => fault.split(':')[0])).toEqual([
      'node_modules/bare',
      'node_modules/weak',
      'node_modules/far',
      'node_modules/linked',
      'node_modules/active'
    ]);
    expect(lockFaults({ lockfileVersion: 1, packages: {} })).toHaveLength(1);
    expect(
      versionFaults({ dependencies: { a: '^1.0.0', b: '1.0.0' }, devDependencies: { c: 'latest' } })
    ).toHaveLength(2);
  });
});
