import fc from 'fast-check';

/** A mutant is told by the first counterexample; looking for the smallest one took longer than all tests together. */
fc.configureGlobal({ endOnFailure: true });
