import { platformWords } from '../../words/platform.ts';
import type { NoPhoto } from './photo.ts';

/** What somebody reads who got no photograph; nothing when they went back themselves. */
export const noPhotoSays = (why: NoPhoto): string | undefined =>
  why === 'cancelled' ? undefined : why === 'full' ? platformWords.photoFull : platformWords.photoDenied;
