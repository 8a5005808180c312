/** Time as the stores see it; tests give their own. */
export type MachineClock = {
  now(): number;
  /** Runs something once after `ms`; gives out a function that prevents it. */
  after(ms: number, run: () => void): () => void;
};

/** The machine's own time. */
export const machineClock: MachineClock = {
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  }
};
