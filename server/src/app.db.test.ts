import { once } from 'node:events';
import { connect } from 'node:net';
import { testCounty } from './testing/county.ts';

it('stops though somebody has connected and asked nothing', async () => {
  const county = await testCounty();
  const silent = connect(Number(new URL(county.url).port), '127.0.0.1');
  await once(silent, 'connect');
  // Taken in turn: when this is answered, the server has the silent connection too.
  await fetch(county.url);
  const gone = once(silent.resume(), 'close');
  await county.close();
  await gone;
});
