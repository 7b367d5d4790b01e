// Runs before the first paint, so that a chosen theme does not flash; a file because the content policy allows no inline script.
(function () {
  try {
    var theme = localStorage.getItem('gemina.theme');
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  } catch (refused) {
    // Storage may be closed to us: the system's preference stands.
  }
})();
