import type { Page } from 'playwright-core';

/** @returns one line for each kind of grave barrier, with where it stands first */
export function barriersOf(page: Page): Promise<string[]>;
