// Runs before the first paint, so that a chosen theme never flashes. A file of its own: the page's policy allows no inline script.
try {
  var theme = localStorage.getItem('chat.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
