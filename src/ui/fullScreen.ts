/** Fills the screen with the page; false where the browser refuses. Must follow a click or a key. */
export async function fillScreen(page: Document): Promise<boolean> {
  try {
    await page.documentElement.requestFullscreen({ navigationUI: 'hide' });
    return true;
  } catch {
    return false;
  }
}

/** Whether the page fills the screen. */
export const isFull = (page: Document): boolean => page.fullscreenElement !== null;

/** Gives the screen back. */
export async function leaveFull(page: Document): Promise<void> {
  if (isFull(page)) await page.exitFullscreen().catch(() => undefined);
}
