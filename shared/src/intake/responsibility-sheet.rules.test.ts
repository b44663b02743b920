import { SEATS } from '../care-team/seats.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { readResponsibilityList } from './responsibility-list.rules.ts';
import { responsibilitySheet, type ListedTeam } from './responsibility-sheet.rules.ts';

const team = (patient: string, guardian: readonly string[]): ListedTeam => ({
  patient,
  village: '竹坪村',
  seats: {
    lead: ['葛长青'],
    police: [],
    securityOfficer: ['葛长青'],
    doctor: ['纪明德'],
    rehabCoordinator: [],
    civilAffairs: ['尚知远', '连城'],
    gridWorker: ['巴图·苏和'],
    guardian,
  },
});

it('is read back by the import as it was written', () => {
  const teams = [team('阙一鸣', ['阙大山']), team('桑榆', ['桑田', '桑梓'])];
  const { name, cells, merges } = responsibilitySheet('云坪镇', teams);
  const list = readResponsibilityList([{ name, cells, merges, flags: [] }], calendarDate('2026-06-15'));
  expect(list.problems).toEqual([]);
  expect(list.skipped.map(row => row.kind)).toEqual(['title', 'head', 'head']);
  expect(
    list.rows.map(row =>
      row.part !== 'list'
        ? null
        : {
            patient: row.patient.reading,
            village: row.village.value,
            faults: row.faults,
            seats: SEATS.map(seat => (row.seats[seat].reading.kind === 'people' ? row.seats[seat].reading.names : [])),
          },
    ),
  ).toEqual(
    teams.map(one => ({
      patient: { kind: 'people', names: [one.patient] },
      village: one.village,
      faults: [],
      seats: SEATS.map(seat => one.seats[seat]),
    })),
  );
});

it('is a title and a head when nobody is on it', () => {
  expect(responsibilitySheet('云坪镇', []).cells).toHaveLength(3);
});
