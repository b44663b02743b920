import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { CONSENT_DECISIONS } from '@guanhu/shared/registry/consent.terms';
import { FILE_FIELDS, FILE_KEYS, FILE_SECTIONS, type FileSection } from '@guanhu/shared/registry/file-fields';
import { valueInWords } from '@guanhu/shared/registry/file-values.rules';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { VISIT_RESULTS } from '@guanhu/shared/visits/visits.terms';
import { Facts } from '../ui/columns.tsx';
import { dayInWords } from '../ui/words.ts';

const SECTIONS = Object.keys(FILE_SECTIONS) as readonly FileSection[];

/** Everything that came along with somebody from another county, on one screen. */
export function CarriedFacts({ carried }: { carried: TransferPackage }) {
  const { values, medicine, consent, visits, guardians } = carried;
  return (
    <>
      <h3 className="h">现在的情况</h3>
      <Facts
        of={[
          ['原县档案状态', PATIENT_STATES[carried.state]],
          ['危险性评估', carried.risk === null ? '未评估' : `${carried.risk} 级（${dayInWords(carried.riskOn)}）`],
          [
            '病情分类',
            carried.stability === null ? '未分类' : `${STABILITIES[carried.stability].label}（${dayInWords(carried.stabilityOn)}）`,
          ],
          ['最近一次肇事肇祸等情况', dayInWords(carried.lastIncidentOn, '没有登记')],
          ['社区管理', consent === null ? '未登记' : `${CONSENT_DECISIONS[consent.decision]}（${dayInWords(consent.on)}）`],
          ['用药', medicine === null ? '没有医嘱' : medicineInWords(medicine)],
        ]}
      />
      <h3 className="h">监护人</h3>
      {guardians.length === 0 && <p className="sub">没有登记监护人。</p>}
      <ul className="plain-list">
        {guardians.map(({ name, phone, relation }) => (
          <li key={`${name}${phone ?? ''}`}>
            {[name, relation === null ? '关系未登记' : GUARDIAN_RELATIONS[relation], phone ?? '电话未登记'].join('\u3000')}
          </li>
        ))}
      </ul>
      <h3 className="h">最近随访</h3>
      {visits.length === 0 && <p className="sub">没有随访记录。</p>}
      <ul className="plain-list">
        {visits.map(visit => (
          <li key={`${visit.on}${visit.seat}`}>
            {[
              dayInWords(visit.on),
              SEAT_LABELS[visit.seat],
              visit.result === null ? '没有记录完' : VISIT_RESULTS[visit.result],
              ...(visit.risk === null ? [] : [`危险性 ${visit.risk} 级`]),
              ...(visit.stability === null ? [] : [STABILITIES[visit.stability].label]),
            ].join('\u3000')}
          </li>
        ))}
      </ul>
      {SECTIONS.map(section => {
        const filled = FILE_KEYS.filter(key => FILE_FIELDS[key].section === section && values[key] !== null);
        return filled.length === 0 ? null : (
          <div key={section}>
            <h3 className="h">{FILE_SECTIONS[section]}</h3>
            <Facts of={filled.map(key => [FILE_FIELDS[key].label, valueInWords(key, values[key])])} />
          </div>
        );
      })}
    </>
  );
}

function medicineInWords({ since, drugs, prescriber, hospital }: NonNullable<TransferPackage['medicine']>): string {
  const what = drugs === null ? '药名未登记' : drugs.map(drug => `${drug.name} ${doseInWords(drug)}`).join('；');
  const who = [hospital, prescriber].filter(Boolean).join(' ');
  return `${what}（${dayInWords(since)} 起${who === '' ? '' : `，${who}`}）`;
}
