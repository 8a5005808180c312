import { findBundled } from './bundled.ts';

/** Unpacks the Chromium of node_modules before any file of the suite runs, since several run at once. */
export const setup = async (): Promise<void> => {
  await findBundled();
};
