import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { doseInWords } from '@guanhu/shared/medication/dose.rules';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import type { ConsentDecision } from '@guanhu/shared/registry/consent.terms';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { dayInWords } from '../../../ui/time.ts';
import { commonWords } from '../../../words/common.ts';
import { transfersWords } from '../../../words/transfers.ts';

const CONSENTS: Readonly<Record<ConsentDecision, string>> = {
  given: transfersWords.consentGiven,
  refused: transfersWords.consentRefused,
  withdrawn: transfersWords.consentWithdrawn,
  notRequired: transfersWords.consentNotRequired,
};

/** What somebody is decided about by, in few lines; the rest of the file stands at the desk. */
export function carriedLines(carried: TransferPackage, today: CalendarDate): readonly (readonly [name: string, value: string])[] {
  const { risk, riskOn, stability, stabilityOn, lastIncidentOn, consent, medicine } = carried;
  return [
    [transfersWords.state, PATIENT_STATES[carried.state]],
    [
      transfersWords.risk,
      risk === null || riskOn === null ? transfersWords.notYet : transfersWords.riskLevel(risk, dayInWords(riskOn, today)),
    ],
    [
      transfersWords.stability,
      stability === null || stabilityOn === null
        ? transfersWords.notYet
        : transfersWords.stabilityOn(STABILITIES[stability].label, dayInWords(stabilityOn, today)),
    ],
    [transfersWords.lastIncident, lastIncidentOn === null ? transfersWords.noIncident : dayInWords(lastIncidentOn, today)],
    [transfersWords.consent, consent === null ? transfersWords.consentUnknown : CONSENTS[consent.decision]],
    [transfersWords.medicine, medicine === null ? transfersWords.noMedicine : drugsInWords(medicine)],
  ];
}

const drugsInWords = ({ drugs }: NonNullable<TransferPackage['medicine']>): string =>
  drugs === null ? transfersWords.noDrugs : drugs.map(drug => `${drug.name} ${doseInWords(drug)}`).join(commonWords.clauseMark);
