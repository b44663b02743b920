import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { areasFile, county, organisationsFile, people, places } from './cast.ts';
import { givePost, invite, register } from './desk-people.ts';
import { setReminders, setVisits } from './desk-policies.ts';
import type { Story } from './story.ts';
import type { Who } from './world.ts';

/** The hour so many hours from now, in China: '14:00'. */
const hourFromNow = (hours: number): string => `${new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(11, 13)}:00`;

/** A small township: whoever speaks for a department in a joint review holds another post besides. */
const FURTHER: { readonly [W in Who]?: string } = {
  maker: '康复协调员',
  checker: '民政干部',
  releaser: '驻村民警',
  gridWorker: '村级小组组长',
};

/** The county, its administrator, its policies, its officials with their phones and desks. */
export function settingUp(story: Story): void {
  story.step('whoever runs the machine sets up a county with its first administrator', async world => {
    const { name, mobile } = people.administrator;
    const id = ['--id', String(county.id)];
    const said = await world.house.command(
      'county',
      ...['create', ...id, '--name', county.name, '--code', county.areaCode, '--administrator', name, '--phone', mobile],
    );
    const [, code] = /邀请码：(\S{9})（只显示这一次/.exec(said) ?? [];
    expect(code).toBeDefined();
    world.codes.set('administrator', code ?? '');
    expect(await world.readIn('areas', county.id, areasFile)).toContain('新增 12 个区域');
    expect(await world.readIn('organisations', county.id, organisationsFile)).toMatch(/新增 40 个单位/);
  });

  story.step('the administrator binds a phone with the code, and signs in to the desk by approving it there', async world => {
    await world.joins('administrator', '县级管理员');
    await world.keep(world.phone('administrator'), 'administrator-bound');
    const desk = await world.signIn('administrator');
    await desk.sees('现在没有等您办理的事');
    await world.keep(desk, 'administrator-desk');
  });

  story.step('the administrator sets the county’s bands and the times of its reminders', async world => {
    const desk = world.desk('administrator');
    await setVisits(desk, SHIPPED_VISIT_POLICIES.fourColours.label, world.today);
    await world.keep(desk, 'visit-policy');
    const times = { 不打扰从: hourFromNow(3), 不打扰到: hourFromNow(12), 提醒服药: '00:00', 提醒随访: '00:00' };
    await setReminders(desk, times, world.today);
    await world.keep(desk, 'reminder-policy');
  });

  story.step('the administrator enters the officials, each confirmed on the phone, and hands out invitations', async world => {
    const desk = world.desk('administrator');
    const enter = async (who: Who, role: string, area: string, organisation: string) => {
      const { name, mobile } = people[who];
      await register(desk, { name, mobile, role, area, organisation });
      const further = FURTHER[who];
      if (further !== undefined) await givePost(desk, further, who === 'gridWorker' ? places.village : places.township);
      if (who === 'maker') await givePost(desk, '乡镇分管领导', places.township);
      if (who === 'maker') await world.keep(desk, 'official-entered');
      world.codes.set(who, await invite(desk, () => (who === 'maker' ? world.keep(desk, 'invitation-slip') : Promise.resolve())));
    };
    await enter('maker', '社会事务办干事', places.township, `${places.township}社会事务办`);
    await enter('checker', '乡镇分管领导', places.township, `${places.township}党政办`);
    await enter('releaser', '财政所经办人', places.township, `${places.township}财政所`);
    await enter('doctor', '精防医生', places.township, `${places.township}卫生院`);
    await enter('gridWorker', '网格员', places.village, `${places.village}民委员会`);
  });

  story.step('the officials bind and come to their desks', async world => {
    await world.joins('maker', '社会事务办');
    await world.joins('checker', '乡镇分管领导');
    await world.joins('releaser', '财政所');
    await world.joins('doctor', '精防医生');
    for (const who of ['maker', 'checker', 'releaser', 'doctor'] as const) await world.signIn(who);
  });
}
