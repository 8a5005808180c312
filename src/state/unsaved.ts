import type { Unsaved } from '../store/saveStatus.ts';

let give: () => readonly Unsaved[] = () => [];

/** Lets the rescue page reach what is in memory only, even when every view is broken. */
export function offerUnsaved(source: () => readonly Unsaved[]): void {
  give = source;
}

/** What is in memory only, oldest first. */
export function unsavedNow(): readonly Unsaved[] {
  return give();
}
