/** The page's Content Security Policy without the hashes of its scripts and styles, in its order: the build adds them, the page compares the rest. */
export const POLICY = [
  "default-src 'none'",
  'script-src',
  'style-src',
  'img-src data: blob:',
  'font-src data:',
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html lodestone-start lodestone-later lodestone-slides'
] as const;

/** Such a policy with the sources of scripts and of styles. */
export const policyWith = (scripts: string, styles: string): string =>
  POLICY.map((part) =>
    part === 'script-src' ? `${part} ${scripts}` : part === 'style-src' ? `${part} ${styles}` : part
  ).join('; ');

/** Whether a policy is that one, whatever its hashes: a word more would loosen it, and of a misspelt one a browser leaves that part out and goes on. */
export const isPolicy = (policy: string): boolean =>
  policy.replace(/ 'sha256-[\w+/=]+'/g, '') === POLICY.join('; ');
