import type { IncidentContactShown } from '@guanhu/shared/incidents/incidents.contract';
import { receiptState } from '@guanhu/shared/incidents/incident.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Contact } from '../access/access.public.ts';
import type { ReceiptRow, ReportRow } from './incidents.store.ts';

type Listed = { readonly who: IncidentContactShown['who']; readonly personId: Id | null; readonly receipt?: ReceiptRow };

/** Who belongs on the phone list: who reported, who was told, the family. Whoever reported and was told stands among those who were told. */
export function listContacts(of: {
  readonly reports: readonly ReportRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly guardians: readonly { readonly personId: Id }[];
}): readonly Listed[] {
  const told = new Set(of.receipts.map(receipt => receipt.personId));
  const reporters = of.reports.map(report => report.reportedBy).filter(personId => !told.has(personId));
  return [
    ...reporters.map(personId => ({ who: 'reporter' as const, personId })),
    ...of.receipts.map(receipt => ({ who: receipt.post, personId: receipt.personId, receipt })),
    ...of.guardians.map(({ personId }) => ({ who: 'guardian' as const, personId })),
  ];
}

/** The list with names and numbers: each number once, nobody without one. */
export function contactsOf(listed: readonly Listed[], people: ReadonlyMap<Id, Contact>): IncidentContactShown[] {
  const called = new Set<string>();
  return listed.flatMap(({ who, personId, receipt }) => {
    const { name, phone } = people.get(personId ?? '') ?? {};
    if (name === undefined || !phone || called.has(phone)) return [];
    called.add(phone);
    const state = receipt ? receiptState(receipt) : null;
    return [{ who, name, phone, state: state === 'vacant' ? null : state }];
  });
}
