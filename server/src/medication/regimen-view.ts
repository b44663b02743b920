import type { RegimenAnswer } from '@guanhu/shared/medication/regimen.contract';
import type { DispensingAnswer, InjectionAnswer } from '@guanhu/shared/medication/supply.contract';
import type { RegimenRow } from './regimen.store.ts';
import type { DispensingRow, InjectionRow } from './supply.store.ts';

export const regimenView = ({ id, since, until, source, order, endReason, setAt }: RegimenRow): RegimenAnswer => ({
  regimenId: id,
  since,
  until,
  source,
  drugs: order === null ? null : [...order.drugs],
  prescriber: order?.prescriber ?? null,
  hospital: order?.hospital ?? null,
  note: order?.note ?? null,
  endReason,
  setAt: setAt?.toISOString() ?? null,
});

export const injectionView = ({ id, drug, mg, givenOn, place, givenBy, note, recordedAt }: InjectionRow): InjectionAnswer => ({
  injectionId: id,
  drug,
  mg,
  givenOn,
  place,
  givenBy,
  note,
  recordedAt: recordedAt.toISOString(),
});

export const dispensingView = (row: DispensingRow): DispensingAnswer => ({
  dispensingId: row.id,
  drug: row.drug,
  tablets: row.tablets,
  mgPerTablet: row.mgPerTablet,
  days: row.days,
  givenOn: row.givenOn,
  givenBy: row.givenBy,
  free: row.free,
  byFamily: row.byFamily,
  arrival: row.arrival === null || row.arrivedOn === null ? null : { how: row.arrival, on: row.arrivedOn },
  note: row.note,
  recordedAt: row.recordedAt.toISOString(),
});
