import { list, patient, people, places, STRANGERS_MOBILE } from './cast.ts';
import { answerAll, confirm, preview, verdicts } from './desk-import.ts';
import { invite, openPerson } from './desk-people.ts';
import { bind } from './phone-access.ts';
import type { Story } from './story.ts';

const FILE = '责任清单.xlsx';
/** Each refused patient has a row in the list and one in the details. */
const REFUSED_ROWS = 2 * list.refused.length;

/** The responsibility list with all its faults becomes files, teams and guardians; families and grid workers bind. */
export function entering(story: Story): void {
  story.step('the social affairs office imports a list as townships keep it: looked at, asked about, confirmed', async world => {
    await world.house.system.programs.worker.stop(); // nobody is reminded before people have bound their phones
    const desk = world.desk('maker');
    const before = await preview(desk, FILE, list.bytes);
    await world.keep(desk, 'import-preview');
    expect(before['不能导入']).toBe(REFUSED_ROWS);
    expect(before['待确认']).toBeGreaterThan(0);
    const asked = await answerAll(desk, [
      ['云根村', '柳湾村'],
      ['村(居)名称', places.village],
      ['一个岗位写了两个人', '蔺凭翎'],
      ['诊断', '精神分裂症'],
    ]);
    expect(asked.length).toBeGreaterThanOrEqual(list.asks.length);
    const answered = await verdicts(desk);
    expect(answered['待确认']).toBe(0);
    await world.keep(desk, 'import-answered');
    expect(await confirm(desk)).toMatch(/写入患者 \d+ 名/);
    await world.keep(desk, 'import-confirmed');
  });

  story.step('the same file once more has nothing to write', async world => {
    const desk = world.desk('maker');
    const again = await preview(desk, FILE, list.bytes);
    expect(again).toMatchObject({ 新增: 0, 更新: 0, 待确认: 0, 不能导入: REFUSED_ROWS });
    expect(await desk.button('确认导入 0 名患者').isDisabled()).toBe(true);
    await world.keep(desk, 'import-again');
    await desk.go('服务对象');
    await desk.page.getByRole('searchbox').fill(patient.name);
    await desk.page.getByRole('link', { name: patient.name }).click();
    await desk.sees(people.guardian.name);
    await world.keep(desk, 'patient-file');
  });

  story.step('a stranger with the guardian’s code binds to nobody; the guardian and the grid worker bind', async world => {
    const desk = world.desk('administrator');
    await openPerson(desk, people.guardian.name, '没有岗位的人（监护人）');
    world.codes.set('guardian', await invite(desk));
    const stranger = await world.takePhone('stranger', STRANGERS_MOBILE, '陌生人');
    await bind(stranger, world.codes.get('guardian') ?? '');
    await stranger.sees('没有找到对应的邀请');
    await world.keep(stranger, 'stranger-refused');
    await world.joins('guardian', '监护人');
    await world.joins('gridWorker', '网格员');
    await world.keep(world.phone('guardian'), 'guardian-bound');
  });
}
