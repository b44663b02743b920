import { reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import { readMe } from '@guanhu/shared/access/access.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { invite } from './founding.ts';
import { each, type Story } from './story.ts';

/** The families of these patients are invited and bind, but for those in `unbound`. */
export async function welcomeFamilies(story: Story, patients: readonly CastPatient[], unbound: ReadonlySet<string>): Promise<void> {
  const { people } = story;
  const guardians = [...new Set(patients.flatMap(patient => patient.guardians[0].personKey))];
  for (const key of guardians) {
    if (people.isBound(key) || unbound.has(key)) continue;
    story.house.clock.pass(1);
    await people.bind(key, await invite(story, key));
    await allowMessages(story, key, 1 + Math.floor(chance('credits', key) * 4));
  }
}

/** The person says yes `times` to every message the phone asks for; WeChat asks for a few at once. */
export async function allowMessages({ house, people, wall }: Story, key: string, times: number): Promise<void> {
  const as = await people.phone(key);
  const { templates } = await house.call(readMe, { as });
  const phoneId = people.phoneOf(key);
  for (let time = 0; time < times; time += 1) {
    let answers = Object.fromEntries(Object.values(templates).flatMap(ids => ids.map(id => [id, 'accept' as const])));
    if (phoneId !== undefined)
      for (const ids of Object.values(templates)) answers = { ...answers, ...(await wall.subscribe(phoneId, ids)) };
    await house.call(reportSubscriptions, { as, body: { answers } });
  }
}

/** People whose phones are not on the wall turn messages off: nobody would see them, and WeChat does not know these phones. */
export async function endMessages({ house, people }: Story): Promise<void> {
  await each(people.boundElsewhere(), async key => {
    const as = await people.phone(key);
    const { templates } = await house.call(readMe, { as });
    const answers = Object.fromEntries(Object.values(templates).flatMap(ids => ids.map(id => [id, 'ban' as const])));
    await house.call(reportSubscriptions, { as, body: { answers } });
  });
}
