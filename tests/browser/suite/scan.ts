import { createHash } from 'node:crypto';
import { unpackText } from '../../../tools/packed.ts';

/** Names that reach the network or make code out of text; none may stand in the page's scripts. */
const FORBIDDEN: Record<string, RegExp> = {
  fetch: /\bfetch\s*[(`]/,
  XMLHttpRequest: /\bXMLHttpRequest\b/,
  WebSocket: /\bWebSocket\b/,
  WebTransport: /\bWebTransport\b/,
  EventSource: /\bEventSource\b/,
  RTCPeerConnection: /\bRTC(PeerConnection|DataChannel)\b/,
  sendBeacon: /\bsendBeacon\b/,
  importScripts: /\bimportScripts\b/,
  'dynamic import': /\bimport\s*\(/,
  'static import': /\bimport\s*[\w{*"'`][^;]*\bfrom\b\s*["'`]/,
  worker: /\b(Shared|Service)?Worker\s*\(/,
  serviceWorker: /\bserviceWorker\b/,
  eval: /\beval\s*[(`]/,
  'new Function': /\bFunction\s*\(\s*["'`]|\bnew\s+Function\b/,
  'text as timer': /\bset(Timeout|Interval)\s*\(\s*["'`]/,
  'document.write': /\bdocument\s*\.\s*write(ln)?\s*\(/,
  'top navigation': /\blocation\s*\.\s*(href\s*=[^=]|assign\s*\(|replace\s*\()/,
  'address set': /\blocation\s*=(?!=)/,
  'navigation interface': /\bnavigation\s*\.\s*\w/,
  'window opened': /\bopen\s*\(\s*[^)\s]/,
  'link aimed': /\.href\s*=(?!=)/,
  'source set': /\.src\s*=(?!=)/
};

/** Where the page does set an address or open a window, and what only has such a name; each must be found in the built file. */
export const KNOWN: Record<string, RegExp> = {
  'the speaker’s window, which is this file':
    /(?<=`#speaker=\$\{[\w$]+\}`,[\w$]+=[\w$]+\.)open\([\w$]+,[\w$]+,`popup,/y,
  'an empty window, to see whether one may open': /(?<=window\.)open\(``,`_blank`,`popup,/y,
  'a file handed out': /(?<=createElement\(`a`\);[\w$]+)\.href=[\w$]+,[\w$]+\.download=/y,
  'the link to the rescue page': /\.href=`#rescue`/y,
  'a picture of the page’s own, to be drawn': /(?<=new Image;[\w$]+)\.src=[\w$]+,await [\w$]+\.decode\(\)/y,
  'a database, to be looked into': /open\([\w$]+\);[\w$]+\.onupgradeneeded/y,
  'a database, to be used': /open\([\w$]+\):[\w$]+\.open\([\w$]+,[\w$]+\);if\(![\w$]+\)throw/y,
  'the same, with its version': /(?<=:[\w$]+\.)open\([\w$]+,[\w$]+\);if\(![\w$]+\)throw/y,
  'a method that is named so': /(?<=[\s}])open\([\w$]+\)\{/y,
  'the notes, or the mailbox': /(?<=this\.[#\w$]+\.)open\([\w$]+\)/y
};

const startsWith = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

/** Addresses that are names and not places to go: XML namespaces, and what libraries say in the text of an error. */
const NAMES = [
  /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xhtml|1999\/xlink|1998\/Math\/MathML|2000\/xmlns\/|XML\/1998\/namespace)$/,
  // The name of the Web Annotation vocabulary, written into such files.
  /^http:\/\/www\.w3\.org\/ns\/anno\.jsonld$/,
  /^https:\/\/svelte\.dev\/e\/\w*$/,
  // Dexie's hints on sub-transactions and on a missing IndexedDB.
  /^(https:\/\/tinyurl\.com\/y2uuvskb|http:\/\/bit\.ly\/2kdckMn)$/
];

const blocks = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map((match) => match[1] ?? '');

const isData = /type="(application\/json|text\/plain)"(?! id="start")/;

/** The page's own scripts, with the one that the first starts: data blocks are never run and do not count. */
export const scriptsOf = (html: string): string[] =>
  [...html.matchAll(/<script([^>]*)>([\s\S]*?)<\/script>/g)]
    .filter(([, attributes]) => !isData.test(attributes ?? ''))
    .map(([, , code]) => code ?? '');

/** A text, unpacked from the block in which it waits: `later` holds all views but the first, `slides` what makes PowerPoint. */
export const packedIn = (html: string, id: 'later' | 'slides' | 'licences'): string => {
  const [packed = ''] = blocks(
    html,
    new RegExp(`<script type="text/plain" id="${id}">([^<]*)</script>`, 'g')
  );
  return unpackText(packed);
};

/** The page's style sheets. */
export const stylesOf = (html: string): string[] => blocks(html, /<style[^>]*>([\s\S]*?)<\/style>/g);

/** The page's elements with their attributes: no text, no script, no style, no data. */
export const tagsOf = (html: string): string[] =>
  html
    .replace(/(<(script|style)[^>]*>)[\s\S]*?<\/\2>/g, '$1')
    .replace(/<!--[\s\S]*?-->/g, '')
    .match(/<[a-z][^>]*>/gi) ?? [];

/** The directives of the page's policy. */
export function policyOf(html: string): Record<string, string> {
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
  const directives = content.split(';').map((directive) => directive.trim().split(/\s+/));
  return Object.fromEntries(directives.map(([name = '', ...values]) => [name, values.join(' ')]));
}

/** The source expression by which a policy knows a block. */
export const hashOf = (text: string): string =>
  `'sha256-${createHash('sha256').update(text.replace(/\r\n?/g, '\n'), 'utf8').digest('base64')}'`;

/** All names of network or dynamic-code interfaces, and all addresses, that code or attributes hold. */
export function scan(html: string): string[] {
  const scripts = scriptsOf(html);
  const code = [...scripts, ...stylesOf(html), ...tagsOf(html)].join('\n');
  const known = Object.values(KNOWN);
  const named = Object.entries(FORBIDDEN).flatMap(([name, pattern]) =>
    scripts.flatMap((script) =>
      [...script.matchAll(new RegExp(pattern, 'g'))]
        .filter(({ index }) => !known.some((one) => startsWith(one, script, index)))
        .map(({ index }) => `${name}: …${script.slice(Math.max(0, index - 40), index + 60)}…`)
    )
  );
  const addresses = [...new Set(code.match(/\b(https?|wss?|ftp):\/\/[^\s"'`<>)\\]+/g))];
  return [...named, ...addresses.filter((address) => !NAMES.some((name) => name.test(address)))];
}

/** Elements that bring a style attribute or an inline handler, which the policy refuses or should. */
export const inlineIn = (html: string): string[] =>
  tagsOf(html).filter((tag) => /\s(style|on\w+)\s*=/i.test(tag));

/** Elements that would load, send or leave: their address is neither in the page, nor data, nor a place in the page. */
export const outgoingIn = (html: string): string[] =>
  tagsOf(html).filter(
    (tag) =>
      /^<(iframe|frame|object|embed|base|link|portal)\b/i.test(tag) ||
      [...tag.matchAll(/\s(href|src|srcset|action|formaction|poster|data|ping)\s*=\s*"([^"]*)"/gi)].some(
        ([, , address]) => !/^(#|data:|blob:|$)/.test(address ?? '')
      )
  );
