/** Pixels of the longer side: a room and the words on a medicine box stay readable, and the picture goes through a weak signal. */
export const LONG_SIDE = 1600;

/** What a photograph is called on this phone until the server has it. */
export type KeptPhoto = string;

/** Why there is no photograph: the person went back, the camera may not be used or does not work, or the phone has no room. */
export type NoPhoto = 'cancelled' | 'denied' | 'full';
export type Taken = { readonly at: 'taken'; readonly photo: KeptPhoto } | { readonly at: NoPhoto };

/** Why, by what the platform threw: WeChat says it in English words only, whatever the phone speaks. */
export function whyNoPhoto(thrown: unknown): NoPhoto {
  const { errMsg, message, name } = (thrown ?? {}) as { errMsg?: unknown; message?: unknown; name?: unknown };
  const said = [errMsg, message, name].filter(part => typeof part === 'string').join(' ');
  if (/cancel/i.test(said)) return 'cancelled';
  return /storage limit|maximum size|no space|quota/i.test(said) ? 'full' : 'denied';
}
