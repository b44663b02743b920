import type { Described } from './described-patient.rules.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { KeyOf, RowKey } from './import.terms.ts';
import type { Inquiry } from './inquiry.rules.ts';
import type { WhoIsWho } from './who-is-who.rules.ts';

type Claim = { readonly name: string; readonly mobiles: Set<string>; readonly by: Described[] };

/**
 * The phones to record, by person: one phone for one person, since a person is later invited by it. Two phones for one person are
 * refused, one phone for two persons and a phone that differs from the recorded one are asked about.
 */
export function settlePhones(
  described: readonly Described[],
  who: WhoIsWho,
  facts: FactIndex,
  keyOf: KeyOf,
  inquiry: Inquiry,
): Map<string, string> {
  const claims = new Map<string, Claim>();
  for (const one of described) {
    for (const { name, mobile } of one.guardians ?? []) {
      const key = who.guardian(one, name);
      if (key === null || mobile === null) continue;
      const claim: Claim = claims.get(key) ?? { name, mobiles: new Set(), by: [] };
      claim.mobiles.add(mobile);
      claim.by.push(one);
      claims.set(key, claim);
    }
  }
  const byMobile = new Map<string, Claim[]>();
  for (const claim of claims.values()) for (const mobile of claim.mobiles) byMobile.set(mobile, [...(byMobile.get(mobile) ?? []), claim]);
  const rows = (some: readonly Described[]): RowKey[] => some.flatMap(one => one.subject.rowKeys);
  const wait = (some: readonly Described[]) => {
    for (const { subject } of some) subject.wait(subject.details[0]?.guardianMobile.place);
  };
  const settled = new Map<string, string>();
  for (const [key, { name, mobiles, by }] of [...claims].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [mobile] = mobiles;
    if (mobiles.size > 1) for (const { subject } of by) subject.refuse('PERSON_TWO_MOBILES', subject.details[0]?.guardianMobile.place);
    if (mobiles.size !== 1 || mobile === undefined) continue;
    const mobileKey = keyOf.mobile(mobile);
    const recorded = facts.person(key)?.mobileKey ?? null;
    if (recorded === mobileKey) continue;
    const sharing = byMobile.get(mobile) ?? [];
    const holders = facts.personsWithMobile(mobileKey).filter(person => !claims.has(person.key));
    if (sharing.length + holders.length > 1) {
      const options = [
        ...sharing.map(claim => ({ value: claim.name, label: claim.name })),
        ...holders.map(person => ({ value: person.name, label: person.name })),
      ]
        .sort((a, b) => (a.value < b.value ? -1 : 1))
        .concat({ value: 'nobody', label: '先不登记这个手机号' });
      const answer = inquiry.ask('mobileShared', mobileKey, rows(by), options);
      if (answer === null) wait(by);
      if (answer !== name) continue;
    }
    if (recorded !== null) {
      const options = [
        { value: 'keep', label: '保留登记的手机号' },
        { value: 'take', label: '改成表格里的手机号' },
      ];
      const answer = inquiry.ask('detailsDiffer', `guardianMobile/${name}/${mobileKey}`, rows(by), options);
      if (answer === null) wait(by);
      if (answer !== 'take') continue;
    }
    settled.set(key, mobile);
  }
  return settled;
}
