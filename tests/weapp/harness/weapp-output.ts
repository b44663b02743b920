import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the compiler left in dist/weapp, as a phone finds it. */
export type WeappOutput = {
  readonly dist: string;
  readonly entryPage: string;
  readonly tabPages: readonly string[];
  /** Tab pages and the pages of every subpackage, 'packages/access/bind/index'. */
  readonly pages: readonly string[];
  readonly text: (file: string) => string;
  readonly has: (file: string) => boolean;
};

type AppJson = {
  pages: string[];
  entryPagePath?: string;
  subPackages?: { root: string; pages: string[] }[];
  tabBar?: { list: { pagePath: string }[] };
};

/** @throws Error when the folder holds no compiled mini-program. */
export function readOutput(dist: string): WeappOutput {
  const text = (file: string) => readFileSync(path.join(dist, file), 'utf8');
  const has = (file: string) => existsSync(path.join(dist, file));
  if (!has('app.json')) throw new Error(`no compiled mini-program in ${dist}: build it first`);
  const app = JSON.parse(text('app.json')) as AppJson;
  const inPackages = (app.subPackages ?? []).flatMap(each => each.pages.map(page => path.posix.join(each.root, page)));
  const entryPage = app.entryPagePath ?? app.pages[0];
  if (entryPage === undefined) throw new Error(`the mini-program in ${dist} has no page`);
  return {
    dist,
    entryPage,
    tabPages: (app.tabBar?.list ?? []).map(each => each.pagePath),
    pages: [...app.pages, ...inPackages],
    text,
    has,
  };
}
