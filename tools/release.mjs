// Writes released.json: the ids of this edition beside those that earlier releases gave out, since notes hang on them all.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createServer } from 'vite';

const server = await createServer({
  configFile: false,
  logLevel: 'error',
  appType: 'custom',
  server: { middlewareMode: true, watch: null },
  optimizeDeps: { noDiscovery: true }
});
try {
  const { readReleased, readSeeds, SEEDS } = await server.ssrLoadModule('/tools/seeds.ts');
  const { openPack } = await server.ssrLoadModule('/src/pack/pack.ts');
  const { entityIds } = await server.ssrLoadModule('/src/pack/ids.ts');
  const { lostIds } = await server.ssrLoadModule('/src/pack/released.ts');
  const { PackFaults } = await server.ssrLoadModule('/src/pack/fault.ts');
  const raw = readSeeds(SEEDS);
  const pack = openPack(raw);
  const before = readReleased(SEEDS);
  const lost = lostIds(pack, before);
  if (lost.length) throw new PackFaults(lost, raw);
  const ids = [...new Set([...before, ...[...entityIds(pack)].map(([id]) => id)])].sort();
  writeFileSync(join(SEEDS, 'released.json'), `${JSON.stringify(ids, null, 2)}\n`);
  console.log(
    `${join(SEEDS, 'released.json')}: ${ids.length} ids, ${ids.length - before.length} of them new.`
  );
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await server.close();
}
