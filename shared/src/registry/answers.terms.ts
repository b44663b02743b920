import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/registry.ts';

/*
 * Lists of the supplement record (严重精神障碍患者个人信息补充表) that are read outside it too. The keys are the codes that the form prints; a blank is
 * no code at all.
 */

/** 经济状况; 3 stands in the older form only. */
export const ECONOMIES = inLanguage({ 1: '贫困', 2: '非贫困', 3: '不详' }, { en: en.ECONOMIES });
/** 残疾证 and other things that there are or are not. */
export const HAVING = inLanguage({ 1: '有', 2: '无' }, { en: en.HAVING });
/** 以奖代补对象, 家庭医生签约, 社区康复. */
export const YES_OR_NO = inLanguage({ 1: '是', 0: '否' }, { en: en.YES_OR_NO });
