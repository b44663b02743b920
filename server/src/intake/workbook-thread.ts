/** What an import computes, in a thread of its own: reading a workbook, and planning what its rows would record. */
import { parentPort, workerData } from 'node:worker_threads';
import { planImport } from '@guanhu/shared/intake/import-plan.rules';
import type { ImportRow } from '@guanhu/shared/intake/import.terms';
import { readResponsibilityList } from '@guanhu/shared/intake/responsibility-list.rules';
import { readWorkbook } from '../platform/workbook/read-workbook.ts';
import type { PlanTask, ReadOutcome, ReadTask } from './workbooks.ts';

const task = workerData as ReadTask | PlanTask;
parentPort?.postMessage(JSON.stringify(task.kind === 'read' ? read(task) : plan(task)));

function read({ files, today }: ReadTask): ReadOutcome {
  const sheets = [];
  for (const file of files) {
    const reading = readWorkbook(file);
    if (!reading.ok) return reading;
    sheets.push(...reading.sheets);
  }
  return { ok: true, list: readResponsibilityList(sheets, today) };
}

function plan({ rows, facts, answers, identityKeys, mobileKeys }: PlanTask) {
  const among = (keys: ReadonlyMap<string, string>) => (number: string) => {
    const key = keys.get(number);
    if (key === undefined) throw new Error('a number without its key');
    return key;
  };
  return planImport(JSON.parse(rows) as ImportRow[], facts, answers, { identity: among(identityKeys), mobile: among(mobileKeys) });
}
