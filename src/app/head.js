// Runs before the first paint: takes the reader's theme and the view named in the address, so that neither a dark desk
// nor a deep link sees the wrong page flash by; asks for the typefaces, so that the first paint has its words; and
// starts the page's script once that paint is done, or says that the file is not whole.
(function () {
  var root = document.documentElement;
  var stored;
  try {
    // Only asks for the storage: what it holds is read once the browser has fetched it.
    stored = localStorage;
  } catch {
    // Site data is blocked: the system's theme will do.
  }
  root.dataset.theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  /** Takes the theme that the reader chose, before any frame; asked for at once it would hold up the first paint by 5 ms. */
  function takeTheme() {
    try {
      var theme = stored && stored.getItem('lodestone-theme');
      if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
    } catch {
      // As above.
    }
    stored = undefined;
  }
  requestAnimationFrame(takeTheme);
  root.dataset.script = 'on';
  if (location.hash.length > 1) root.dataset.deep = 'link';
  /** Whether a reload or a step back comes back to a showing; another address opened in the same tab ends it. */
  function showing() {
    var way = performance.getEntriesByType('navigation')[0];
    if (way && way.type === 'navigate') return false;
    try {
      return sessionStorage.getItem('lodestone-present');
    } catch {
      // Site data is blocked: there is no showing to come back to.
      return false;
    }
  }
  // A window that shows scenes, or the speaker's, never paints the desk first.
  if (/^#(present|speaker)/.test(location.hash) || showing()) root.dataset.roomFirst = 'yes';
  // A browser asks for a typeface when it first lays out a word in it, and until then measures each size in another.
  if (document.fonts)
    document.fonts.forEach(function (face) {
      face.load().catch(function () {});
    });

  /** Says what is wrong with the file above all else; unless its script runs already, what stands in it is for reading, and nothing in it looks as if it would answer. */
  function say(text) {
    if (!root.dataset.started) {
      delete root.dataset.script;
      delete root.dataset.deep;
    }
    root.dataset.damaged = 'yes';
    var built = document.getElementById('incomplete');
    if (built) built.remove();
    var notice = document.createElement('p');
    notice.id = 'incomplete';
    notice.setAttribute('role', 'alert');
    notice.textContent = text;
    document.body.prepend(notice);
  }

  /** Runs the block of the page's script, which the policy allows for the very bytes that were built. */
  function start() {
    var block = document.getElementById('start');
    var rules = {
      createScript: function (code) {
        return code;
      }
    };
    var policy = window.trustedTypes ? trustedTypes.createPolicy('lodestone-start', rules) : rules;
    var script = document.createElement('script');
    script.text = policy.createScript((block && block.textContent) || '');
    // Beside head and body, which the page takes apart when it starts.
    root.append(script);
    script.remove();
    var style = document.querySelector('head style:last-of-type');
    if (root.dataset.started && style && style.sheet) return;
    // A changed byte in a script or in the style makes the policy refuse the whole of it.
    say(
      'This file is damaged, or this browser is too old for it: a part of it was refused. What stands below can be read, but may not look or work as it should. Copy the file again and compare it with SHA256SUMS.'
    );
  }

  /** Calls once the first view is painted; at once where none will be, for a deep link, a show or a hidden window. */
  function afterPaint(call) {
    if (root.dataset.deep || root.dataset.roomFirst || document.hidden) return call();
    var waiting = true;
    function once() {
      if (waiting) call();
      waiting = false;
    }
    setTimeout(once, 400);
    // Not with the frame, but when it is on the screen: the engine still draws it meanwhile, and two cores are soon taken.
    new PerformanceObserver(once).observe({ type: 'paint', buffered: true });
  }

  document.addEventListener('DOMContentLoaded', function () {
    takeTheme();
    if (!document.getElementById('end')) {
      say(
        'This file is incomplete: its end is missing. Copy it again from where it came from, and check that the sizes agree.'
      );
      return;
    }
    // Once the end is there, nobody need look for it again at every change of the page.
    var styles = document.querySelectorAll('head style');
    if (styles.length > 1 && styles[0].sheet) styles[0].sheet.disabled = true;
    afterPaint(start);
  });
})();
