import { newId } from '@guanhu/server/platform/ids';
import { listOrganisations } from '@guanhu/shared/access/access.routes';
import { addGroupMember, setGroupOffice } from '@guanhu/shared/care-team/groups.routes';
import type { GroupRole } from '@guanhu/shared/care-team/groups.terms';
import type { StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { CastTownship } from './cast.terms.ts';
import { areaId, each, type Story } from './story.ts';

type Member = { readonly key: string; readonly role: GroupRole; readonly duty: string };

/** The leading group of a township, by the offices that its people come from. */
const TOWNSHIP_GROUP: readonly (readonly [office: string, role: GroupRole, duty: string])[] = [
  ['checker', 'lead', '总负责，每季度开一次会'],
  ['maker', 'deputyLead', '日常工作，档案和以奖代补'],
  ['committee', 'deputyLead', '统筹协调，有人走失时协助查找'],
  ['police', 'member', '处置突发情况'],
  ['doctor', 'member', '随访、评估和用药指导'],
  ['civilAffairs', 'member', '救助和福利'],
  ['rehabCoordinator', 'member', '康复和残疾证'],
  ['releaser', 'member', '奖补资金'],
];
/** The joint team of a village, by the seats around its patients. */
const VILLAGE_TEAM: readonly (readonly [seat: StaffSeat, role: GroupRole, duty: string])[] = [
  ['lead', 'lead', '牵头，安排走访'],
  ['police', 'member', '随警处置'],
  ['doctor', 'member', '随访和用药指导'],
  ['securityOfficer', 'member', '矛盾排查'],
  ['gridWorker', 'member', '每周走访，上报情况'],
];

/** Every township and village has its group, as the county asked when the work began. */
export const formGroups = (story: Story): Promise<void> => each(story.cast.townships, township => formThose(story, township), 3);

async function formThose(story: Story, township: CastTownship): Promise<void> {
  const { house, people, cast } = story;
  const as = await people.desk(`maker@${township.key}`);
  const townshipId = areaId(story, township.key);
  const { rows } = await house.call(listOrganisations, { as });
  const office = rows.find(one => one.kind === 'peaceOffice' && one.areaId === townshipId);
  if (office) await house.call(setGroupOffice, { as, params: { areaId: townshipId }, body: { organisationId: office.organisationId } });
  const join = async (areaKey: string, { key, role, duty }: Member): Promise<void> => {
    const body = { memberId: newId(), personId: people.id(key), role, duty, since: house.clock.today() };
    await house.call(addGroupMember, { as, params: { areaId: areaId(story, areaKey) }, body });
  };
  for (const [who, role, duty] of TOWNSHIP_GROUP) await join(township.key, { key: `${who}@${township.key}`, role, duty });
  for (const village of cast.villages.filter(one => one.townshipKey === township.key)) {
    const joined = new Set<string>();
    for (const [seat, role, duty] of VILLAGE_TEAM) {
      const key = cast.teams[village.key]?.[seat] ?? '';
      if (!joined.has(key)) await join(village.key, { key, role, duty });
      joined.add(key);
    }
  }
}
