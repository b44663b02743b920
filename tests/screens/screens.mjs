/**
 * `npm run screens`: looks at every page of every role in the running demonstration (`npm start` in another terminal), keeps a picture of
 * each, and prints what is cut, sticks out, overlaps, is too small for a finger, or is no word. Ends with 1 when there is such a thing.
 *
 * `npm run screens -- phone` or `-- desk`, names of roles, and `normal`, `care`, `dark` or `english` (of the phone) look at less. Addresses: GUANHU_PORT and GUANHU_SIMULATOR_PORT, as for
 * `npm start`. Pictures: artifacts/screens/.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../tools/chromium.mjs';
import { lookAtDesk } from './desk-screens.mjs';
import { LOOKS, lookAtPhone } from './phone-screens.mjs';

/** What the label on the wall ends with, and how many phones of the role are looked at. */
const ROLES = {
  guardian: ['监护人', 4],
  helper: ['代办人', 1],
  gridWorker: ['网格员', 2],
  villageLead: ['村级小组组长', 1],
  doctor: ['精防医生', 1],
  police: ['驻村民警', 1],
  socialAffairs: ['社会事务办干事', 1],
  townshipLead: ['乡镇分管领导', 1],
  finance: ['财政所经办人', 1],
  committee: ['政法委员', 1],
  administrator: ['县级管理员', 1],
  supervisor: ['省市督导员', 1],
};
const AT_A_DESK = ['doctor', 'socialAffairs', 'townshipLead', 'finance', 'administrator', 'police', 'committee', 'supervisor'];

const root = join(import.meta.dirname, '../..');
const directory = join(root, 'artifacts/screens');
const serverUrl = `http://127.0.0.1:${process.env.GUANHU_PORT ?? '7300'}`;
const simulatorUrl = `http://127.0.0.1:${process.env.GUANHU_SIMULATOR_PORT ?? '7310'}`;
const say = line => console.log(line);
const asked = process.argv.slice(2);
const kinds = ['phone', 'desk'].filter(kind => !asked.some(each => each === 'phone' || each === 'desk') || asked.includes(kind));
const looks = LOOKS.map(({ name }) => name).filter((name, _, all) => !all.some(each => asked.includes(each)) || asked.includes(name));
const roles = Object.keys(ROLES).filter(role => !asked.some(each => each in ROLES) || asked.includes(role));

const phones = await fetch(`${simulatorUrl}/phones`)
  .then(async answer => (await answer.json()).phones)
  .catch(() => undefined);
if (phones === undefined) {
  say(`Nothing runs at ${simulatorUrl}. Start the demonstration first: npm start`);
  process.exit(2);
}
rmSync(directory, { recursive: true, force: true });
mkdirSync(directory, { recursive: true });
const executablePath = await ensureChromium({ log: join(directory, 'apt-get.log'), say });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--lang=zh-CN'],
});
const faults = [];
let screens = 0;
try {
  const people = roles.flatMap(role => {
    const [label, most] = ROLES[role];
    const held = phones.filter(each => each.label.endsWith(label)).slice(0, most);
    if (held.length === 0) say(`${role}: nobody on the wall`);
    return held.map(({ phoneId }, at) => ({ role, phoneId, name: at === 0 ? role : `${role}${at + 1}` }));
  });
  for (const { role, phoneId, name } of people) {
    const options = { serverUrl, simulatorUrl, phoneId, name, directory, looks, say };
    const screenKinds = [
      ...(kinds.includes('phone') ? [lookAtPhone] : []),
      ...(kinds.includes('desk') && AT_A_DESK.includes(role) && name === role ? [lookAtDesk] : []),
    ];
    for (const look of screenKinds) {
      const seen = await look(browser, options);
      screens += seen.screens;
      faults.push(...seen.faults);
      for (const fault of seen.faults) say(`  ${fault}`);
    }
  }
} finally {
  await browser.close();
}
writeFileSync(join(directory, 'findings.txt'), `${faults.join('\n')}\n`);
say(`${screens} screens, ${faults.length} findings; pictures in ${relative(process.cwd(), directory) || '.'}/`);
process.exitCode = faults.length > 0 ? 1 : 0;
