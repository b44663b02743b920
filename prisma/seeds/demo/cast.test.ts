import { TOWNSHIP_SEATS } from '@guanhu/shared/care-team/seats.terms';
import { canonicalPersonName, readPersonNames } from '@guanhu/shared/intake/person-name.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { readIdentityNumber } from '@guanhu/shared/registry/identity-number.rules';
import { readMobile } from '@guanhu/shared/registry/mobile.rules';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { demoCast } from './cast.ts';
import { REWARD_STAGES } from './cast.terms.ts';

const cast = demoCast();
const count = <T>(items: readonly T[]): Map<T, number> =>
  items.reduce((counts, item) => counts.set(item, (counts.get(item) ?? 0) + 1), new Map<T, number>());
const township = (villageKey: string) => cast.villages.find(village => village.key === villageKey)?.townshipKey;
const posts = cast.persons.flatMap(person => person.posts.map(post => ({ ...post, person })));

describe('the county', () => {
  it('is the same at every call', () => {
    expect(demoCast()).toEqual(cast);
  });
  it('has three townships, nine villages, their offices and sixty patients', () => {
    expect([cast.townships.length, cast.villages.length, cast.patients.length]).toEqual([3, 9, 60]);
    expect([...count(cast.villages.map(village => village.townshipKey)).values()]).toEqual([3, 3, 3]);
    expect(Math.min(...count(cast.patients.map(patient => patient.villageKey)).values())).toBeGreaterThanOrEqual(5);
    for (const { key } of cast.townships) expect(cast.organisations.filter(one => one.areaKey === key)).toHaveLength(10);
    for (const { key } of cast.villages)
      expect(cast.organisations.filter(one => one.areaKey === key).map(one => one.kind)).toEqual(['villageCommittee']);
  });
  it('lies nowhere: area codes that do not exist, each once', () => {
    const codes = [...cast.townships, ...cast.villages].map(area => area.areaCode);
    expect(new Set(codes).size).toBe(12);
    expect(codes.every(code => /^990101\d{3}(\d{3})?$/.test(code))).toBe(true);
  });
});

describe('the people', () => {
  const everybody = [...cast.persons, ...cast.patients];
  it('have invented names that no slip of the pen turns into each other', () => {
    const names = everybody.map(one => one.name);
    for (const name of names) expect(readPersonNames(name)).toEqual({ kind: 'people', names: [canonicalPersonName(name)] });
    for (const [at, name] of names.entries()) {
      for (const other of names.slice(at + 1))
        expect(Array.from(name).filter((character, place) => other.charAt(place) === character).length).toBeLessThan(2);
    }
  });
  it('have phones of the invented block, each once', () => {
    const mobiles = everybody.map(one => one.mobile);
    expect(new Set(mobiles).size).toBe(mobiles.length);
    for (const mobile of mobiles) expect([/^1990000\d{4}$/.test(mobile), readMobile(mobile).ok]).toEqual([true, true]);
  });
  it('have identity numbers with a right check digit, each once, in keeping with their file', () => {
    expect(new Set(cast.patients.map(patient => patient.identityNumber)).size).toBe(60);
    for (const { identityNumber, bornOn, sex } of cast.patients) {
      expect(identityNumber.startsWith('990101')).toBe(true);
      expect(readIdentityNumber(identityNumber, calendarDate('2026-01-01'))).toEqual({ ok: true, number: identityNumber, bornOn, sex });
    }
  });
  it('point at each other by keys that exist', () => {
    const persons = new Set(cast.persons.map(person => person.key));
    const areas = new Set([cast.county.key, ...cast.townships.map(one => one.key), ...cast.villages.map(one => one.key)]);
    const organisations = new Set(cast.organisations.map(one => one.key));
    const named = [
      ...cast.patients.flatMap(patient => patient.guardians.map(one => one.personKey)),
      ...Object.values(cast.teams).flatMap(team => Object.values(team)),
      ...cast.phones.map(phone => phone.personKey),
    ];
    expect(named.filter(key => !persons.has(key))).toEqual([]);
    expect(posts.filter(post => !areas.has(post.areaKey) || !organisations.has(post.organisationKey))).toEqual([]);
    expect(persons.size).toBe(cast.persons.length);
  });
});

describe('the staff', () => {
  it('sign, check and release in each township by three persons', () => {
    for (const { key } of cast.townships) {
      const desk = posts.filter(
        post => post.areaKey === key && ['socialAffairsOfficer', 'townshipLead', 'financeOfficer'].includes(post.role),
      );
      expect(new Set(desk.map(post => post.person.key)).size).toBe(3);
    }
    expect(posts.filter(post => post.role === 'administrator')).toHaveLength(1);
  });
  it('fill the seven seats of every village; township officers serve all three, somebody has two posts, somebody two villages', () => {
    for (const { key, townshipKey } of cast.villages) {
      const team = cast.teams[key];
      expect(Object.keys(team ?? {})).toHaveLength(7);
      for (const seat of TOWNSHIP_SEATS) if (seat !== 'guardian') expect(team?.[seat]).toBe(`${seat}@${townshipKey}`);
    }
    expect(cast.villages.filter(village => cast.teams[village.key]?.lead === cast.teams[village.key]?.securityOfficer)).toHaveLength(3);
    expect(count(Object.values(cast.teams).map(team => team.gridWorker)).get('gridWorker@taiji')).toBe(2);
  });
});

describe('the patients', () => {
  it('are rated as in a real county', () => {
    const risks = count(cast.patients.map(patient => patient.riskRating));
    expect([0, 1, 2, 3, 4, 5].map(level => risks.get(level as 0))).toEqual([30, 12, 8, 6, 3, 1]);
    expect(new Set(cast.patients.map(patient => patient.diagnosis)).size).toBe(6);
  });
  it('stand at every state that a life here can turn to, and their rewards at every stage', () => {
    // Before care, and gone: not among those whom the list registers; files that begin before care are opened by hand. Nobody of a small county is in compulsory rehabilitation.
    const absent = ['suspected', 'notConfirmed', 'registered', 'movedOut', 'compulsoryDrugRehab', 'merged'];
    const present = Object.keys(PATIENT_STATES).filter(state => !absent.includes(state));
    expect(new Set(cast.patients.map(patient => patient.state))).toEqual(new Set(present));
    expect(new Set(cast.patients.map(patient => patient.reward))).toEqual(new Set(REWARD_STAGES));
    for (const { reward, riskRating, pastIncident } of cast.patients)
      if (reward !== 'none') expect(riskRating >= 3 || pastIncident).toBe(true);
  });
  it('have guardians: some with two, some who share one in the same village', () => {
    const wards = count(cast.patients.map(patient => patient.guardians[0].personKey));
    expect([...wards.values()].filter(number => number === 2)).toHaveLength(3);
    expect(cast.patients.filter(patient => patient.guardians.length === 2)).toHaveLength(4);
    for (const [key, number] of wards) {
      if (number < 2) continue;
      expect(new Set(cast.patients.filter(patient => patient.guardians[0].personKey === key).map(patient => patient.villageKey)).size).toBe(
        1,
      );
    }
  });
  it('take medicine as long as they live', () => {
    expect(cast.patients.filter(patient => patient.state === 'deceased' && patient.drugs.length > 0)).toEqual([]);
    expect(cast.patients.filter(patient => patient.state === 'inCare' && patient.drugs.length > 0).length).toBeGreaterThan(40);
  });
});

describe('the phones on the wall', () => {
  it('belong to fourteen persons of one township who can walk the whole job, one of the township whose merchant is new, and one above the county', () => {
    expect(new Set(cast.phones.map(phone => phone.personKey)).size).toBe(16);
    expect(cast.phones.filter(phone => phone.personKey.endsWith('@wangxiu'))).toHaveLength(1);
    const home = cast.townships[0]?.key;
    const guardians = cast.phones
      .filter(phone => phone.as === 'guardian')
      .map(phone => cast.patients.filter(patient => patient.guardians[0].personKey === phone.personKey));
    expect(guardians.flat().map(patient => [township(patient.villageKey), patient.state])).toEqual(Array(4).fill([home, 'inCare']));
    expect(guardians.map(wards => wards.map(patient => patient.reward))).toEqual([['claimable'], ['periodGathering'], ['none', 'none']]);
  });
});
