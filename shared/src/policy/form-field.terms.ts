/** How a field of a form is answered. `…Group`: several rows under one heading, each answered by itself. */
export const FIELD_KINDS = ['choice', 'choices', 'choiceGroup', 'countGroup', 'yesNo', 'day', 'text', 'number', 'drugs'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** One answer that can be chosen; a number is the national form's own code. */
export type FormOption = { readonly code: string | number; readonly label: string };
/** Skip logic: another field has one of these answers (of several answers, any). */
export type FormCondition = { readonly field: string; readonly is: readonly (string | number | boolean)[] };

/** One field of a form, as data. */
export type FormField = {
  readonly key: string;
  readonly label: string;
  readonly section: string;
  readonly kind: FieldKind;
  /** Of choices, and of the rows of a group of choices that have none of their own. */
  readonly options?: readonly FormOption[] | undefined;
  /** Of groups. */
  readonly rows?:
    readonly { readonly key: string; readonly label: string; readonly options?: readonly FormOption[] | undefined }[] | undefined;
  readonly required?: boolean | undefined;
  /** Of several choices: an empty answer says that none applies; an absent one, that nobody asked. */
  readonly mayBeNone?: boolean | undefined;
  /** The field is asked when all of these hold; otherwise it must be blank. */
  readonly when?: readonly FormCondition[] | undefined;
  /** Characters of a text; the bounds of a number. */
  readonly most?: number | undefined;
  readonly least?: number | undefined;
  readonly help?: string | undefined;
};

/** Keys of the fields that a county adds: they can never be a national field's. */
export const LOCAL_FIELD = /^local[A-Z][a-zA-Z0-9]{0,29}$/;
/** Kinds of which a county can add fields; the others need screens of their own. */
export const LOCAL_FIELD_KINDS = ['choice', 'choices', 'yesNo', 'day', 'text', 'number'] as const satisfies readonly FieldKind[];
/** The section in which a county's own fields stand. */
export const LOCAL_SECTION = 'local';
