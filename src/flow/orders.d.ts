/** The best order of every shipped lens, with its weighted crossings, found and proved at build by tools/virtual.ts. */
declare module 'virtual:orders' {
  const orders: Record<string, { order: Record<number, string[]>; crossings: number }>;
  export default orders;
}
