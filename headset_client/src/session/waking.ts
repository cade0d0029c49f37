/** When a page that was away comes back: a headset put on again, a lid opened, a tab looked at, a network found. */

/** Calls `wake` at each of these moments, sometimes several times for one. Returns how to end that. */
export function onWake(wake: () => void): () => void {
  const seen = () => document.visibilityState === 'visible' && wake();
  window.addEventListener('online', wake);
  window.addEventListener('pageshow', wake);
  document.addEventListener('resume', wake);
  document.addEventListener('visibilitychange', seen);
  return () => {
    window.removeEventListener('online', wake);
    window.removeEventListener('pageshow', wake);
    document.removeEventListener('resume', wake);
    document.removeEventListener('visibilitychange', seen);
  };
}
