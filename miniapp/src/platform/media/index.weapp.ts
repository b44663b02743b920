import Taro from '@tarojs/taro';
import { token } from '../session';

/** Plays a voice note, shows a photograph or opens a PDF that only this session may fetch; false when it could not be fetched. */
export async function openMedia(path: string, kind: 'audio' | 'image' | 'document'): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({
      url: API_BASE + path,
      header: { Authorization: `Bearer ${token() ?? ''}` },
    });
    if (statusCode !== 200) return false;
    if (kind === 'image') await Taro.previewImage({ urls: [tempFilePath] });
    else if (kind === 'document') await Taro.openDocument({ filePath: tempFilePath, fileType: 'pdf' });
    else {
      const player = Taro.createInnerAudioContext();
      player.onEnded(() => {
        player.destroy();
      });
      player.src = tempFilePath;
      player.play();
    }
    return true;
  } catch {
    return false;
  }
}
