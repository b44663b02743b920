import { demoCast } from '@guanhu/seeds/demo/cast';
import { messyList } from '@guanhu/seeds/demo/messy-list';

const COUNTY_ID = 1;
const TOWNSHIP = 'tingquan';
const VILLAGE = 'zhuping';
/** Of the village, rated 3, one guardian, and no fault in the row. */
const PATIENT = '阚弈苇';

const cast = demoCast();
const twelve = (areaCode: string): string => areaCode.padEnd(12, '0');
const person = (key: string) => {
  const found = cast.persons.find(each => each.key === key);
  if (!found) throw new RangeError(`nobody is ${key}`);
  return found;
};
const patient = cast.patients.find(each => each.name === PATIENT);
const township = cast.townships.find(each => each.key === TOWNSHIP);
const village = cast.villages.find(each => each.key === VILLAGE);
if (!patient || !township || !village) throw new RangeError('the cast has changed');

/** Who plays in the journey, all invented. */
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
export { patient };
export const STRANGERS_MOBILE = '19900009999';

/** The files that whoever runs the machine reads in. */
export const areasFile = [...cast.townships, ...cast.villages].map(area => `${twelve(area.areaCode)},${area.name}`).join('\n');
const codeOf = new Map([cast.county, ...cast.townships, ...cast.villages].map(area => [area.key, twelve(area.areaCode)]));
export const organisationsFile = cast.organisations.map(({ areaKey, kind, name }) => `${codeOf.get(areaKey) ?? ''},${kind},${name}`).join('\n');

export const list = messyList(cast, TOWNSHIP);

/** Everything of the fixtures that says who somebody is: none of it may stand in a log. */
export const personalData: readonly string[] = [
  ...cast.persons.flatMap(({ name, mobile }) => [name, mobile]),
  ...cast.patients.flatMap(({ name, mobile, identityNumber }) => [name, mobile, identityNumber]),
  STRANGERS_MOBILE,
];
