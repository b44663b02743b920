/** Starts the app anew; false where only the person can. */
export function restart(): boolean {
  window.location.reload();
  return true;
}
