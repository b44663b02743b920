import { writeFileSync } from 'node:fs';
import { addDays, dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { dealWithRewards, type Agreements } from './agreements.ts';
import { endEpisode } from './cases.ts';
import type { CastPatient } from './cast.terms.ts';
import { demoCast } from './cast.ts';
import { dealWithApplications, type Applications } from './applications.ts';
import { chance } from './chance.ts';
import { liveThrough } from './daily-life.ts';
import { welcomeFamilies } from './families.ts';
import { adoptFourColours, appointStaff, countResidents, foundCounty } from './founding.ts';
import { helped, nameHelper } from './helper.ts';
import { House } from './house/house.ts';
import { Residents } from './house/residents.ts';
import { Wall } from './house/wall.ts';
import { formGroups } from './groups.ts';
import { pastEpisode, report } from './incidents.ts';
import { askBack, payOut, recordFunds, runBatches } from './money.ts';
import { occasions } from './office-life.ts';
import { phonesOnWall } from './places-on-the-wall.ts';
import { foundProvince } from './province.ts';
import { quiet } from './quiet.ts';
import { importList } from './registering.ts';
import { dealWithRelief } from './relief.ts';
import { rewardPlans } from './reward-plan.ts';
import { settleIn } from './settling-in.ts';
import type { Story } from './story.ts';
import { liveToday, openInvitations } from './today.ts';
import { stayInside } from './visiting.ts';
import { whoIsWho } from './who-is-who.ts';

/*
 * The past of the demonstration county, told day by day under a clock of its own: families whose reward is planned come first, everybody
 * else when the county has gained confidence. Money moves only today, because WeChat Pay lives today.
 */
const FOUNDED_AGO = 100;
const PILOT_AGO = 99;
const EPISODES_AGO = 98;
const FOUR_COLOURS_AGO = 40;
const EVERYBODY_AGO = 24;
const FUNDS_AGO = 14;
/** Of the families without a reward, the share that has not bound yet. */
const NOT_BOUND = 0.12;
/** Staff who were invited and have not come. */
const STAFF_NOT_BOUND = new Set(['securityOfficer@yanchi', 'securityOfficer@songpu']);
/** Families that have not answered for so many days. */
const SILENT = new Map([
  ['patient-29', 5],
  ['patient-47', 4],
]);

function needed(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}

const serverUrl = needed('GUANHU_SERVER_URL');
const simulatorUrl = needed('GUANHU_SIMULATOR_URL');
const whoIsWhoFile = needed('GUANHU_WHO_IS_WHO');
const started = performance.now();
const say = (line: string) => process.stdout.write(`${((performance.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}\n`);

const cast = demoCast();
const wall = new Wall(simulatorUrl);
const house = await House.open(process.env, serverUrl);
try {
  await tell();
} finally {
  await house.close();
}

async function tell(): Promise<void> {
  const today = dayOf(house.clock.now());
  const ago = (days: number) => addDays(today, -days);
  const people = new Residents(house, wall, cast);
  const story: Story = { house, wall, cast, people, today, areas: new Map(), patients: new Map(), inHospital: new Set() };
  const plans = rewardPlans(story);
  const phones = phonesOnWall(cast, plans);
  for (const { personKey, label } of phones) await people.hang(personKey, label);
  const rewarded = new Set(plans.map(plan => plan.patient));
  const pilot = cast.patients.filter(patient => rewarded.has(patient) || patient.pastIncident);
  const notBound = new Set(
    cast.patients
      .filter(patient => !pilot.includes(patient) && chance('bound', patient.key) < NOT_BOUND)
      .map(patient => patient.guardians[0].personKey)
      .filter(key => !phones.some(phone => phone.personKey === key)),
  );
  for (const { personKey, isBound } of phones) if (!isBound) notBound.add(personKey);
  notBound.add(helped(story).guardians[0].personKey);

  await foundCounty(story, ago(FOUNDED_AGO));
  await countResidents(story);
  await foundProvince(story);
  await appointStaff(story, STAFF_NOT_BOUND);
  await formGroups(story);
  say('the county and its offices');

  const agreements: Agreements = new Map();
  const applications: Applications = { ids: new Map() };
  let registered: typeof pilot = [];
  const settled = new Set<string>();
  const past = new Map<CastPatient, Id>();
  for (let day = ago(PILOT_AGO); day < today; day = addDays(day, 1)) {
    house.clock.move(day, '00:01');
    await liveThrough(story, day, registered, SILENT, async () => {
      if (day === ago(PILOT_AGO) || day === ago(EVERYBODY_AGO)) {
        registered = day === ago(PILOT_AGO) ? pilot : [...cast.patients];
        for (const township of cast.townships) await importList(story, township.key, registered);
        await welcomeFamilies(story, registered, notBound);
        await house.keepPromises(); // what follows from a registration
        await settleIn(
          story,
          registered.filter(patient => !settled.has(patient.key)),
          day,
        );
        for (const { key } of registered) settled.add(key);
        if (day === ago(EVERYBODY_AGO)) await nameHelper(story, day);
        say(`${registered.length} patients registered`);
      }
      await dealWithRewards(story, plans, agreements, day);
      await dealWithApplications(story, plans, applications, day);
      if (day === ago(EPISODES_AGO))
        for (const patient of pilot.filter(one => one.pastIncident)) past.set(patient, await report(story, pastEpisode(patient)));
      if (day === ago(EPISODES_AGO - 1)) for (const [patient, incidentId] of past) await endEpisode(story, patient, incidentId);
      if (day === ago(FOUR_COLOURS_AGO)) await adoptFourColours(story, day);
      if (day === ago(FUNDS_AGO)) await recordFunds(story);
      await dealWithRelief(story, day);
      await occasions(story, day);
    });
  }
  await stayInside(story, quiet(story, 'zhuping', 1), new Date());
  say('the past is told');

  house.arrive();
  await liveToday(story, phones, SILENT);
  await runBatches(story, plans, agreements);
  await house.keepPromises();
  await payOut(story, plans);
  await askBack(story, plans, agreements);
  const codes = await openInvitations(story, phones);
  writeFileSync(whoIsWhoFile, whoIsWho(story, phones, codes, { serverUrl, simulatorUrl }), { mode: 0o600 });
  say('the demonstration county is ready');
}
