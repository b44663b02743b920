/**
 * Option lists of the supplement record (严重精神障碍患者个人信息补充表) and of what the national system asks beyond it. The keys are the codes
 * that the forms print; a blank is no code at all. Lists without a printed number are numbered in the order in which they are printed.
 */

/** 户别 */
export const HOUSEHOLD_KINDS = { 1: '城镇', 2: '农村' } as const;
/** 就业情况 */
export const EMPLOYMENTS = {
  1: '在岗工人',
  2: '在岗管理者',
  3: '农民',
  4: '下岗或无业',
  5: '在校学生',
  6: '退休',
  7: '专业技术人员',
  8: '其他',
  9: '不详',
} as const;
/** 既往关锁情况 */
export const PAST_CONFINEMENTS = { 1: '无关锁', 2: '关锁', 3: '关锁已解除' } as const;
/** 既往治疗情况：门诊 */
export const OUTPATIENT_TREATMENTS = { 1: '未治', 2: '间断门诊治疗', 3: '连续门诊治疗' } as const;
/** 最近一次治疗效果 */
export const LATEST_EFFECTS = { 1: '临床痊愈', 2: '好转', 3: '无变化', 4: '加重' } as const;
/** 文化程度, as the norm's personal record prints it. */
export const EDUCATIONS = {
  1: '研究生',
  2: '大学本科',
  3: '大学专科和专科学校',
  4: '中等专业学校',
  5: '技工学校',
  6: '高中',
  7: '初中',
  8: '小学',
  9: '文盲或半文盲',
  10: '不详',
} as const;
/** 婚姻状况, as the norm's personal record prints it. */
export const MARITAL_STATUSES = { 1: '未婚', 2: '已婚', 3: '丧偶', 4: '离婚', 5: '未说明的婚姻状况' } as const;
/** 精神疾病家族史 */
export const FAMILY_HISTORIES = { 1: '有', 2: '无', 3: '不详' } as const;
/** 残疾等级 (GB/T 26341): one is the most severe. */
export const DISABILITY_GRADES = { 1: '一级', 2: '二级', 3: '三级', 4: '四级' } as const;
