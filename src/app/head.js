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
})();
