/** What has the focus, and whether the eye can see it. */
export type Focus = { text: string; tag: string; seen: boolean };

/** Where the focus is, and whether it can be seen (on the body it cannot): by an outline, or by what a link within a picture draws otherwise. */
export const FOCUS = `const node = document.activeElement;
  const { outlineStyle, outlineWidth } = getComputedStyle(node);
  const look = () => [...node.querySelectorAll('*')].map((part) => { const style = getComputedStyle(part);
    return [style.stroke, style.strokeWidth, style.fill, style.opacity, style.textDecorationLine].join(); }).join();
  let seen = node !== document.body && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  if (!seen && node.closest('svg')) { const lit = look(); node.blur(); seen = look() !== lit; node.focus(); }
  return { text: (node.getAttribute('aria-label') ?? node.textContent ?? '').trim().slice(0, 60), tag: node.tagName, seen };`;
