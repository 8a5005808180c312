import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

/** The styles that each class stands for: a class of four letters may turn out to be that of two components. */
const styles = new Map();

/** A short class for a component's styles, the same in each build; throws where other styles have it already. */
function cssHash({ css, hash }) {
  const name = `s${hash(css).slice(0, 4)}`;
  if ((styles.get(name) ?? css) !== css)
    throw new Error(
      `svelte.config.js: two components share the class ${name}. Take one letter more of the hash.`
    );
  styles.set(name, css);
  return name;
}

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { css: 'external', runes: true, cssHash }
};
