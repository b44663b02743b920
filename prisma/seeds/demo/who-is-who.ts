import { PROVINCE_SUPERVISOR } from './cast.ts';
import { wardsInWords, type OnWall } from './places-on-the-wall.ts';
import type { Story } from './story.ts';

const LINE = '─'.repeat(72);

/** Who is who in the demonstration, for the person who has just started it. */
export function whoIsWho(
  story: Story,
  phones: readonly OnWall[],
  codes: ReadonlyMap<string, string>,
  { serverUrl, simulatorUrl }: { serverUrl: string; simulatorUrl: string },
): string {
  const { cast, people } = story;
  const line = ({ personKey, shows }: OnWall): string => {
    const { name, mobile } = people.person(personKey);
    const wards = wardsInWords(story, personKey);
    return `  ${name}  ${mobile}  ${shows}${wards === '' ? '' : `（与患者的关系：${wards}）`}`;
  };
  const isOfficial = ({ personKey }: OnWall): boolean => personKey === PROVINCE_SUPERVISOR || people.person(personKey).posts.length > 0;
  const bound = phones.filter(phone => phone.isBound);
  return [
    LINE,
    `谁是谁 · ${cast.county.name}（演示县，${cast.townships.length} 个乡镇、${cast.villages.length} 个村居、${cast.patients.length} 名患者；人名、地名、号码全部是编的）`,
    LINE,
    `工作台    ${serverUrl}/`,
    `手机墙    ${simulatorUrl}/`,
    '',
    '怎样登录工作台：打开工作台，页面上有一个二维码和一个码。在手机墙上点那位工作人员的名字，在手机里点“我的”、',
    '“扫码确认电脑登录”，输入二维码下面的码，再点“同意”。放款和调整岗位时，工作台会再请同一部手机确认一次。',
    '',
    '手机墙上的工作人员',
    ...bound.filter(isOfficial).map(line),
    '',
    '手机墙上的监护人',
    ...bound.filter(phone => !isOfficial(phone)).map(line),
    '',
    '还没有绑定的手机：在手机里输入邀请码，点“我看过了，我同意”，再点“用微信手机号确认”',
    ...phones.filter(phone => !phone.isBound).map(phone => `${line(phone)}\n      邀请码 ${codes.get(phone.personKey) ?? ''}`),
    '',
    '试一试：竹坪村的家属刚刚报告了情况；放款要三个人：编制、复核、放款，各在自己的手机上登录工作台。',
    LINE,
    '',
  ].join('\n');
}
