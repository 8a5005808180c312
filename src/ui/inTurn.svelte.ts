import { onPrint } from './onPrint.ts';

/**
 * Whether the turn of a heavy part of a view has come: at once where it is light, and else in a task of its own, behind
 * the frame that lays out the view and the one that lays out its picture; for a printer at once. To be called where a component begins.
 */
export function inTurn(heavy: boolean): { readonly due: boolean } {
  let due = $state(!heavy);
  $effect(() => {
    if (due) return;
    let turn: number;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        turn = window.setTimeout(() => (due = true));
      });
    });
    const stop = onPrint(() => (due = true));
    return () => {
      stop();
      cancelAnimationFrame(frame);
      clearTimeout(turn);
    };
  });
  return {
    get due() {
      return due;
    }
  };
}
