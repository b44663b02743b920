import Taro from '@tarojs/taro';
import { LONG_SIDE, whyNoPhoto, type KeptPhoto, type Taken } from './photo.ts';

const files = () => Taro.getFileSystemManager();

/** Whether this phone can take one. */
export const canTakePhoto = (): boolean => Taro.canIUse('chooseMedia');

/** One photograph by the camera, kept in this mini-program's own folder; or why there is none. */
export async function takePhoto(): Promise<Taken> {
  try {
    const { tempFiles } = await Taro.chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['camera'], sizeType: ['compressed'] });
    const taken = tempFiles[0]?.tempFilePath;
    if (taken === undefined) return { at: 'cancelled' };
    // Written anew, so that what the camera noted beside the picture stays behind already here.
    const { tempFilePath } = await Taro.compressImage({ src: taken, quality: 70, compressedWidth: LONG_SIDE });
    const kept = `${Taro.env.USER_DATA_PATH}/photo-${String(Date.now())}.jpg`;
    files().saveFileSync(tempFilePath, kept);
    return { at: 'taken', photo: kept };
  } catch (thrown) {
    return { at: whyNoPhoto(thrown) };
  }
}

/** In base64; undefined when the phone has it no more. */
export function photoContent(photo: KeptPhoto): string | undefined {
  try {
    return files().readFileSync(photo, 'base64') as string;
  } catch {
    return undefined;
  }
}

export function dropPhoto(photo: KeptPhoto): void {
  try {
    files().unlinkSync(photo);
  } catch {
    // It is gone, which is what was wanted.
  }
}
