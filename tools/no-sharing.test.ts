import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const SOURCES = join(import.meta.dirname, '../miniapp/src');

/** WeChat greys "share" out on a page that says nothing of sharing: none of ours does, for each of them is about somebody. */
it('offers no page to be shared', () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))
    .map(path => join(SOURCES, path));
  expect(files.length).toBeGreaterThan(100);
  const sharing = files.filter(path => /ShareAppMessage|ShareTimeline|AddToFavorites|showShareMenu/.test(readFileSync(path, 'utf8')));
  expect(sharing.map(path => relative(SOURCES, path))).toEqual([]);
});
