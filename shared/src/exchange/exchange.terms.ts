import type { Role } from '../access/access.terms.ts';
import type { ExchangeField } from './difference.terms.ts';
import { DEPARTMENT_LABELS } from './round.terms.ts';

/*
 * Words of the monthly exchange (月度信息交换).
 *   round       one township in one month, with a day until which lists are handed in
 *   list        what one department handed in; a newer one of the same department takes its place
 *   row         one line of a list; its verdict says whether it was read and whose file it is
 *   claim       what a department's row says of one field
 *   difference  a claim that another source contradicts; the department that made the claim answers it
 *   package     what was agreed, signed by a named person, hashed and never altered
 */

/** Who hands in a list, and whose post hands it in. */
export const DEPARTMENTS = {
  police: { label: DEPARTMENT_LABELS.police, role: 'communityPolice' },
  health: { label: DEPARTMENT_LABELS.health, role: 'mentalHealthDoctor' },
  civilAffairs: { label: DEPARTMENT_LABELS.civilAffairs, role: 'civilAffairsCadre' },
  disabledFederation: { label: DEPARTMENT_LABELS.disabledFederation, role: 'rehabCoordinator' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly role: Role }>>;
export type Department = keyof typeof DEPARTMENTS;
export const DEPARTMENT_KEYS = Object.keys(DEPARTMENTS) as readonly Department[];

/** What a field is exchanged for, and by which law. MHL: Mental Health Law; PIPL: Personal Information Protection Law. */
export const PURPOSES = {
  whereabouts: {
    label: '知道人在哪里、由谁管，避免脱管',
    basis: '《精神卫生法》第 8 条、第 24 条；《个人信息保护法》第 13 条第一款第三项、第 34 条',
  },
  treatment: {
    label: '入院、出院有人接续随访',
    basis: '《精神卫生法》第 55 条；《个人信息保护法》第 13 条第一款第三项、第 28 条',
  },
  danger: {
    label: '有危险时及时帮助',
    basis: '《精神卫生法》第 28 条、第 55 条；《个人信息保护法》第 13 条第一款第三项、第 28 条',
  },
  relief: {
    label: '该享受的救助和康复不漏一人',
    basis: '《精神卫生法》第 57 条、第 69 条；《个人信息保护法》第 13 条第一款第三项、第 6 条',
  },
} as const;
type ExchangePurpose = keyof typeof PURPOSES;

type Field = {
  readonly purpose: ExchangePurpose;
  /** Whose lists are read for it: a column of any other list is never taken in. */
  readonly statedBy: readonly Department[];
  /** Who sees it: those whose duty needs it, and the office that brings the departments together. */
  readonly seenBy: readonly Department[];
  /** How lists head the column. */
  readonly headings: readonly string[];
};

export const EXCHANGE_FIELDS = {
  status: {
    purpose: 'whereabouts',
    statedBy: ['police', 'health', 'civilAffairs', 'disabledFederation'],
    seenBy: ['police', 'health', 'civilAffairs', 'disabledFederation'],
    headings: ['人员状态', '当前状态', '目前状态', '管理状态', '患者状态', '状态', '人员现况', '现况', '在管状态'],
  },
  address: {
    purpose: 'whereabouts',
    statedBy: ['police', 'health'],
    seenBy: ['police', 'health', 'civilAffairs'],
    headings: ['现住址', '住址', '居住地址', '家庭住址', '现居住地', '现居住地址', '地址'],
  },
  admission: {
    purpose: 'treatment',
    statedBy: ['health', 'police'],
    seenBy: ['health', 'police', 'civilAffairs'],
    headings: ['住院情况', '是否住院', '在院情况', '住院状态', '是否在院'],
  },
  risk: {
    purpose: 'danger',
    statedBy: ['health'],
    seenBy: ['health', 'police'],
    headings: ['危险性等级', '危险等级', '风险等级', '危险性评估等级', '危险性评估', '危险性'],
  },
  economy: {
    purpose: 'relief',
    statedBy: ['civilAffairs'],
    seenBy: ['civilAffairs', 'disabledFederation', 'health'],
    headings: ['经济状况', '是否贫困', '家庭经济状况', '是否困难'],
  },
  disability: {
    purpose: 'relief',
    statedBy: ['disabledFederation'],
    seenBy: ['civilAffairs', 'disabledFederation'],
    headings: ['残疾证', '有无残疾证', '是否持证', '持证情况'],
  },
  reward: {
    purpose: 'relief',
    statedBy: ['civilAffairs'],
    seenBy: ['civilAffairs'],
    headings: ['以奖代补对象', '是否以奖代补对象', '以奖代补'],
  },
} as const satisfies Readonly<Record<ExchangeField, Field>>;
export const EXCHANGE_FIELD_KEYS = Object.keys(EXCHANGE_FIELDS) as readonly ExchangeField[];
export const fieldOf = (field: ExchangeField): Field => EXCHANGE_FIELDS[field];

/** Values of some fields: a code of the field's options, or a text. */
export type FieldClaims = { readonly [F in ExchangeField]?: string };

/** What became of a row. Only a row whose verdict is `candidate` waits for a person. */
export const ROW_VERDICTS = {
  matched: '已对上',
  candidate: '需人工确认',
  unknown: '本镇没有档案',
  refused: '没有读入',
} as const;
export type RowVerdict = keyof typeof ROW_VERDICTS;
export const VERDICT_KEYS = Object.keys(ROW_VERDICTS) as readonly RowVerdict[];

/** Why a row was not read, and what was noticed in one that was. Never a value of the row. */
export const ROW_REASONS = {
  NAME_MISSING: '没有姓名',
  NAME_UNREADABLE: '姓名读不出，请写一个人的全名',
  PERSON_UNKNOWABLE: '身份证号和出生日期都没有，不能对人',
  IDENTITY_WRONG: '身份证号不对，请核对原件',
  IDENTITY_OLD: '15 位旧号码已换算成 18 位',
  IDENTITY_AS_NUMBER: '身份证号被表格软件改成了数字，后几位已丢失，请把这一列设为文本后重新填写',
  BORN_UNREADABLE: '出生日期读不出',
  CELL_FORMULA: '单元格是公式，请改成填写的内容',
  CELL_ERROR: '单元格是错误值',
  VALUE_UNREADABLE: '这一项的写法不认识，没有读入',
  TWICE: '这个人在本表里已经出现过',
} as const;
export type RowReason = keyof typeof ROW_REASONS;

/** Systems outside this one in which a patient is entered, and whose work that is. */
export const SYSTEMS = {
  national: { label: '国家严重精神障碍信息系统', department: 'health' },
  police: { label: '公安信息系统', department: 'police' },
} as const satisfies Readonly<Record<string, { readonly label: string; readonly department: Department }>>;
export type OutsideSystem = keyof typeof SYSTEMS;
export const SYSTEM_KEYS = Object.keys(SYSTEMS) as readonly OutsideSystem[];
export const ENTRY_STATES = { entered: '已录入', pending: '未录入', removed: '已移出' } as const;
export type EntryState = keyof typeof ENTRY_STATES;

/** One person of a list that an official typed. */
export type TypedPerson = {
  readonly name: string;
  readonly idNumber?: string | undefined;
  readonly born?: string | undefined;
  readonly values: FieldClaims;
};
