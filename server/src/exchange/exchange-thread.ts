/** Reads a department's list, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDepartmentList } from '@guanhu/shared/exchange/department-list.rules';
import { readTable } from '../platform/workbook/read-table.ts';
import { WORKBOOK_LIMITS } from '../platform/workbook/read-workbook.ts';
import type { ListOutcome, ListTask } from './department-lists.ts';

/** A county's department hands in 50,000 lines, with what stands above them. */
const LIMITS = { ...WORKBOOK_LIMITS, rows: 50_100 };

const { file, department, today } = workerData as ListTask;
const reading = readTable(file, LIMITS);
const outcome: ListOutcome = reading.ok ? { ok: true, list: readDepartmentList(reading.sheets, department, today) } : reading;
parentPort?.postMessage(JSON.stringify(outcome));
