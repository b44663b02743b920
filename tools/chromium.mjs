/** The browser of the journeys: found, or installed where the system allows it, or an error that says what to do. */
import { execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run, tail } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const APPLICATIONS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/snap/bin/chromium',
];
const APT_PACKAGES = ['chromium', 'fonts-noto-cjk'];

const runs = path => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};
const onPath = name =>
  process.env.PATH.split(delimiter)
    .map(directory => join(directory, name))
    .find(runs);

/** @returns {string | undefined} path of a Chromium: CHROMIUM_PATH, or one of the usual places */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH;
  if (asked && !runs(asked)) throw new Error(`CHROMIUM_PATH names ${asked}, which cannot be run.`);
  return asked || NAMES.map(onPath).find(Boolean) || APPLICATIONS.find(runs);
}

/** Without a Chinese font every character on a screenshot is a box. `undefined`: this system cannot be asked. */
function hasChineseFont() {
  if (!onPath('fc-list')) return undefined;
  return execFileSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).trim() !== '';
}

/**
 * @param {{ log: string, say: (line: string) => void }} options `log` gets what apt-get prints
 * @returns {Promise<string>} path of a Chromium
 */
export async function ensureChromium({ log, say }) {
  const found = findChromium();
  if (found && hasChineseFont() !== false) return found;
  if (onPath('apt-get')) {
    say(`installing ${APT_PACKAGES.join(' and ')} …`);
    const root = process.getuid() === 0 ? [] : ['sudo', '-n'];
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    const updated = await run([...root, 'apt-get', 'update'], { log, env });
    const code = updated || (await run([...root, 'apt-get', 'install', '-y', '--no-install-recommends', ...APT_PACKAGES], { log, env }));
    if (code !== 0) say(`apt-get did not succeed:\n${tail(log, 5)}`);
  }
  const browser = found ?? findChromium();
  if (!browser) {
    throw new Error(`The journeys need a Chromium and none was found.
On Debian or Ubuntu: apt-get install ${APT_PACKAGES.join(' ')}. Elsewhere: install Chrome or Chromium and set CHROMIUM_PATH to its program.`);
  }
  if (hasChineseFont() === false)
    say('No Chinese font is installed: screenshots will show boxes (Debian: apt-get install fonts-noto-cjk).');
  return browser;
}
