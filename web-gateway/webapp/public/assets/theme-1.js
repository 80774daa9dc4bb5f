// Runs before the first paint: the theme chosen on this device, else the system's. Kept apart because no inline script is allowed.
(function () {
  var chosen = null;
  try {
    chosen = localStorage.getItem('parley.theme');
  } catch {
    // storage may be switched off
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && window.matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
  var language = null;
  try {
    language = localStorage.getItem('parley.language');
  } catch {
    // as above
  }
  document.documentElement.lang = (language || navigator.language || 'en').slice(0, 2) === 'de' ? 'de' : 'en';
})();
