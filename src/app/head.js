// Runs before the first paint: takes the reader's theme and the view named in the address,
// so that neither a dark desk nor a deep link sees the wrong page flash by.
(function () {
  var root = document.documentElement;
  var theme = null;
  try {
    theme = localStorage.getItem('lodestone-theme');
  } catch {
    // Site data is blocked: the system's theme will do.
  }
  if (theme !== 'light' && theme !== 'dark')
    theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  root.dataset.theme = theme;
  root.dataset.script = 'on';
  if (location.hash.length > 1) root.dataset.deep = 'link';
  // A window that shows scenes, or the speaker's, never paints the desk first.
  // Coming back by a reload it goes on; another address opened in the same tab ends the showing.
  try {
    var way = performance.getEntriesByType('navigation')[0];
    if (way && way.type === 'navigate') sessionStorage.removeItem('lodestone-present');
    if (/^#(present|speaker)/.test(location.hash) || sessionStorage.getItem('lodestone-present'))
      root.dataset.roomFirst = 'yes';
  } catch {
    // Site data is blocked: there is no showing to come back to.
  }
  function say(text) {
    var notice = document.createElement('p');
    notice.id = 'incomplete';
    notice.setAttribute('role', 'alert');
    notice.textContent = text;
    document.body.prepend(notice);
  }
  // Cut within the style sheet, the file has no page left that could say so; a changed byte in a script or in the style
  // makes the policy refuse the whole of it, and what is left can be read, but does nothing.
  document.addEventListener('DOMContentLoaded', function () {
    var style = document.querySelector('head style:last-of-type');
    // Once the end is there, nobody need look for it again at every change of the page.
    var cut = document.querySelector('head style');
    if (document.getElementById('end') && cut !== style && cut.sheet) cut.sheet.disabled = true;
    if (!document.getElementById('end')) {
      if (!document.getElementById('incomplete'))
        say(
          'This file is incomplete: its end is missing. Copy it again from where it came from, and check that the sizes agree.'
        );
    } else if (!root.dataset.started || !style || !style.sheet) {
      if (!root.dataset.started) {
        delete root.dataset.script;
        delete root.dataset.deep;
      }
      root.dataset.damaged = 'yes';
      document.getElementById('incomplete').remove();
      say(
        'This file is damaged, or this browser is too old for it: a part of it was refused. What stands below can be read, but may not look or work as it should. Copy the file again and compare it with SHA256SUMS.'
      );
    }
  });
})();
