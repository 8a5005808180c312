/** What is said once something was handed over, or could not be. */
export const HANDED = {
  file: (name: string) => `Handed to the browser as ${name}. Check that it is in your downloads folder.`,
  slides: (why: string) =>
    `No slides were made: ${why}. Print the handout, or take the pictures along one by one.`,
  print: (why: string) =>
    `The paper could not be laid out: ${why}. The browser’s own printing (Ctrl+P) prints what is on screen.`,
  unnumbered:
    'This browser prints the marking above and below, but lets no page number its own sheets: choose “Print headers and footers” in its print window, and it adds the numbers.'
};

/** What is said when something was to be taken along and the browser would not. */
export const COPY = {
  refused: 'The browser refused its clipboard. The text is selected here: press Ctrl+C (or ⌘C).',
  picture: 'The browser refused to put a picture on its clipboard. Save it as a file instead.',
  undrawn: (why: string) => `This could not be made (${why}). Take another form, or a smaller size.`
};
