/** A WeChat Pay error: HTTP status, code and words as the real one gives them. */
export class PayRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: unknown;
  /** Refusals of the gateway, before the merchant is known, carry no signature headers. */
  readonly signed: boolean;

  constructor(status: number, code: string, message: string, options: { detail?: unknown; signed?: boolean } = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.detail = options.detail;
    this.signed = options.signed ?? true;
  }

  body(): string {
    return JSON.stringify({ code: this.code, message: this.message, ...(this.detail === undefined ? {} : { detail: this.detail }) });
  }
}

/** 400 PARAM_ERROR about one field of the body. */
export const parameterError = (field: string, issue: string): PayRefusal =>
  new PayRefusal(400, 'PARAM_ERROR', '参数错误', { detail: { field: `/${field}`, issue, location: 'body' } });

export const invalidRequest = (message: string): PayRefusal => new PayRefusal(400, 'INVALID_REQUEST', message);
