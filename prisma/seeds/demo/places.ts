import type { CastOrganisation, CastTownship, CastVillage } from './cast.terms.ts';

/** No such area code, county, township or village exists. */
export const COUNTY = { key: 'county', name: '澄岚县', areaCode: '990101' } as const;

const TOWNSHIPS = [
  {
    key: 'tingquan',
    name: '听泉镇',
    villages: [
      ['zhuping', '竹坪村', '竹坪', ['竹坪大队']],
      ['liuwan', '柳湾村', '柳湾社区', []],
      ['heting', '鹤汀村', '鹤汀', []],
    ],
  },
  {
    key: 'wangxiu',
    name: '望岫乡',
    villages: [
      ['taiji', '苔矶村', '苔矶', ['苔矶坊']],
      ['lingdu', '菱渡村', '菱渡村委会', []],
      ['yanhui', '雁洄村', '雁洄', []],
    ],
  },
  {
    key: 'zhenxi',
    name: '枕溪镇',
    villages: [
      ['songpu', '松瀑村', '松瀑', []],
      ['yanchi', '砚池社区', '砚池居委会', ['砚池街']],
      ['yingtang', '萤塘村', '萤塘', []],
    ],
  },
] as const;

export const townships: readonly CastTownship[] = TOWNSHIPS.map(({ key, name }, at) => ({
  key,
  name,
  areaCode: `${COUNTY.areaCode}1${String(at).padStart(2, '0')}`,
}));

export const villages: readonly CastVillage[] = TOWNSHIPS.flatMap((township, at) =>
  township.villages.map(([key, name, alsoWritten, aliases], within) => ({
    key,
    name,
    townshipKey: township.key,
    areaCode: `${townships[at]?.areaCode ?? ''}${String(201 + within)}`,
    aliases,
    alsoWritten,
  })),
);

/** The offices that every township has. */
const TOWNSHIP_OFFICES = {
  socialAffairsOffice: '社会事务办',
  partyGovernmentOffice: '党政办',
  financeOffice: '财政所',
  townHealthCenter: '卫生院',
  policeStation: '派出所',
  civilAffairsOffice: '民政办',
  disabledFederation: '残联',
  peaceOffice: '平安办',
  justiceOffice: '司法所',
  socialSecurityOffice: '社保所',
} as const;
export type TownshipOffice = keyof typeof TOWNSHIP_OFFICES;
const OFFICE_KINDS = Object.keys(TOWNSHIP_OFFICES) as TownshipOffice[];

export const officeKey = (kind: TownshipOffice, townshipKey: string): string => `${kind}@${townshipKey}`;
export const committeeKey = (villageKey: string): string => `villageCommittee@${villageKey}`;
export const COUNTY_OFFICE = 'politicalLegalCommittee@county';

export const organisations: readonly CastOrganisation[] = [
  { key: COUNTY_OFFICE, kind: 'politicalLegalCommittee', name: `${COUNTY.name}政法委`, areaKey: COUNTY.key },
  ...townships.flatMap(({ key, name }) =>
    OFFICE_KINDS.map(kind => ({ key: officeKey(kind, key), kind, name: `${name}${TOWNSHIP_OFFICES[kind]}`, areaKey: key })),
  ),
  ...villages.map(({ key, name }) => ({
    key: committeeKey(key),
    kind: 'villageCommittee' as const,
    name: `${name}${name.endsWith('社区') ? '居民委员会' : '民委员会'}`,
    areaKey: key,
  })),
];
