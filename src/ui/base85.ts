/** 85 characters that neither end a script element nor begin a comment in one: all printable ASCII but space, `"`, `&`, `'`, `<`, `>`, `\`, `` ` ``, `|` and `~`. */
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*+,-./:;=?@[]^_{}';
const VALUES = new Uint8Array(128).fill(255);
for (let i = 0; i < DIGITS.length; i += 1) VALUES[DIGITS.charCodeAt(i)] = i;

/**
 * Bytes as text, five characters for four bytes (big-endian, base 85, as in ASCII85; a quarter more where base64 takes a
 * third). The last group is shorter by as many characters as it lacks bytes.
 */
export function toBase85(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 4) {
    const held = Math.min(4, bytes.length - at);
    let word = 0;
    for (let i = 0; i < 4; i += 1) word = word * 256 + (bytes[at + i] ?? 0);
    let group = '';
    for (let i = 0; i < 5; i += 1) {
      group = DIGITS[word % 85]! + group;
      word = Math.floor(word / 85);
    }
    parts.push(group.slice(0, held + 1));
  }
  return parts.join('');
}

/** The bytes of such a text. Throws where a character is none of the 85 or the length is none that bytes have. */
export function fromBase85(text: string): Uint8Array<ArrayBuffer> {
  const rest = text.length % 5;
  if (rest === 1) throw new Error('a part of this file was cut');
  const whole = (text.length - rest) / 5;
  const bytes = new Uint8Array(whole * 4 + Math.max(0, rest - 1));
  for (let group = 0, at = 0; at < bytes.length; group += 5, at += 4) {
    let word = 0;
    for (let i = group; i < group + 5; i += 1) {
      // What a shorter group lacks counts as the highest digit, so that rounding gives the bytes back.
      const digit = i < text.length ? VALUES[text.charCodeAt(i)]! : 84;
      if (!(digit < 85)) throw new Error('a part of this file was changed');
      word = word * 85 + digit;
    }
    bytes[at] = word / 16_777_216;
    if (at + 1 < bytes.length) bytes[at + 1] = (word / 65_536) & 255;
    if (at + 2 < bytes.length) bytes[at + 2] = (word / 256) & 255;
    if (at + 3 < bytes.length) bytes[at + 3] = word & 255;
  }
  return bytes;
}
