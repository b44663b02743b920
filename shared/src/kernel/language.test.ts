import { jest } from '@jest/globals';

const CATALOGUE = { yes: '是', no: '不是' };

/** As a program that has just started. */
async function anew() {
  jest.resetModules();
  return import('./language.ts');
}

it('speaks Chinese unless somebody chose otherwise', async () => {
  const { inLanguage, spokenLanguage } = await anew();
  expect(inLanguage(CATALOGUE, { en: { yes: 'Yes', no: 'No' } })).toEqual(CATALOGUE);
  expect(spokenLanguage()).toBe('zh-CN');
});

it('says in Chinese what a language lacks', async () => {
  const { inLanguage, speak } = await anew();
  speak('en');
  expect(inLanguage<Partial<typeof CATALOGUE>>(CATALOGUE, { en: { yes: 'Yes' } })).toEqual({ yes: 'Yes', no: '不是' });
});

it.each([undefined, null, 'xx', 7, { en: true }])('takes %p, which is no language, for Chinese', async kept => {
  const { speak, spokenLanguage } = await anew();
  speak(kept);
  expect(spokenLanguage()).toBe('zh-CN');
});

it('lets nobody change the language once words were read', async () => {
  const { inLanguage, speak } = await anew();
  inLanguage(CATALOGUE, { en: CATALOGUE });
  expect(() => speak('en')).toThrow('before the first catalogue');
});
