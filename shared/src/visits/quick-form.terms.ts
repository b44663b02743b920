import type { FormField } from '../policy/form-field.terms.ts';
import { DONE, HEAD_FIELDS, NOTE_FIELD, optionsOf } from './record-fields.terms.ts';
import { ADHERENCES, CONFINEMENTS, RESPONDENTS } from './visits.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** 生活情况, 病情, 监护, 在控: what a grid worker sees without judging an illness. */
export const SITUATIONS = inLanguage(
  { 1: '在家，和平常一样', 2: '在家，很少出门', 3: '在外务工或上学', 4: '正在住院', 5: '其他' },
  { en: en.SITUATIONS },
);
export const QUICK_CONDITIONS = inLanguage({ 1: '平稳', 2: '有些波动', 3: '明显发作' }, { en: en.QUICK_CONDITIONS });
export const GUARDIAN_DUTIES = inLanguage({ 1: '照看得好', 2: '照看得一般', 3: '照看不够', 4: '没有人照看' }, { en: en.GUARDIAN_DUTIES });
export const CONTROLS = inLanguage({ 1: '在控', 2: '失控' }, { en: en.CONTROLS });
/** The levels of risk as a neighbour would say them. */
const PLAIN_RISKS = inLanguage(
  {
    0: '都没有',
    1: '喊叫、口头威胁',
    2: '在家砸东西，劝得住',
    3: '到处砸东西，劝不住',
    4: '一直砸或伤人、伤自己',
    5: '拿器械伤人、放火',
  },
  { en: en.PLAIN_RISKS },
);

const QUICK_LABELS = inLanguage(
  {
    respondents: '见到了谁',
    situation: '生活情况',
    condition: '病情',
    adherence: '吃药',
    guardianship: '监护',
    control: '在控还是失控',
    risk: '上次以来有没有这些',
    confinement: '有没有被关着、锁着',
  },
  { en: en.QUICK_LABELS },
);
const QUICK_HELPS = inLanguage(
  {
    risk: '选最重的一样；不清楚就不选',
    confinement: '关着或锁着会另外通知权益保护，马上处理',
  },
  { en: en.QUICK_HELPS },
);

/** The grid worker's quick form: five things and what happened since; the doctor's record can take it over. */
export const QUICK_FIELDS: readonly FormField[] = [
  ...HEAD_FIELDS,
  {
    key: 'respondents',
    label: QUICK_LABELS.respondents,
    section: 'condition',
    kind: 'choices',
    options: optionsOf(RESPONDENTS),
    required: true,
    when: DONE,
  },
  {
    key: 'situation',
    label: QUICK_LABELS.situation,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(SITUATIONS),
    required: true,
    when: DONE,
  },
  {
    key: 'condition',
    label: QUICK_LABELS.condition,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(QUICK_CONDITIONS),
    required: true,
    when: DONE,
  },
  {
    key: 'adherence',
    label: QUICK_LABELS.adherence,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(ADHERENCES),
    required: true,
    when: DONE,
  },
  {
    key: 'guardianship',
    label: QUICK_LABELS.guardianship,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(GUARDIAN_DUTIES),
    required: true,
    when: DONE,
  },
  {
    key: 'control',
    label: QUICK_LABELS.control,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(CONTROLS),
    required: true,
    when: DONE,
  },
  {
    key: 'risk',
    label: QUICK_LABELS.risk,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(PLAIN_RISKS),
    when: DONE,
    help: QUICK_HELPS.risk,
  },
  {
    key: 'confinement',
    label: QUICK_LABELS.confinement,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(CONFINEMENTS),
    when: DONE,
    help: QUICK_HELPS.confinement,
  },
  NOTE_FIELD,
];
