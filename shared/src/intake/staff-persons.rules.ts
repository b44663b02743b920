import { TOWNSHIP_SEATS } from '../care-team/seats.terms.ts';
import type { FactIndex } from './fact-index.rules.ts';
import type { Inquiry } from './inquiry.rules.ts';
import { DIFFERENT, group, NEW, optionsOf, rowsOf, SAME, type Mention } from './namesakes.rules.ts';

/** Staff are told apart by township and name. The same name in one village, or in a post of the township office, is one person; else it is asked. */
export function resolveStaff(all: readonly Mention[], facts: FactIndex, inquiry: Inquiry): Map<string, string | null> {
  const answers = new Map<string, string | null>();
  for (const [about, mentions] of group(all, one => `${facts.townshipOf(one.areaKey)}/${one.name}`)) {
    const known = facts
      .personsNamed(mentions[0]?.name ?? '')
      .filter(person => person.serves.some(one => about === `${facts.townshipOf(one.areaKey)}/${person.name}`))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
    const settle = (some: readonly Mention[], key: string | null) => {
      for (const one of some) answers.set(`${one.areaKey}/${one.seat}/${one.name}`, key);
    };
    const fresh: [string, Mention[]][] = [];
    for (const [areaKey, here] of group(mentions, one => one.areaKey)) {
      const local = known.filter(person => person.serves.some(one => one.areaKey === areaKey));
      const sent = known.filter(person =>
        person.serves.some(one => TOWNSHIP_SEATS.has(one.seat) && here.some(mention => mention.seat === one.seat)),
      );
      const certain = local.length === 1 ? local : local.length === 0 && sent.length === 1 ? sent : [];
      if (certain[0] !== undefined) settle(here, certain[0].key);
      else if (known.length === 0) fresh.push([areaKey, here]);
      else {
        for (const [seat, some] of group(here, one => one.seat)) {
          const inSeat = local.filter(person => person.serves.some(one => one.areaKey === areaKey && one.seat === seat));
          const answer =
            inSeat.length === 1
              ? (inSeat[0]?.key ?? null)
              : inquiry.ask('samePerson', `${about}@${areaKey}`, rowsOf(some), [...optionsOf(known, facts), NEW]);
          settle(some, answer === 'new' ? `person:${about}@${areaKey}` : answer);
        }
      }
    }
    const everywhere = [...TOWNSHIP_SEATS].some(seat => fresh.every(([, some]) => some.some(one => one.seat === seat)));
    const oneOrAsked =
      fresh.length <= 1 || everywhere
        ? 'same'
        : inquiry.ask('samePerson', about, rowsOf(fresh.flatMap(([, some]) => some)), [SAME, DIFFERENT]);
    for (const [areaKey, some] of fresh) {
      settle(some, oneOrAsked === null ? null : oneOrAsked === 'same' ? `person:${about}` : `person:${about}@${areaKey}`);
    }
  }
  return answers;
}
