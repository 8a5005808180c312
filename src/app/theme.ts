const KEY = 'lodestone-theme';

/** Turns the page from light to dark or back and remembers it, where the browser lets a page remember anything. */
export function toggleTheme(): void {
  const root = document.documentElement;
  const next = root.dataset.theme === 'dark' ? 'light' : 'dark';
  root.dataset.theme = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Site data is blocked: the choice holds until the page is closed.
  }
}

/** Follows the system's theme for as long as the reader has not chosen one. */
export function followSystemTheme(): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', (event) => {
    let chosen: string | null = null;
    try {
      chosen = localStorage.getItem(KEY);
    } catch {
      // Nothing can have been stored.
    }
    if (!chosen) document.documentElement.dataset.theme = event.matches ? 'dark' : 'light';
  });
}
