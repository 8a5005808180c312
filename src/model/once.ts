/** Makes of each thing, which must never change, what `make` makes of it, once: who asks again for the same thing gets the same. */
export function once<Thing extends object, Made>(make: (of: Thing) => Made): (of: Thing) => Made {
  const known = new WeakMap<Thing, { made: Made }>();
  return (of) => {
    const found = known.get(of) ?? { made: make(of) };
    known.set(of, found);
    return found.made;
  };
}
