/**
 * The preview of a responsibility list of 5,000 patients with their details, in a county that has 10,000 files already: from the upload to
 * the verdict on every row, and the most memory that the server held meanwhile.
 */
import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { FIRST_TOWNSHIP, VILLAGES_OF_FIRST_TOWNSHIP } from './large-county-rows.mjs';
import { measuredServers } from './measured-servers.mjs';

const RUNS = 3;
const ROWS = 5_000;

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator', 'seeds'] });
  const list = await workbook();
  const { sides, stop } = await measuredServers({ product: { size: { patients: 10_000, visitsEach: 0, planned: true } } });
  try {
    const { url, pid, county } = sides.product;
    const before = megabytes(pid, 'VmRSS');
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await preview(url, county.official.token, list));
    const peak = megabytes(pid, 'VmHWM');
    console.table(
      runs.map(({ seconds, rows }, n) => ({ run: n + 1, seconds: seconds.toFixed(2), rows, 'file KB': Math.round(list.length / 1024) })),
    );
    printFigures('xlsx', {
      seconds: [median(runs.map(({ seconds }) => seconds)), 's'],
      memory_before_mb: [before, 'MB'],
      memory_peak_mb: [peak, 'MB'],
    });
  } finally {
    await stop();
  }
}

async function preview(url, token, list) {
  const started = performance.now();
  const answer = await fetch(`${url}/api/imports`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7() },
    body: JSON.stringify({ townshipId: FIRST_TOWNSHIP, fileName: '责任清单.xlsx', list: list.toString('base64') }),
  });
  const { rows, ...rest } = await answer.json();
  if (!answer.ok) throw new Error(`the preview was refused: ${JSON.stringify(rest)}`);
  return { seconds: (performance.now() - started) / 1000, rows: rows.length };
}

/** Of a process, from the kernel's own count. */
const megabytes = (pid, what) => Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const CHARACTERS = [...'试验甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const nameOf = n => SURNAMES[n % 16] + CHARACTERS[(n >> 4) % 24] + CHARACTERS[Math.floor(n / 384) % 24];

async function workbook() {
  const { listWorkbook } = await import('../../prisma/seeds/dist/demo/responsibility-list.js');
  const seats = ['lead', 'police', 'securityOfficer', 'doctor', 'rehabCoordinator', 'civilAffairs', 'gridWorker'];
  const entries = Array.from({ length: ROWS }, (_, n) => {
    const village = VILLAGES_OF_FIRST_TOWNSHIP[n % VILLAGES_OF_FIRST_TOWNSHIP.length];
    const guardian = `护${nameOf(n + 7_000)}`;
    return {
      patient: nameOf(n),
      village,
      seats: { ...Object.fromEntries(seats.map((seat, at) => [seat, nameOf(9_000 + 10 * (n % 25) + at)])), guardian },
      identityNumber: identityNumber(n),
      mobile: '',
      diagnosis: '精神分裂症',
      riskRating: String(n % 6),
      guardian,
      relation: '配偶',
      guardianMobile: `1990${String(1_000_000 + n)}`,
    };
  });
  return Buffer.from(listWorkbook(entries, { title: '试验1镇责任清单' }));
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643 with a right check digit, in an area that does not exist. */
function identityNumber(n) {
  const digits = `990101${1950 + (n % 50)}${String(1 + (n % 12)).padStart(2, '0')}${String(1 + (n % 28)).padStart(2, '0')}${String(n % 1000).padStart(3, '0')}`;
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * WEIGHTS[at], 0);
  return digits + '10X98765432'[sum % 11];
}
