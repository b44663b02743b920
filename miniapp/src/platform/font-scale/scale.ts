/** Care mode multiplies type, targets and spacing by this; WeChat's own care mode uses about the same. */
export const CARE_SCALE = 1.4;
/** From here on a screen shows fewer things instead of smaller ones. */
const CARE_FROM = 1.3;
/** Root font size at scale 1, in px: every rem of the kit is counted from it. */
export const ROOT_PX = 16;

export type FontScale = { readonly scale: number; readonly care: boolean };

/** The scale to draw at, from the phone's own scale and the person's choice (undefined follows the phone). */
export function scaleOf(phoneScale: number, chosen: boolean | undefined): FontScale {
  const asked = chosen === undefined ? phoneScale : chosen ? Math.max(CARE_SCALE, phoneScale) : 1;
  const scale = Math.min(Math.max(asked, 0.9), 1.6);
  return { scale, care: scale >= CARE_FROM };
}
