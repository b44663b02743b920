import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readMe, readSpoken } from '@guanhu/shared/access/access.routes';
import { SPOKEN } from '@guanhu/shared/access/spoken.terms';
import { clipName } from '../platform/clips/clips.ts';
import { Config } from '../platform/config/config.ts';
import { testCounty, type TestCounty } from '../testing/county.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

it('names the fixed sentences that somebody has recorded, and plays exactly these', async () => {
  const folder = join(county.app.get(Config).dataDir, 'clips');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, clipName([SPOKEN.nobodyTold])), 'sound');
  await writeFile(join(folder, clipName(['另一句话'])), 'other');
  const guardian = await county.person();
  expect((await county.call(readMe, { as: guardian })).body.spoken).toEqual(['nobodyTold']);
  const played = await fetch(`${county.url}/api/spoken/nobodyTold`, { headers: { authorization: `Bearer ${guardian.token}` } });
  expect([played.status, played.headers.get('content-type'), await played.text()]).toEqual([200, 'audio/mpeg', 'sound']);
  const silent = await county.call(readSpoken, { as: guardian, params: { sentence: 'honest' } });
  expect(silent.refusal.code).toBe('CLIP_NOT_RECORDED');
});
