import { drawMark, markWords, type MarkPen } from '@guanhu/shared/kernel/picture-mark';
import Taro from '@tarojs/taro';
import { phoneToday } from '../now.ts';
import { session, token } from '../session';

/**
 * Plays a voice note, shows a photograph with the viewer's name over it, or opens a PDF that only this session may fetch; false when it
 * could not be fetched.
 */
export async function openMedia(path: string, kind: 'audio' | 'image' | 'document'): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({
      url: API_BASE + path,
      header: { Authorization: `Bearer ${token() ?? ''}` },
    });
    if (statusCode !== 200) return false;
    if (kind === 'image') await Taro.previewImage({ urls: [await marked(tempFilePath)], showmenu: false });
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

/** The part of WeChat's canvas that is used here. */
type Picture = { src: string; onload: () => void; onerror: (reason: unknown) => void };
type Canvas = { createImage(): Picture; getContext(kind: '2d'): MarkPen & { drawImage(picture: Picture, x: number, y: number): void } };

/** A phone without such a canvas shows the picture bare: whoever hurries to help must see it. */
async function marked(file: string): Promise<string> {
  try {
    const { width, height } = await Taro.getImageInfo({ src: file });
    const canvas = Taro.createOffscreenCanvas({ type: '2d', width, height }) as unknown as Canvas;
    const picture = canvas.createImage();
    await new Promise<void>((resolve, reject) => {
      picture.onload = resolve;
      picture.onerror = reject;
      picture.src = file;
    });
    const pen = canvas.getContext('2d');
    pen.drawImage(picture, 0, 0);
    drawMark(pen, { width, height }, markWords(session()?.me.name ?? '', phoneToday()));
    const options = { canvas: canvas as never, fileType: 'jpg' as const, quality: 0.85 };
    return (await Taro.canvasToTempFilePath(options)).tempFilePath;
  } catch {
    return file;
  }
}
