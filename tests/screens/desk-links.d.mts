import type { Page } from 'playwright-core';

export function kindOf(href: string): string;
export function linksOf(page: Page): Promise<string[]>;
export function moveTo(page: Page, href: string): Promise<void>;
