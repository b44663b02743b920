import { chromium, type Browser } from 'playwright-core';
import { findChromium } from '../../tools/chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A headless Chromium that talks to nobody of its own accord. @throws when there is none, saying what to do. */
export function startChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium was found: install one, or set CHROMIUM_PATH to its program.');
  return chromium.launch({ executablePath, args: FLAGS });
}
