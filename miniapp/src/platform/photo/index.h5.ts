import { newKey } from '../api/new-key.ts';
import { storage } from '../storage';
import { LONG_SIDE, whyNoPhoto, type KeptPhoto, type Taken } from './photo.ts';

/** The demonstration's phones choose a picture from the computer. */
export const canTakePhoto = (): boolean => true;

export async function takePhoto(): Promise<Taken> {
  const file = await chosen();
  if (!file) return { at: 'cancelled' };
  const picture = await createImageBitmap(file).catch(() => undefined);
  if (!picture) return { at: 'denied' };
  const scale = Math.min(1, LONG_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const kept = `photo:${newKey()}`;
  try {
    storage.write(kept, canvas.toDataURL('image/jpeg', 0.7).replace(/^[^,]*,/, ''));
    return { at: 'taken', photo: kept };
  } catch (thrown) {
    return { at: whyNoPhoto(thrown) };
  }
}

const chosen = (): Promise<File | undefined> =>
  new Promise(resolve => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.addEventListener('change', () => resolve(input.files?.[0]));
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });

export const photoContent = (photo: KeptPhoto): string | undefined => storage.read<string>(photo);
export const dropPhoto = (photo: KeptPhoto): void => {
  storage.remove(photo);
};
