import { demoCast } from '@guanhu/seeds/demo/cast';
import { messyList } from '@guanhu/seeds/demo/messy-list';

const COUNTY_ID = 1;
const TOWNSHIP = 'tingquan';
const VILLAGE = 'zhuping';
/** Of the village, rated 3, one guardian, and no fault in the row. */
const PATIENT = '阚弈苇';

const cast = demoCast();
const twelve = (areaCode: string): string => areaCode.padEnd(12, '0');
/** @throws RangeError when the cast has changed */
function only<T>(all: readonly T[], fits: (one: T) => boolean): T {
  const found = all.find(fits);
  if (found === undefined) throw new RangeError('somebody of the story is not in the cast any more');
  return found;
}
const person = (key: string) => only(cast.persons, each => each.key === key);
const township = only(cast.townships, each => each.key === TOWNSHIP);
const village = only(cast.villages, each => each.key === VILLAGE);

/** Who plays in the journey, all invented. */
export const patient = only(cast.patients, each => each.name === PATIENT);
export const county = { id: COUNTY_ID, name: cast.county.name, areaCode: twelve(cast.county.areaCode) };
export const places = { township: township.name, village: village.name };
export const people = {
  administrator: person('administrator'),
  maker: person(`maker@${TOWNSHIP}`),
  checker: person(`checker@${TOWNSHIP}`),
  releaser: person(`releaser@${TOWNSHIP}`),
  doctor: person(`doctor@${TOWNSHIP}`),
  gridWorker: person(`gridWorker@${VILLAGE}`),
  guardian: person(patient.guardians[0].personKey),
};
export const STRANGERS_MOBILE = '19900009999';

/** The files that whoever runs the machine reads in. */
export const areasFile = [...cast.townships, ...cast.villages].map(area => `${twelve(area.areaCode)},${area.name}`).join('\n');
const codeOf = new Map([cast.county, ...cast.townships, ...cast.villages].map(area => [area.key, twelve(area.areaCode)]));
export const organisationsFile = cast.organisations
  .map(({ areaKey, kind, name }) => `${codeOf.get(areaKey) ?? ''},${kind},${name}`)
  .join('\n');

export const list = messyList(cast, TOWNSHIP);

/** Everything of the fixtures that says who somebody is: none of it may stand in a log. */
export const personalData: readonly string[] = [
  ...cast.persons.flatMap(({ name, mobile }) => [name, mobile]),
  ...cast.patients.flatMap(({ name, mobile, identityNumber }) => [name, mobile, identityNumber]),
  STRANGERS_MOBILE,
];
