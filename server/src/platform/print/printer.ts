import { Inject, Injectable } from '@nestjs/common';
import { PRINT_THREAD } from '../ports.ts';
import { ThreadQueue, type ThreadProgram } from '../threads/thread-queue.ts';
import type { PrintDocument } from './print-document.ts';

/** Documents that wait for their turn; whoever comes after them is asked to come again. */
const MOST_WAITING = 32;

export type Printed = {
  readonly pdf: Buffer;
  /** Characters that the font cannot draw and that stand in the document as their numbers, 'U+2A6D6': somebody writes them in by hand. */
  readonly missing: readonly string[];
};

/** What the thread posts. */
export type PrintedText = { readonly pdfBase64: string; readonly missing: readonly string[] };

/** Prints official documents as PDF, in a thread beside the server. */
@Injectable()
export class Printer {
  readonly #queue: ThreadQueue;

  constructor(@Inject(PRINT_THREAD) thread: ThreadProgram) {
    this.#queue = new ThreadQueue(thread, MOST_WAITING);
  }

  /** The same document makes the same bytes. @throws Refusal SERVER_BUSY when too many wait */
  async print(document: PrintDocument): Promise<Printed> {
    const { pdfBase64, missing } = JSON.parse(await this.#queue.run(document)) as PrintedText;
    return { pdf: Buffer.from(pdfBase64, 'base64'), missing };
  }
}
