/** A list or a picture of up to so many entries is drawn at once; a larger one in parts, each in a task of its own. */
export const WHOLE = 120;
