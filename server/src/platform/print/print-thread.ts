/** Does one task of the printer, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { drawDocument } from './draw-document.ts';
import type { PrintedText, PrinterTask, StampedText } from './printer.ts';
import { stampPdf } from './stamp-pdf.ts';

async function done(task: PrinterTask): Promise<PrintedText | StampedText> {
  if (task.kind === 'stamp') return { pdfBase64: (await stampPdf(task.pdf, task.words))?.toString('base64') ?? null };
  const { pdf, missing } = await drawDocument(task.document);
  return { pdfBase64: pdf.toString('base64'), missing };
}

parentPort?.postMessage(JSON.stringify(await done(workerData as PrinterTask)));
