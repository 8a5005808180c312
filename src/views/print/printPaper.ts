import { mount, tick, unmount } from 'svelte';
import { quoted, type PrintJob, type Sheet } from '../../exchange/paper.ts';
import Paper from './Paper.svelte';

/** The rules of a sheet: its size, its margins, and in the margins the marking above and below, the edition and the page's number. */
function sheetRules({ size, lies }: Sheet, job: Pick<PrintJob, 'marking' | 'foot'>): string {
  const type = 'font: 8pt/1.2 "Source Sans 3", Arial, Helvetica, sans-serif; color: #333';
  // Each third of the foot keeps to itself, and a long text in it takes a second line.
  const third = (align: string) => `${type}; width: 33%; text-align: ${align}`;
  return `@page { size: ${size} ${lies}; margin: 17mm 15mm 18mm;
    @top-center { content: ${quoted(job.marking)}; ${type} }
    @bottom-center { content: ${quoted(job.marking)}; ${third('center')} }
    @bottom-left { content: ${quoted(job.foot)}; ${third('left')} }
    @bottom-right { content: "Page " counter(page) " of " counter(pages); ${third('right')} } }`;
}

/** Whether the browser writes into the margins of a page what a style sheet says: else the page's number is its own to print. */
export function writesMargins(target: Window & typeof globalThis): boolean {
  const rules = new target.CSSStyleSheet();
  rules.replaceSync('@page { @bottom-right { content: "1" } }');
  return Boolean(rules.cssRules[0]?.cssText.includes('@bottom-right'));
}

/**
 * Puts a paper beside the page, where only the printer sees it, asks the browser to print, and takes it away afterwards.
 * A browser that knows no margin boxes gets the marking as a band that it repeats on each page, without the page's number.
 */
export async function printPaper(
  target: Window & typeof globalThis,
  job: PrintJob,
  sheet: Sheet
): Promise<void> {
  const page = target.document;
  page.querySelector<HTMLElement>('[data-paper]')?.dispatchEvent(new Event('putaway'));
  const rules = new target.CSSStyleSheet();
  rules.replaceSync(sheetRules(sheet, job));
  const banded = !writesMargins(target);
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, rules];
  const paper = mount(Paper, { target: page.body, props: { job, banded } });
  const title = page.title;
  page.title = job.name;
  let away = false;
  const putAway = () => {
    if (away) return;
    away = true;
    target.removeEventListener('afterprint', putAway);
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== rules);
    page.title = title;
    void unmount(paper);
  };
  await tick();
  const here = page.querySelector<HTMLElement>('[data-paper]')!;
  here.addEventListener('putaway', putAway);
  target.addEventListener('afterprint', putAway);
  await Promise.all([...here.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
  here.dataset.printable = 'yes';
  target.print();
}
