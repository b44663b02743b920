import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../story.ts';
import type { World } from '../world.ts';
import { lookAtDesks } from './look-at-desks.ts';
import { lookAtPhones } from './look-at-phones.ts';
import { holdOtherPosts } from './other-posts.ts';
import { PHONE_PAGES } from './phone-pages.ts';
import { thingsOf } from './things.ts';

/** On a machine that does much else besides. */
const PATIENCE_MS = 300_000;

const APP = join(import.meta.dirname, '../../../miniapp/src/app.config.ts');

/** The pages of the app, as its configuration names them. The gallery is no page of a phone. */
function pagesOfTheApp(): readonly string[] {
  const text = readFileSync(APP, 'utf8');
  const tabs = [...text.matchAll(/'(pages\/[a-z]+\/index)'/g)].map(([, page = '']) => page);
  const packages = [...text.matchAll(/root: '(packages\/[a-z-]+)',\s*pages: \[([^\]]*)\]/g)].flatMap(([, root = '', pages = '']) =>
    [...pages.matchAll(/'([a-z-]+\/index)'/g)].map(([, page = '']) => `${root}/${page}`),
  );
  return [...new Set([...tabs, ...packages])].filter(page => !page.startsWith('packages/gallery/')).sort();
}

/** Every page opens for every role, whole and readable: no refusal, no error, nothing cut, overlapping or in somebody's way. */
export function everyPage(story: Story): void {
  const words = 'every page opens for every role, on the phone and at the desk, with nothing cut and nothing in the way';
  const run = async (world: World) => {
    expect(Object.keys(PHONE_PAGES).sort()).toEqual(pagesOfTheApp());
    await holdOtherPosts(world);
    const things = await thingsOf(world);
    const [refused, errors] = [world.screens.refused.length, world.screens.errors.length];
    const found = await Promise.all([lookAtPhones(world, things), lookAtDesks(world)]);
    expect([...found.flat(), ...world.screens.refused.slice(refused), ...world.screens.errors.slice(errors)]).toEqual([]);
  };
  story.step(words, run, PATIENCE_MS);
}
