/**
 * Whether the turn of a heavy part of a view has come: at once where it is light, and else in a task of its own, behind
 * the rest of the view. To be called where a component begins.
 */
export function inTurn(heavy: boolean): { readonly due: boolean } {
  let due = $state(!heavy);
  $effect(() => {
    if (due) return;
    const turn = setTimeout(() => (due = true));
    return () => clearTimeout(turn);
  });
  return {
    get due() {
      return due;
    }
  };
}
