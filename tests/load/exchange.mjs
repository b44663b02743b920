/**
 * Four departments hand in 5,000 rows each in a township of 5,000 files, workbooks and texts: from the upload to the verdict on every row
 * and every difference, and the most memory that the server held meanwhile. Then one list of 50,000 rows.
 */
import { readFileSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { queryOnce } from '../../tools/postgres.mjs';
import { COUNTY } from './large-county.mjs';
import { day, FIRST_TOWNSHIP, patientId } from './large-county-rows.mjs';
import { measuredServers } from './measured-servers.mjs';

const RUNS = 3;
/** A twentieth of them lives in the first township. */
const SIZE = { patients: 100_000, visitsEach: 0, planned: false };
const FILES = 5_000;
/** Of every hundred rows: so many are known by their number, so many by name and birth only, the others by nobody. */
const BY_NUMBER = 96;
const BY_NAME = 2;
const LARGE = 50_000;
const POSTS = {
  police: 'communityPolice',
  health: 'mentalHealthDoctor',
  civilAffairs: 'civilAffairsCadre',
  disabledFederation: 'rehabCoordinator',
};
const COLUMNS = {
  police: ['人员状态', '现住址'],
  health: ['人员状态', '现住址', '住院情况', '危险性等级'],
  civilAffairs: ['人员状态', '经济状况', '以奖代补对象'],
  disabledFederation: ['人员状态', '残疾证'],
};

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'bundle', 'simulator'] });
  const { sides, counties, stop } = await measuredServers({ product: { size: SIZE } });
  try {
    const { url, pid, clone, county } = sides.product;
    await prepare(clone, counties.masterKeyFile);
    const lists = await Promise.all(Object.keys(POSTS).map((department, n) => listOf(department, FILES, n % 2 === 0)));
    const before = megabytes(pid, 'VmRSS');
    const runs = [];
    for (let run = 0; run < RUNS; run++) {
      const roundId = await openRound(clone, run);
      const started = performance.now();
      let answer;
      for (const list of lists) answer = await handIn({ url, token: county.official.token, roundId }, list);
      runs.push({
        seconds: (performance.now() - started) / 1000,
        rows: FILES * lists.length,
        differences: answer.openDifferences,
        ...sum(answer),
      });
    }
    const peak = megabytes(pid, 'VmHWM');
    const roundId = await openRound(clone, RUNS);
    const large = await listOf('health', LARGE, false);
    const started = performance.now();
    const answer = await handIn({ url, token: county.official.token, roundId }, large);
    const largeSeconds = (performance.now() - started) / 1000;
    console.table(runs.map(({ seconds, ...rest }, n) => ({ run: n + 1, seconds: seconds.toFixed(2), ...rest })));
    console.table([{ 'one list': LARGE, seconds: largeSeconds.toFixed(2), ...sum(answer) }]);
    const seconds = median(runs.map(one => one.seconds));
    printFigures('exchange', {
      seconds: [seconds, 's'],
      rows_per_s: [(FILES * lists.length) / seconds, '1/s'],
      memory_before_mb: [before, 'MB'],
      memory_peak_mb: [peak, 'MB'],
      large_list_seconds: [largeSeconds, 's'],
      large_list_memory_peak_mb: [megabytes(pid, 'VmHWM'), 'MB'],
    });
  } finally {
    await stop();
  }
}

/** Of a process, from the kernel's own count. */
const megabytes = (pid, what) => Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
const sum = ({ lists }) => {
  const total = {};
  for (const { handedIn } of lists)
    for (const [verdict, count] of Object.entries(handedIn?.counts ?? {})) total[verdict] = (total[verdict] ?? 0) + count;
  return total;
};

async function handIn({ url, token, roundId }, { department, fileName, file }) {
  const response = await fetch(`${url}/api/exchange/rounds/${roundId}/lists`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7() },
    body: JSON.stringify({ department, list: { way: 'file', fileName, file: file.toString('base64') } }),
  });
  const answer = await response.json();
  if (!response.ok) throw new Error(`the list was refused: ${JSON.stringify(answer)}`);
  return answer;
}

/** Gives the files of the first township their numbers and births, and the official a post in every department. */
async function prepare(clone, masterKeyFile) {
  const product = path => import(`../../server/dist/${path}`);
  const { Database } = await product('platform/database/database.js');
  const { Vaults } = await product('platform/crypto/vault.js');
  const { readMasterKey } = await product('platform/crypto/master-key.js');
  const database = new Database(clone.url('app'), 1, () => undefined);
  const vault = await new Vaults(database, readMasterKey(masterKeyFile, 'demonstration').key).of(COUNTY);
  await database.close();
  const files = Array.from({ length: FILES }, (_, n) => n);
  const owner = clone.url('postgres');
  await queryOnce(
    owner,
    `UPDATE patient SET name_sealed = file.name, name_digest = file.name_digest, id_type = 'residentId', id_number_sealed = file.number,
       id_number_digest = file.digest, born = file.born, address_sealed = file.address
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::bytea[], $5::bytea[], $6::text[], $7::bytea[])
       AS file (id, name, name_digest, number, digest, born, address)
     WHERE patient.county_id = ${COUNTY} AND patient.id = file.id`,
    [
      files.map(patientId),
      files.map(n => vault.seal({ table: 'patient', row: patientId(n), column: 'name_sealed' }, nameOf(n))),
      files.map(n => vault.digest('patient-name', nameOf(n))),
      files.map(n => vault.seal({ table: 'patient', row: patientId(n), column: 'id_number_sealed' }, identityNumber(n))),
      files.map(n => vault.digest('id-number', identityNumber(n))),
      files.map(bornOn),
      files.map(n => vault.seal({ table: 'patient', row: patientId(n), column: 'address_sealed' }, `试验村${n}号`)),
    ],
  );
  for (const role of [...Object.values(POSTS), 'townshipLead'])
    await queryOnce(
      owner,
      `INSERT INTO post (county_id, id, person_id, role, area_id, from_on)
       SELECT county_id, new_id(), person_id, $1, area_id, from_on FROM post
       WHERE county_id = ${COUNTY} AND role = 'socialAffairsOfficer' AND area_id = $2`,
      [role, FIRST_TOWNSHIP],
    );
  await queryOnce(owner, 'ANALYZE patient');
}

async function openRound(clone, run) {
  const id = uuidv7();
  await queryOnce(
    clone.url('postgres'),
    `INSERT INTO exchange_round (county_id, id, township_id, month, deadline, state, opened_at) VALUES ($1, $2, $3, $4, $5, 'open', now())`,
    [COUNTY, id, FIRST_TOWNSHIP, `2026-0${run + 1}`, day(3)],
  );
  return id;
}

/** A row in a hundred says something else than the file. */
const VALUES = {
  人员状态: n => (n % 100 === 7 ? '失访' : '在管'),
  现住址: n => (n % 100 === 13 ? `别的村${n}号` : `试验村${n}号`),
  住院情况: n => (n % 100 === 21 ? '住院' : '不在院'),
  危险性等级: n => String(n % 6),
  经济状况: n => (n % 3 === 0 ? '贫困' : '非贫困'),
  以奖代补对象: n => (n % 5 === 0 ? '是' : '否'),
  残疾证: n => (n % 2 === 0 ? '有' : '无'),
};

async function listOf(department, count, asWorkbook) {
  const columns = COLUMNS[department];
  const person = n => {
    const part = n % 100;
    if (n < FILES && part < BY_NUMBER) return [nameOf(n), identityNumber(n), ''];
    if (n < FILES && part < BY_NUMBER + BY_NAME) return [nameOf(n), '', bornOn(n)];
    return [`外${nameOf(n)}`, '', bornOn(n)];
  };
  const rows = [
    ['姓名', '身份证号', '出生日期', ...columns],
    ...Array.from({ length: count }, (_, n) => [...person(n), ...columns.map(column => VALUES[column](n))]),
  ];
  if (!asWorkbook) return { department, fileName: '名单.csv', file: Buffer.from(rows.map(row => row.join(',')).join('\r\n')) };
  const { writeWorkbook } = await import('../../server/dist/platform/workbook/write-workbook.js');
  return { department, fileName: '名单.xlsx', file: writeWorkbook({ name: '名单', cells: rows, merges: [], headRows: 1 }, '名单') };
}

const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'];
const CHARACTERS = [...'试验甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const nameOf = n => SURNAMES[n % 16] + CHARACTERS[(n >> 4) % 24] + CHARACTERS[Math.floor(n / 384) % 24];
const two = number => String(number).padStart(2, '0');
/** A birth with a sequence number is one person's only. */
const bornOn = n => `${1930 + (Math.floor(n / 336) % 80)}-${two(1 + (n % 12))}-${two(1 + (Math.floor(n / 12) % 28))}`;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** GB 11643 with a right check digit, in an area that does not exist. */
function identityNumber(n) {
  const digits = `990101${bornOn(n).replaceAll('-', '')}${String(n % 1000).padStart(3, '0')}`;
  const total = [...digits].reduce((so, digit, at) => so + Number(digit) * WEIGHTS[at], 0);
  return digits + '10X98765432'[total % 11];
}
