import { readFileSync } from 'node:fs';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { attachFile } from '@guanhu/shared/registry/attachments.routes';
import { ask, newKey } from '../support/front-door.ts';
import { moveTo } from '../screens/desk-links.mjs';
import type { Story } from './story.ts';

const SIZE = { width: 600, height: 400 };

/** A grey sheet as a phone would photograph it, in base64. Runs inside a page. */
const greySheet = ({ width, height }: typeof SIZE): string => {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const pen = canvas.getContext('2d');
  if (pen) {
    pen.fillStyle = '#808080';
    pen.fillRect(0, 0, width, height);
  }
  return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
};

/** The shades of grey in a picture, darkest and lightest. Runs inside a page. */
const shadesOf = async (base64: string): Promise<{ size: readonly number[]; darkest: number; lightest: number }> => {
  const bytes = Uint8Array.from(atob(base64), character => character.charCodeAt(0));
  const picture = await createImageBitmap(new Blob([bytes]));
  const { width, height } = picture;
  const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  pen?.drawImage(picture, 0, 0);
  const points = pen?.getImageData(0, 0, width, height).data ?? new Uint8ClampedArray();
  let [darkest, lightest] = [255, 0];
  for (let at = 0; at < points.length; at += 4) {
    darkest = Math.min(darkest, points[at] ?? 0);
    lightest = Math.max(lightest, points[at] ?? 0);
  }
  return { size: [width, height], darkest, lightest };
};

/** A photograph of the file, as it leaves the desk. */
export function pictures(story: Story): void {
  story.step('a photograph that is saved at the desk bears who saved it', async world => {
    const [desk, url] = [world.desk('maker'), world.house.system.serverUrl];
    const [as, guardian] = [await world.phone('maker').token(), await world.phone('guardian').token()];
    const { patientId } = (await ask(url, listWards, { as: guardian })).rows[0] ?? { patientId: '' };
    const sheet = await desk.page.evaluate(greySheet, SIZE);
    const body = { attachmentId: newKey(), kind: 'other', what: '空白表', content: sheet } as const;
    await ask(url, attachFile, { as, params: { patientId }, body });
    await moveTo(desk.page, `/patients/${patientId}?tab=file`);
    const [saved] = await Promise.all([desk.page.waitForEvent('download'), desk.press('下载', desk.card('照片和扫描件'))]);
    const { size, darkest, lightest } = await desk.page.evaluate(shadesOf, readFileSync(await saved.path()).toString('base64'));
    expect(size).toEqual([SIZE.width, SIZE.height]);
    // Light words, and their shadow.
    expect(lightest).toBeGreaterThan(0x80 + 30);
    expect(darkest).toBeLessThan(0x80 - 15);
  });
}
