import { BLANK_FILE } from '@guanhu/shared/registry/file-values.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readTransferInContract, type TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import type { Page } from 'playwright-core';

/**
 * Answers a phone that asks for a handover from another county, which the story does not have, as the contract has it.
 * @param townshipId  where the patient comes to
 */
export async function arriveFromAnotherCounty(page: Page, today: CalendarDate, townshipId: string): Promise<void> {
  await page.route(/\/api\/transfers\/in\/[0-9a-f-]{36}$/, async (asked, request) => {
    const on = addDays(today, -20);
    const transfer: TransferInRead = {
      transferId: request.url().split('/').at(-1) ?? '',
      patientName: '柏远舟',
      fromPlace: '北岭县 河湾镇 大营村',
      townshipId,
      toTownship: '云坪镇',
      state: 'waiting',
      version: 1,
      reason: '随女儿搬到本镇居住',
      answer: null,
      arrivedAt: `${today}T01:00:00.000Z`,
      answeredBy: null,
      answeredAt: null,
      patientId: null,
      mayAnswer: true,
      carried: {
        values: BLANK_FILE,
        state: 'inCare',
        risk: 2,
        riskOn: on,
        stability: 'stable',
        stabilityOn: on,
        lastIncidentOn: null,
        guardians: [{ name: '柏念慈', phone: '13900000021', relation: null }],
        consent: { decision: 'given', on, signer: null, signerName: null, textVersion: null, basis: null, note: null },
        medicine: { since: on, drugs: null, prescriber: '县精神卫生中心', hospital: null, note: null },
        visits: [{ on, seat: 'doctor', result: 'done', risk: 1, stability: 'stable' }],
      },
      knownHere: false,
    };
    await asked.fulfill({ json: readTransferInContract.answer.parse(transfer) });
  });
}
