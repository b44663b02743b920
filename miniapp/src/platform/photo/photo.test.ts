import { whyNoPhoto } from './photo.ts';

it.each([
  [{ errMsg: 'chooseMedia:fail cancel' }, 'cancelled'],
  [{ errMsg: 'chooseMedia:fail auth deny' }, 'denied'],
  [{ errMsg: 'chooseMedia:fail privacy permission is not authorized' }, 'denied'],
  [new Error('saveFileSync:fail the maximum size of the file storage limit is exceeded'), 'full'],
  [new Error('fail no space left on device'), 'full'],
  [new DOMException('could not be set', 'QuotaExceededError'), 'full'],
  [undefined, 'denied'],
])('says why there is no photograph: %j', (thrown, why) => {
  expect(whyNoPhoto(thrown)).toBe(why);
});
