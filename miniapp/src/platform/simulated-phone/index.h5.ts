/**
 * The phone around an h5 page. Browsers have no WeChat, so what WeChat does on a real phone (login codes, phone number,
 * subscribe sheet, transfer page) is asked of the simulated phone named in the page's address: `index.html?phone=<phoneId>`.
 */
export const phoneId = (): string => new URLSearchParams(window.location.search).get('phone') ?? 'none';

/** One act of the simulated phone. @throws Error when there is no such phone or the person refused. */
export async function askPhone<T>(act: string, body: unknown = {}): Promise<T> {
  const answer = await fetch(`/phones/${encodeURIComponent(phoneId())}/${act}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`phone answered ${String(answer.status)}`);
  return (await answer.json()) as T;
}
