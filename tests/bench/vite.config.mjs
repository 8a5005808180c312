import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const here = fileURLToPath(new URL('.', import.meta.url));

/** Bundles the bench with our layout for Node, so that it needs no TypeScript runner. */
export default defineConfig({
  root: here,
  logLevel: 'warn',
  ssr: { noExternal: true },
  build: {
    ssr: 'run.mjs',
    outDir: 'node_modules/.bench',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { output: { entryFileNames: 'run.mjs' } }
  }
});
