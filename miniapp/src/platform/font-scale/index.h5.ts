import { chosenCare } from './choice.ts';
import { scaleOf, type FontScale } from './scale.ts';

/** `?scale=1.4` in the page's address stands for the phone's own font size. */
export function fontScale(): FontScale {
  const phoneScale = Number(new URLSearchParams(window.location.search).get('scale') ?? '1');
  return scaleOf(Number.isFinite(phoneScale) && phoneScale > 0 ? phoneScale : 1, chosenCare());
}
