/** A marking as it is compared: case and runs of white space make no difference. */
export function plainMarking(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toUpperCase();
}
