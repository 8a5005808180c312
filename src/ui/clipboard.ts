/** Puts a text on the clipboard; false where the browser refuses, so that the caller can offer the text selected instead. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Puts a picture on the clipboard, as soon as it is drawn; false where the browser refuses or cannot draw it. */
export async function copyPicture(picture: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': picture })]);
    return true;
  } catch {
    // The clipboard asked for nothing, so nobody else looks at a picture that could not be drawn.
    picture.catch(() => undefined);
    return false;
  }
}
