import { drawMark, markWords } from '@guanhu/shared/kernel/picture-mark';
import Taro from '@tarojs/taro';
import { phoneToday } from '../now.ts';
import { session, token } from '../session';

/**
 * Plays a voice note, shows a photograph with the viewer's name over it, or opens a PDF that only this session may fetch; false when it
 * could not be fetched.
 */
export async function openMedia(path: string, kind: 'audio' | 'image' | 'document'): Promise<boolean> {
  try {
    const answer = await fetch(API_BASE + path, { headers: { Authorization: `Bearer ${token() ?? ''}` } });
    if (!answer.ok) return false;
    const file = await answer.blob();
    if (kind === 'image') await Taro.previewImage({ urls: [await marked(file)] });
    else if (kind === 'document') window.open(URL.createObjectURL(file));
    else await new Audio(URL.createObjectURL(file)).play();
    return true;
  } catch {
    return false;
  }
}

async function marked(file: Blob): Promise<string> {
  const picture = await createImageBitmap(file);
  const canvas = document.createElement('canvas');
  canvas.width = picture.width;
  canvas.height = picture.height;
  const pen = canvas.getContext('2d');
  if (!pen) return URL.createObjectURL(file);
  pen.drawImage(picture, 0, 0);
  drawMark(pen, canvas, markWords(session()?.me.name ?? '', phoneToday()));
  return canvas.toDataURL('image/jpeg', 0.85);
}
