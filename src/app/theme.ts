const KEY = 'lodestone-theme';

/** What a reader can choose: the system's theme, or one of the two for good. */
export const THEMES = [
  { id: 'system', name: 'as the system' },
  { id: 'light', name: 'light' },
  { id: 'dark', name: 'dark' }
] as const;
export type Theme = (typeof THEMES)[number]['id'];

/** The reader's choice as remembered, or the system's theme. */
export function chosenTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  } catch {
    // Site data is blocked, or this is the build: nothing can have been chosen.
    return 'system';
  }
}

/** Takes the reader's choice and remembers it, where the browser lets a page remember anything. */
export function chooseTheme(theme: Theme): void {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = theme === 'system' ? system : theme;
  try {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
  } catch {
    // Site data is blocked: the choice holds until the page is closed.
  }
}

/** Follows the system's theme for as long as the reader has not chosen one. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
    if (chosenTheme() === 'system') document.documentElement.dataset.theme = event.matches ? 'dark' : 'light';
  });
}
