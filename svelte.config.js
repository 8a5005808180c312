import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { css: 'external', runes: true, cssHash: ({ css, hash }) => `s${hash(css).slice(0, 5)}` }
};
