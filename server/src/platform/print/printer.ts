import { Inject, Injectable } from '@nestjs/common';
import { PRINT_THREAD } from '../ports.ts';
import { ThreadExceeded } from '../threads/run-thread.ts';
import { ThreadQueue, type ThreadProgram } from '../threads/thread-queue.ts';
import type { PrintDocument } from './print-document.ts';

/** Documents that wait for their turn; whoever comes after them is asked to come again. */
const MOST_WAITING = 32;

export type Printed = {
  readonly pdf: Buffer;
  /** Characters that the font cannot draw and that stand in the document as their numbers, 'U+2A6D6': somebody writes them in by hand. */
  readonly missing: readonly string[];
};

/** What the thread is asked, and what it posts. */
export type PrinterTask =
  | { readonly kind: 'print'; readonly document: PrintDocument }
  | { readonly kind: 'stamp'; readonly pdf: Uint8Array; readonly words: string };
export type PrintedText = { readonly pdfBase64: string; readonly missing: readonly string[] };
export type StampedText = { readonly pdfBase64: string | null };

/** Prints official documents as PDF, and writes over kept ones who looks at them, in a thread beside the server. */
@Injectable()
export class Printer {
  readonly #queue: ThreadQueue;

  constructor(@Inject(PRINT_THREAD) thread: ThreadProgram) {
    this.#queue = new ThreadQueue(thread, MOST_WAITING);
  }

  /** The same document makes the same bytes. @throws Refusal SERVER_BUSY when too many wait */
  async print(document: PrintDocument): Promise<Printed> {
    const { pdfBase64, missing } = JSON.parse(await this.#run({ kind: 'print', document })) as PrintedText;
    return { pdf: Buffer.from(pdfBase64, 'base64'), missing };
  }

  /**
   * A kept PDF with these words over every page; as it is when nothing can be written over it, for whoever decides by it must see it.
   * @throws Refusal SERVER_BUSY when too many wait
   */
  async stamp(pdf: Buffer, words: string): Promise<Buffer> {
    try {
      const { pdfBase64 } = JSON.parse(await this.#run({ kind: 'stamp', pdf, words })) as StampedText;
      return pdfBase64 === null ? pdf : Buffer.from(pdfBase64, 'base64');
    } catch (error) {
      if (error instanceof ThreadExceeded) return pdf;
      throw error;
    }
  }

  #run(task: PrinterTask): Promise<string> {
    return this.#queue.run(task);
  }
}
