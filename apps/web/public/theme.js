// Runs before the first paint, so that a chosen theme does not flash; a file because the content policy allows no inline script.
try {
  const theme = globalThis.localStorage.getItem('gemina.theme');
  if (theme === 'light' || theme === 'dark') globalThis.document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be closed to us: the system's preference stands.
}
