/** A guardian confirms today's medicine: the confirmation, the closed task, the idempotency, outbox and audit rows. Every guardian once. */
import { uuidv7 } from 'uuidv7';
import { measureVersus } from './versus.mjs';

export const measure = () =>
  measureVersus({
    name: 'confirm',
    bare: 'tests/load/bare/confirm.mjs',
    size: { patients: 100_000, visitsEach: 0, planned: true },
    requests: ({ families, today }) => {
      const body = JSON.stringify({ on: today, answer: 'taken', at: new Date().toISOString() });
      return families.map(({ token, patientId }) => ({
        method: 'POST',
        path: `/api/patients/${patientId}/medication/confirmations`,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': uuidv7() },
        body,
      }));
    },
  });
