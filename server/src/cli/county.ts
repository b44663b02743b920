import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isCalendarDate, dayOf } from '@guanhu/shared/kernel/calendar-date';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { ACCESS_DEFAULTS, type AccessSettings } from '@guanhu/shared/access/settings.rules';
import { NestFactory } from '@nestjs/core';
import { Counties, SetUpCounty, type Entered } from '../access/access.public.ts';
import { AppModule } from '../app.module.ts';
import { realOutside } from '../outside.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { requireBoundRole } from '../platform/database/role-check.ts';

const USAGE = `用法：npm run county -- <命令> --id <县编号> …
  create         --name <县名> --code <12位区划代码> --administrator <姓名> --phone <手机号>
                 新建县和第一位管理员，打印一次邀请码。省、市也这样新建（区划代码如 990000000000、990100000000），
                 不加乡镇：由管理员任命省市督导员，看各县公布的指标
  administrator  --administrator <姓名> --phone <手机号>
                 再加一位管理员（原有管理员都无法登录时使用），打印一次邀请码
  areas          --file <文件>    每行：12位区划代码,名称
  organisations  --file <文件>    每行：12位区划代码,单位类别,名称
  settings       --from <日期> ${Object.keys(ACCESS_DEFAULTS)
    .map(key => `[--${key} <数>]`)
    .join(' ')}
`;

/** What went wrong with the command line, in words for whoever typed it. */
class Mistyped extends Error {}

const SETTINGS = Object.keys(ACCESS_DEFAULTS) as (keyof AccessSettings)[];
const text = { type: 'string' } as const;

/** What was typed; nothing of it when an option is unknown. */
function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        ...{ id: text, name: text, code: text, administrator: text, phone: text, file: text, from: text },
        ...Object.fromEntries(SETTINGS.map(key => [key, text])),
      },
    });
  } catch {
    return { positionals: [], values: {} };
  }
}

const { positionals, values } = readArguments();
const given = values as Readonly<Record<string, string | undefined>>;

function needed(name: string, shape: RegExp, words: string): string {
  const value = given[name]?.trim() ?? '';
  if (!shape.test(value)) throw new Mistyped(`--${name} ${words}`);
  return value;
}
const countyId = () => Number(needed('id', /^[1-9]\d{0,8}$/, '应为正整数'));
const administrator = () => ({
  name: needed('administrator', /^.{2,30}$/u, '应为姓名'),
  phone: needed('phone', /^1[3-9]\d{9}$/, '应为 11 位手机号'),
});
const lines = (columns: number): string[][] =>
  readFileSync(needed('file', /./, '应为文件名'), 'utf8')
    .split(/\r?\n/)
    .filter(line => line.trim() !== '')
    .map((line, index) => {
      const cells = line.split(/[,，\t]/).map(cell => cell.trim());
      if (cells.length !== columns || cells.includes('')) throw new Mistyped(`第 ${String(index + 1)} 行应有 ${String(columns)} 列`);
      return cells;
    });

function settings(): { from: ReturnType<typeof dayOf>; values: Partial<AccessSettings> } {
  const from = needed('from', /./, '应为日期');
  if (!isCalendarDate(from)) throw new Mistyped('--from 应为日期，如 2026-01-01');
  const chosen = SETTINGS.filter(key => given[key] !== undefined).map(key => [key, Number(needed(key, /^[1-9]\d{0,4}$/, '应为正整数'))]);
  return { from, values: Object.fromEntries(chosen) as Partial<AccessSettings> };
}

const tell = (line: string) => process.stdout.write(`${line}\n`);
function tellInvitation({ invitationCode, expiresAt }: Entered): void {
  tell(`邀请码：${invitationCode}（只显示这一次，请当面交给本人；${dayOf(new Date(expiresAt))} 前有效）`);
}

async function run(setUp: SetUpCounty, counties: Counties): Promise<void> {
  const [command] = positionals;
  if (command === 'create') {
    const areaCode = needed('code', /^\d{6}0{6}$/, '应为 12 位县级（或省、市）区划代码');
    const entered = await setUp.create({
      countyId: countyId(),
      name: needed('name', /^.{2,30}$/u, '应为县名'),
      areaCode,
      administrator: administrator(),
    });
    tellInvitation(entered);
    return;
  }
  if (!(await counties.find(countyId()))) throw new Mistyped('没有这个县，请先用 create 新建');
  switch (command) {
    case 'administrator':
      tellInvitation(await setUp.addAdministrator(countyId(), administrator()));
      return;
    case 'areas':
      tell(
        `新增 ${String(
          await setUp.addAreas(
            countyId(),
            lines(2).map(([code = '', name = '']) => ({ code, name })),
          ),
        )} 个区域`,
      );
      return;
    case 'organisations': {
      const list = lines(3).map(([areaCode = '', kind = '', name = '']) => ({ areaCode, kind, name }));
      tell(`新增 ${String(await setUp.addOrganisations(countyId(), list))} 个单位`);
      return;
    }
    case 'settings': {
      const { from, values: chosen } = settings();
      await setUp.set(countyId(), from, chosen);
      tell(`${from} 起生效`);
      return;
    }
    default:
      throw new Mistyped(USAGE);
  }
}

const REFUSED: Partial<Record<string, string>> = { STALE: '这个县编号已经有了', INPUT_INVALID: '没有这个代码或类别' };

if (positionals.length !== 1) {
  process.stderr.write(USAGE);
  process.exit(2);
}
const rooms = await NestFactory.createApplicationContext(AppModule.with(realOutside(Config.read(), 'county')), {
  logger: false,
  abortOnError: false,
});
const database = rooms.get(Database);
try {
  await requireBoundRole(database);
  await run(rooms.get(SetUpCounty), rooms.get(Counties));
} catch (error) {
  if (error instanceof Refusal) process.stderr.write(`${REFUSED[error.code] ?? error.code} ${error.fields.join(' ')}\n`);
  else if (error instanceof Mistyped) process.stderr.write(`${error.message}\n`);
  else throw error;
  process.exitCode = 2;
} finally {
  await rooms.close();
  await database.close();
}
