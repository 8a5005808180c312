/** Colours of an exported picture: the light theme's, written out, since a picture outside the page knows no variables. A test compares them with css/tokens.css. */
export const PALETTE: Record<string, string> = {
  '1': '#b23a2a',
  '2': '#2f5d8a',
  '3': '#c08a1e',
  '4': '#6f7f36',
  '5': '#1f7f7a',
  '0': '#a7a39a',
  market: '#5c6066',
  use: '#1d2126',
  minerals: '#b23a2a',
  nuclear: '#6f7f36',
  energy: '#b4780f',
  trade: '#2f5d8a',
  investment: '#6b4a86',
  land: '#e4dfd0',
  party: '#cfc6ad',
  sea: '#f3efe6',
  paper: '#fbf9f4',
  ink: '#1d2126',
  quiet: '#555a61',
  faint: '#6d7073',
  rule: '#ddd7ca',
  rule2: '#a39e93',
  accent: '#0e5a63'
};

/** A font that every desk has; a picture must look alike in a slide deck that knows none of ours. */
export const FONT = 'Arial, Helvetica, sans-serif';

/** Text as it may stand in SVG. */
export const escape = (text: string): string =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]!);
