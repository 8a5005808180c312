import { asciiMarkup } from './ascii.ts';

/** A text as markup that is read as this text, in ASCII letters; written as a copy of the page writes it again. */
export const textMarkup = (text: string): string =>
  asciiMarkup(text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));

/** A text that can end no comment it stands in: nothing ends one without ">". */
const commentText = (text: string): string => textMarkup(text).replaceAll('>', '&gt;');

/** What the first lines of the html tell: the briefing's title and edition as text, the policy, and the blocks it allows. */
export type Head = {
  title: string;
  edition: string;
  version: string;
  cut: string;
  policy: string;
  style: string;
  script: string;
};

/** The html up to the end of its head, readable by whoever opens the file as text; nothing of the briefing stands in it but as text. */
export const headMarkup = ({ title, edition, version, cut, policy, style, script }: Head): string =>
  [
    '<!doctype html>',
    '<html lang="en-GB">',
    '<head>',
    '<meta charset="utf-8">',
    `<style>${cut}</style>`,
    `<!-- ${commentText(title)}, edition ${commentText(edition)}. A Lodestone briefing explorer, version ${version}: one file, no server, no network. Open it in a browser by double click. -->`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="generator" content="Lodestone ${version}">`,
    `<title>${textMarkup(title)} &#183; Lodestone</title>`,
    `<style>${style}</style>`,
    `<script>${script}</script>`,
    '</head>'
  ].join('\n');
