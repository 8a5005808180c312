/** What an import added, kept so that it can be undone. */
export type Receipt = { at: string; files: string[]; ids: string[] };

/** How many imports back can be undone. */
const KEPT = 5;

/** The receipts in a stored setting; what is not one is left out. */
export function readReceipts(value: unknown): Receipt[] {
  return Array.isArray(value) ? value.filter(isReceipt) : [];
}

/** The receipts with one more, the oldest dropped; an import that added nothing leaves none. */
export function withReceipt(value: unknown, receipt: Receipt): Receipt[] {
  const all = readReceipts(value);
  return receipt.ids.length > 0 ? [...all, receipt].slice(-KEPT) : all;
}

function isReceipt(value: unknown): value is Receipt {
  const { at, files, ids } = (value ?? {}) as Partial<Record<keyof Receipt, unknown>>;
  return typeof at === 'string' && Array.isArray(files) && Array.isArray(ids);
}
