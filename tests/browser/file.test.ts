import { describe, expect, test } from 'vitest';
import { builtPage } from './suite/desk.ts';
import {
  hashOf,
  inlineIn,
  KNOWN,
  outgoingIn,
  packedIn,
  policyOf,
  scan,
  scriptsOf,
  stylesOf,
  tagsOf
} from './suite/scan.ts';

const html = () => builtPage().toString('utf8');

const PLANTED: Record<string, string> = {
  fetch: 'fetch("x")',
  XMLHttpRequest: 'new XMLHttpRequest',
  WebSocket: 'new WebSocket(u)',
  WebTransport: 'new WebTransport(u)',
  EventSource: 'new EventSource(u)',
  RTCPeerConnection: 'new RTCPeerConnection',
  sendBeacon: 'navigator.sendBeacon(u)',
  importScripts: 'importScripts(u)',
  'dynamic import': 'import("./x.js")',
  'static import': 'import{a}from"./x.js"',
  worker: 'new Worker(u)',
  serviceWorker: 'navigator.serviceWorker',
  eval: 'eval(t)',
  'new Function': 'new Function(t)',
  'text as timer': 'setTimeout("x()")',
  'document.write': 'document.write(t)',
  'top navigation': 'location.href="x"',
  'address set': 'top.location=t',
  'navigation interface': 'navigation.navigate(t)',
  'window opened': 'window.open(t)',
  'link aimed': 'e.href=t',
  'source set': 'new Image().src=t'
};

/** Namespaces of Office files, and addresses in the library's own error texts; none is a place to go. */
const XML_NAMES = [
  /^http:\/\/(schemas\.(openxmlformats\.org|microsoft\.com)|purl\.org\/dc|www\.w3\.org\/2001\/XMLSchema)/,
  /^https:\/\/(gitbrent\.github\.io\/PptxGenJS|github\.com)(\/|$)/
];

describe('the built file', () => {
  test('[B13] names no network and no dynamic-code interface and no address but names', () => {
    expect(scan(html())).toEqual([]);
  });

  test('[B13] holds the other views packed, and nothing in them reaches the network or makes code of text either', () => {
    expect(html().match(/<script type="text\/plain" id="later">/g)).toHaveLength(1);
    const code = packedIn(html(), 'later');
    expect(code).toContain('lodestoneChunk(');
    expect(scan(`<script>${code.replaceAll('</script', '')}</script>`)).toEqual([]);
  });

  test('[B13] holds what makes slides packed: it is not run, reaches nothing, and touches no page', () => {
    expect(html().match(/<script type="text\/plain" id="slides">/g)).toHaveLength(1);
    const code = packedIn(html(), 'slides');
    expect(code).toContain('lodestoneSlides');
    const faults = scan(`<script>${code.replaceAll('</script', '')}</script>`);
    expect(faults.filter((fault) => !XML_NAMES.some((name) => name.test(fault)))).toEqual([]);
    expect(code).not.toMatch(/\bdocument\b|\blocalStorage\b|\bindexedDB\b|\bnavigator\b/);
  });

  test.each(Object.entries(KNOWN))(
    '[B13] sets an address or opens a window for what is known: %s',
    (_, known) => {
      const code = [...scriptsOf(html()), packedIn(html(), 'later')].join('\n');
      expect(code).toMatch(new RegExp(known, 'g'));
    }
  );

  test('[B13] loads nothing, sends nothing and links to nothing outside itself', () => {
    expect(outgoingIn(html())).toEqual([]);
  });

  test('[B13] carries the strict policy', () => {
    const { 'script-src': scripts, 'style-src': styles, ...rest } = policyOf(html());
    expect(rest).toEqual({
      'default-src': "'none'",
      'img-src': 'data: blob:',
      'font-src': 'data:',
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'require-trusted-types-for': "'script'",
      'trusted-types': 'svelte-trusted-html lodestone-start lodestone-later lodestone-slides'
    });
    expect(scripts?.split(' ').sort()).toEqual(
      [...scriptsOf(html()), packedIn(html(), 'later'), packedIn(html(), 'slides')].map(hashOf).sort()
    );
    expect(styles?.split(' ').sort()).toEqual(stylesOf(html()).map(hashOf).sort());
  });

  test('[B13] puts the policy before everything that it rules but the line on cut files', () => {
    const policy = html().indexOf('http-equiv="Content-Security-Policy"');
    expect(policy).toBeGreaterThan(0);
    // One style stands before the policy, which names it too: it tells of a file cut within its first bytes.
    const behind = html().indexOf('</style>');
    expect(html().indexOf('<style>')).toBeLessThan(80);
    for (const ruled of ['<script', '<style', '<link', '<img', '<body']) {
      const place = html().indexOf(ruled, behind);
      if (place >= 0) expect(policy, ruled).toBeLessThan(place);
    }
  });

  test('[B13] is all ASCII, so that a browser need not decode it', () => {
    expect(/[^\p{ASCII}]/u.exec(html())).toBeNull();
  });

  test('[B84] weighs less than 1 MB (1,000,000 bytes) without what makes slides, and than 1.5 MB with it', () => {
    const [slides = ''] = /<script type="text\/plain" id="slides">[^<]*<\/script>/.exec(html()) ?? [];
    expect(slides.length).toBeGreaterThan(10_000);
    expect(html().length - slides.length).toBeLessThan(1_000_000);
    expect(html().length).toBeLessThan(1_500_000);
  });

  test('[B14] has no style attribute and no inline handler in its markup', () => {
    expect(inlineIn(html())).toEqual([]);
  });

  test('[B15] sets the theme in its head, before the body is read', () => {
    const head = html().slice(0, html().indexOf('<body'));
    const [first = ''] = /<script[^>]*>/.exec(head) ?? [];
    expect(first).toBe('<script>');
    expect(scriptsOf(head).join('\n')).toMatch(/dataset\.theme|data-theme/);
  });
});

describe('the scan', () => {
  test.each(Object.entries(PLANTED))('[B13] finds a planted %s', (name, code) => {
    const faults = scan(`<script type="module">let a;${code};</script>`);
    expect(faults.some((fault) => fault.startsWith(`${name}:`))).toBe(true);
  });

  test('[B13] finds a planted address, link and frame, and leaves data alone', () => {
    expect(scan('<script>let a="https://example.org/a"</script>')).toEqual(['https://example.org/a']);
    expect(
      scan('<style>a{background:url(//x)}b{background:url(https://example.org/b)}</style>')
    ).toHaveLength(1);
    expect(
      scan('<script type="application/json">{"url":"https://example.org/","fetch":"fetch(1)"}</script>')
    ).toEqual([]);
    expect(scan('<p>https://example.org/</p>')).toEqual([]);
    expect(
      outgoingIn('<a href="https://example.org/">x</a><a href="other.html">y</a><a href="#/z">z</a>')
    ).toHaveLength(2);
    expect(outgoingIn('<iframe src="#"></iframe>')).toHaveLength(1);
  });

  test('[B14] finds a planted style attribute and handler', () => {
    expect(inlineIn('<p style="color:red">a</p><p onclick="x()">b</p><p class="style">c</p>')).toHaveLength(
      2
    );
    expect(tagsOf('<script>"<p style=a>"</script>')).toEqual(['<script>']);
  });
});
