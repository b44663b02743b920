import { drawMark } from '@guanhu/shared/kernel/picture-mark';

/** Nobody keeps a picture of a person as it was handed in: what is shown and what is saved both tell by whom. */
const JPEG_QUALITY = 0.9;

/** The picture with these words in its own points, so that they go where it goes. @throws when it is no picture */
export async function markPicture(picture: Blob, words: string): Promise<Blob> {
  const drawn = await createImageBitmap(picture);
  const canvas = new OffscreenCanvas(drawn.width, drawn.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('this browser cannot draw');
  pen.drawImage(drawn, 0, 0);
  drawn.close();
  drawMark(pen, canvas, words);
  return canvas.convertToBlob({ type: picture.type, quality: JPEG_QUALITY });
}
