/** Asks again until the answer is right. @throws after some five seconds */
export async function until<A>(read: () => Promise<A>, right: (now: A) => boolean): Promise<A> {
  for (let tries = 0; tries < 100; tries += 1) {
    const now = await read();
    if (right(now)) return now;
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  throw new Error('it never came to be');
}
