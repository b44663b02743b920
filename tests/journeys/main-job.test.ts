import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { addDays, dayOf, startOf } from '@guanhu/shared/kernel/calendar-date';
import { care } from './care.ts';
import { ending } from './ending.ts';
import { entering } from './entering.ts';
import { everyPage } from './every-page/every-page.ts';
import { pictures } from './pictures.ts';
import { reward } from './reward.ts';
import { settingUp } from './setting-up.ts';
import { Story } from './story.ts';
import { World } from './world.ts';

jest.setTimeout(120_000);

const LONGEST_MS = 6 * 60_000;

let world: World;

beforeAll(async () => {
  // The day must not change on the way: who was asked about today would be asked about yesterday.
  const left = startOf(addDays(dayOf(new Date()), 1)).getTime() - Date.now();
  if (left < LONGEST_MS) await sleep(left + 1_000);
  world = await World.begin();
}, LONGEST_MS + 120_000);

afterAll(async () => {
  await world.end();
  world.house.forget();
});

describe('the main job, over phones and desk', () => {
  const story = new Story(() => world);
  settingUp(story);
  entering(story);
  care(story);
  reward(story);
  pictures(story);
  everyPage(story);
  ending(story);
});
