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
  // Cut within the style sheet, the file has no page left that could say so; this line stands before it.
  document.addEventListener('DOMContentLoaded', function () {
    if (document.getElementById('end') || document.getElementById('incomplete')) return;
    var notice = document.createElement('p');
    notice.id = 'incomplete';
    notice.setAttribute('role', 'alert');
    notice.textContent =
      'This file is incomplete: its end is missing. Copy it again from where it came from, and check that the sizes agree.';
    document.body.append(notice);
  });
})();
