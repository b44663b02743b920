/** Prints one document, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawDocument } from './draw-document.ts';
import type { PrintDocument } from './print-document.ts';
import type { PrintedText } from './printer.ts';

const { pdf, missing } = await drawDocument(workerData as PrintDocument);
parentPort?.postMessage(JSON.stringify({ pdfBase64: pdf.toString('base64'), missing } satisfies PrintedText));
