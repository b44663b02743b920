import { readTogether } from '@guanhu/shared/access/read-together.routes';
import { LANGUAGE_HEADER } from '@guanhu/shared/kernel/language';
import { newId } from '../ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../../testing/county.ts';

let county: TestCounty;
let person: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  person = await county.person();
});
afterAll(() => county.close());

const asked = async (language: string | undefined, { body, url }: { readonly body?: object; readonly url: string }) => {
  const headers = { authorization: `Bearer ${person.token}`, ...(language === undefined ? {} : { [LANGUAGE_HEADER]: language }) };
  const answer = await county.app.inject({ method: body ? 'POST' : 'GET', url: `/api${url}`, headers, ...(body ? { payload: body } : {}) });
  return answer.json<{ say: string; answers: { body: { say: string } }[] }>();
};

it.each([
  [undefined, '没有找到，或您没有查看权限'],
  ['zh-CN', '没有找到，或您没有查看权限'],
  ['ii', '没有找到，或您没有查看权限'],
  ['en', 'Not found, or not open to you'],
])('refuses a phone that speaks %s in its words, also when several reads came together', async (language, words) => {
  const path = `/patients/${newId()}`;
  expect((await asked(language, { url: path })).say).toBe(words);
  const together = await asked(language, { url: readTogether.path, body: { reads: [{ path }] } });
  expect(together.answers[0]?.body.say).toBe(words);
});
