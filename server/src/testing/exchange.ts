import { handInList, listDifferences, listRows } from '@guanhu/shared/exchange/exchange.routes';
import type { HandInBody } from '@guanhu/shared/exchange/exchange.contract';
import type { Department, TypedPerson } from '@guanhu/shared/exchange/exchange.terms';
import { monthOf } from '@guanhu/shared/exchange/round.rules';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { insertRounds } from '../exchange/round.store.ts';
import { newId } from '../platform/ids.ts';
import type { TestCounty, TestPerson, Ward } from './county.ts';
import { ok } from './reward.ts';

/** Opens a round in the township, whatever day it is. */
export async function openRound(county: TestCounty, today: CalendarDate = county.clock.today()): Promise<Id> {
  const round = { id: newId(), townshipId: county.areas.township, month: monthOf(today), deadline: addDays(today, 3) };
  await county.rows.inTransaction(tx => insertRounds(tx, [round], county.clock.now()));
  return round.id;
}

/** The four departments of the township, each with somebody at its desk. */
export const departments = async (county: TestCounty): Promise<Record<Department, TestPerson>> => ({
  police: await county.person({ role: 'communityPolice', channel: 'desk' }),
  health: await county.person({ role: 'mentalHealthDoctor', channel: 'desk' }),
  civilAffairs: await county.person({ role: 'civilAffairsCadre', channel: 'desk' }),
  disabledFederation: await county.person({ role: 'rehabCoordinator', channel: 'desk' }),
});

export const handIn = (county: TestCounty, as: TestPerson, roundId: Id, department: Department, list: HandInBody['list']) =>
  county.call(handInList, { as, params: { roundId }, body: { department, list } });

export const typed = (...people: TypedPerson[]) => ({ way: 'typed' as const, people });

/** A round in which one row waits for a person and one claim of health for its answer. */
export async function openExchange(county: TestCounty, doctor: TestPerson, ward: Ward, idNumber: string) {
  const round = await openRound(county);
  const people = typed({ name: '试甲', idNumber, values: { status: '失访' } }, { name: '试甲', born: '1950', values: {} });
  ok(await handIn(county, doctor, round, 'health', people));
  const params = { roundId: round };
  const rows = ok(await county.call(listRows, { as: doctor, params, query: { verdict: 'candidate' } })).rows;
  const differences = ok(await county.call(listDifferences, { as: doctor, params })).rows;
  const [row, difference] = [rows[0]?.rowId, differences.find(one => one.patient.patientId === ward.patientId)?.differenceId];
  if (row === undefined || difference === undefined) throw new Error('nothing is open in the exchange');
  return { exchangeRound: round, exchangeRow: row, exchangeDifference: difference };
}
