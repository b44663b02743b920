import type { Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import type { CastDrug } from './cast.terms.ts';

const oral = (name: string, morningMg: number, noonMg: number, nightMg: number): CastDrug => ({
  name,
  morningMg,
  noonMg,
  nightMg,
  everyWeeks: null,
  dose: [['早', morningMg] as const, ['中', noonMg] as const, ['晚', nightMg] as const]
    .flatMap(([time, mg]) => (mg > 0 ? [`${time} ${mg} 毫克`] : []))
    .join('，'),
});
const injection = (name: string, everyWeeks: number, mg: number): CastDrug => ({
  name,
  morningMg: mg,
  noonMg: 0,
  nightMg: 0,
  everyWeeks,
  dose: `每 ${everyWeeks} 周注射 ${mg} 毫克`,
});

/** Usual drugs in usual doses, for the demonstration only: nobody is treated by them. */
export const REGIMENS: Readonly<Record<Diagnosis, readonly (readonly CastDrug[])[]>> = {
  schizophrenia: [
    [oral('利培酮片', 1, 0, 2)],
    [oral('奥氮平片', 0, 0, 10)],
    [oral('氯氮平片', 50, 0, 150)],
    [oral('阿立哌唑片', 10, 0, 0)],
    [injection('棕榈酸帕利哌酮注射液', 4, 100)],
    [oral('喹硫平片', 100, 0, 200), oral('苯海索片', 2, 0, 0)],
  ],
  schizoaffective: [[oral('奥氮平片', 0, 0, 10), oral('丙戊酸钠缓释片', 500, 0, 500)]],
  delusional: [[oral('利培酮片', 1, 0, 1)]],
  bipolar: [[oral('碳酸锂片', 250, 250, 250)], [oral('丙戊酸钠缓释片', 500, 0, 500), oral('喹硫平片', 0, 0, 200)]],
  epilepticPsychosis: [[oral('卡马西平片', 100, 100, 100), oral('利培酮片', 0, 0, 1)]],
  idWithPsychosis: [[oral('利培酮片', 0, 0, 1)], []],
};
