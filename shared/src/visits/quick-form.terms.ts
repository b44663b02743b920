import type { FormField } from '../policy/form-field.terms.ts';
import { DONE, HEAD_FIELDS, NOTE_FIELD, optionsOf } from './record-fields.terms.ts';
import { ADHERENCES, CONFINEMENTS, RESPONDENTS } from './visits.terms.ts';

/** 生活情况, 病情, 监护, 在控: what a grid worker sees without judging an illness. */
export const SITUATIONS = { 1: '在家，和平常一样', 2: '在家，很少出门', 3: '在外务工或上学', 4: '正在住院', 5: '其他' } as const;
export const QUICK_CONDITIONS = { 1: '平稳', 2: '有些波动', 3: '明显发作' } as const;
export const GUARDIAN_DUTIES = { 1: '照看得好', 2: '照看得一般', 3: '照看不够', 4: '没有人照看' } as const;
export const CONTROLS = { 1: '在控', 2: '失控' } as const;
/** The levels of risk as a neighbour would say them. */
const PLAIN_RISKS = {
  0: '都没有',
  1: '喊叫、口头威胁',
  2: '在家砸东西，劝得住',
  3: '到处砸东西，劝不住',
  4: '一直砸或伤人、伤自己',
  5: '拿器械伤人、放火',
} as const;

/** The grid worker's quick form: five things and what happened since; the doctor's record can take it over. */
export const QUICK_FIELDS: readonly FormField[] = [
  ...HEAD_FIELDS,
  {
    key: 'respondents',
    label: '见到了谁',
    section: 'condition',
    kind: 'choices',
    options: optionsOf(RESPONDENTS),
    required: true,
    when: DONE,
  },
  { key: 'situation', label: '生活情况', section: 'condition', kind: 'choice', options: optionsOf(SITUATIONS), required: true, when: DONE },
  {
    key: 'condition',
    label: '病情',
    section: 'condition',
    kind: 'choice',
    options: optionsOf(QUICK_CONDITIONS),
    required: true,
    when: DONE,
  },
  { key: 'adherence', label: '吃药', section: 'condition', kind: 'choice', options: optionsOf(ADHERENCES), required: true, when: DONE },
  {
    key: 'guardianship',
    label: '监护',
    section: 'condition',
    kind: 'choice',
    options: optionsOf(GUARDIAN_DUTIES),
    required: true,
    when: DONE,
  },
  { key: 'control', label: '在控还是失控', section: 'condition', kind: 'choice', options: optionsOf(CONTROLS), required: true, when: DONE },
  {
    key: 'risk',
    label: '上次以来有没有这些',
    section: 'condition',
    kind: 'choice',
    options: optionsOf(PLAIN_RISKS),
    when: DONE,
    help: '选最重的一样；不清楚就不选',
  },
  {
    key: 'confinement',
    label: '有没有被关着、锁着',
    section: 'condition',
    kind: 'choice',
    options: optionsOf(CONFINEMENTS),
    when: DONE,
    help: '关着或锁着会另外通知权益保护，马上处理',
  },
  NOTE_FIELD,
];
