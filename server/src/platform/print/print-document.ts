/** One side of a document, or one of several who sign it. */
export type PrintedSignature = {
  /** '甲方：云坪镇人民政府' */
  readonly heading: string;
  /** What stands below: a date, a name, '（未签）'. */
  readonly lines: readonly string[];
  /** What was drawn by hand, as an SVG path from the origin; null where only the lines stand. */
  readonly ink: { readonly path: string; readonly width: number; readonly height: number } | null;
};

export type PrintedColumn = {
  readonly head: string;
  /** Its part of the page's width, in proportion to the others. */
  readonly share: number;
  readonly align?: 'left' | 'center' | 'right';
};

export type PrintBlock =
  | { readonly kind: 'heading'; readonly text: string }
  /** `plain`: without the two characters of indentation. `small`: for notes. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly plain?: boolean; readonly small?: boolean }
  /** Its head is repeated on every page; a row is never cut unless it is longer than a page. */
  | { readonly kind: 'table'; readonly columns: readonly PrintedColumn[]; readonly rows: readonly (readonly string[])[] }
  /** Who issues a document and when: to the right below its last line, never alone on a page. */
  | { readonly kind: 'closing'; readonly lines: readonly string[] }
  /** Beside each other, at most three in a row, never cut. */
  | { readonly kind: 'signatures'; readonly sides: readonly PrintedSignature[] }
  /** A photograph (JPEG or PNG), as wide as the page or as high. */
  | { readonly kind: 'picture'; readonly bytes: Uint8Array; readonly caption: string }
  /** `text` is what the code holds; `caption` stands beside it. */
  | { readonly kind: 'code'; readonly text: string; readonly caption: readonly string[] };

/** A document of an office in the layout of GB/T 9704: a red mark with a line below it, number, title, body, who issues it and when. */
export type OfficialDocument = PrintDocument & { readonly mark: string; readonly number: string };

/** An official document, as it is to stand on A4. It is plain data: it crosses to the thread that prints it. */
export type PrintDocument = {
  /** Of an office: stands above all in red, and sizes and margins are those of GB/T 9704. */
  readonly mark?: string;
  /** Its table is wider than it would be read standing: the page lies. */
  readonly isWide?: true;
  readonly title: string;
  /** Below the title, or below the mark: '协议编号：GH-…'. */
  readonly number?: string;
  readonly blocks: readonly PrintBlock[];
  /** Stands at the foot of every page: digests, who printed it. The page's number is added. */
  readonly footer: readonly string[];
  /** The moment that it speaks of, for the file's properties: when it was signed or released. Not the clock's, or no two prints are the same. */
  readonly at: Date;
};
