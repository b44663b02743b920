import Taro from '@tarojs/taro';
import { token } from '../session';

/** Plays a voice note, shows a photograph or opens a PDF that only this session may fetch; false when it could not be fetched. */
export async function openMedia(path: string, kind: 'audio' | 'image' | 'document'): Promise<boolean> {
  try {
    const answer = await fetch(API_BASE + path, { headers: { Authorization: `Bearer ${token() ?? ''}` } });
    if (!answer.ok) return false;
    const url = URL.createObjectURL(await answer.blob());
    if (kind === 'image') await Taro.previewImage({ urls: [url] });
    else if (kind === 'document') window.open(url);
    else await new Audio(url).play();
    return true;
  } catch {
    return false;
  }
}
