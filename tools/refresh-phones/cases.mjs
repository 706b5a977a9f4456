// Draws telephone numbers of all regions as people and programs write them, well and badly, and asks google-libphonenumber about each.
import { parse, sample } from './pattern.mjs';

const DESCRIBED = [2, 3, 4, 5, 6, 7, 8, 21, 25, 28];
const SEPARATORS = [' ', '-', '.', ' - ', '/', '(', ')', ') ', '\u00a0', '\u2010', '\u2013', '\u2212', '\u3000', '\u200b', '\u2060', '~', '\uff0d', '\u30fc', '[', ']', '*', 'x', '_', ',', '\t', '\u2009', '\u00b7', '  '];
const EXTENSIONS = [' x4', 'x1234', ' ext. 77', ' ext 1', ' extn 22', ' extension 12345', ' Ext: 9', ';ext=123', ' #12', ', 45', ',,45', ' ; 9', ' xtn 3',
  ' \u0434\u043e\u0431. 12', ' anexo 5', ' int 44', '~6', ' - 123#', ' 12#', ' \uff45\uff58\uff54 7', ' \uff58 8', ' extensi\u00f3n 31', ' extensio\u0301n 31', ' X 0042',
  ' x 1234567890', ' ext 12345678901234567890', ' ext 123456789012345678901', ' x5 x6', ' ext', ' x', ' #', ';ext=', ' x4/x5', ' \\ x7', ', ,:45', ', - ,45', ',,1234567890', ',1234567890', ' e xt 5', ' EXT. \uff11\uff12#', ';isub=12', ';isub=12;ext=3'];
const BEFORE = ['', '', '', '', ' ', 'Tel: ', 'tel:', 'TEL:', 'phone ', 'call me ', '(', '\u202a', '++', '\uff0b', '"', "'", '<', 'P: ', '\ufeff', 'no.', '#', '*67', '=', '1) '];
const AFTER = ['', '', '', '', ' ', '.', ')', '\u202c', '"', '>', ' (home)', ' mobile', ' or', ' ab', '\0', ' after six', ';', ',', '/', '!', '\u00e9', '#', ' /x', '%'];
// What extensions are made of.
const TAIL = [...' \u00a0\t,,;;--xX#~:.()=0123\uff0e\uff58\uff03\uff5e\uff11', 'ext', 'xt', 'ensi\u00f3', 'o\u0301', 'n', 'int', '\u0434\u043e\u0431', 'anexo', ';ext=', ';isub=', '4', '56', '1234567'];
const ALPHABET = '0123456789012345678901234567890123456789+\uff0b\uff11\u0661\u06f1 -.()[]/~xXeEtT#;,:=*_abcZ\u00a0\u2010\u3000\t\u0434\u043e\u0431\uff58\u00e9\0';

export function cases(library, { count, seed }) {
  const util = library.PhoneNumberUtil.getInstance();
  const plans = library.metadata.countryToMetadata;
  const keys = Object.keys(plans);
  const regions = keys.filter((key) => isNaN(key));
  const typeName = Object.fromEntries(Object.entries(library.PhoneNumberType).map(([name, number]) => [number, name]));
  const random = randomness(seed);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const chance = (share) => random() < share;
  const upTo = (most) => Math.floor(random() * (most + 1));
  const trees = new Map();
  const tree = (pattern) => trees.get(pattern) ?? (trees.set(pattern, parse(pattern)), trees.get(pattern));
  const drawn = (pattern) => sample(tree(pattern), random);
  const digits = (least, most) => Array.from({ length: least + upTo(most - least) }, () => upTo(9)).join('');

  return Array.from({ length: count }, (_, i) => judge(regions[i % regions.length], raw(regions[i % regions.length])));

  function raw(region) {
    if (chance(0.04)) return Array.from({ length: 1 + upTo(24) }, () => pick([...ALPHABET])).join('');
    const plan = plans[chance(0.7) ? region : pick(keys)];
    let text = dressed(national(plan), plan, plans[region]);
    if (chance(0.35)) text = noisy(text);
    if (chance(0.08)) text = otherDigits(text);
    if (chance(0.05)) text = lettered(text);
    if (chance(0.15)) text += pick(EXTENSIONS);
    if (chance(0.06)) text += Array.from({ length: 1 + upTo(7) }, () => pick(TAIL)).join('') + (chance(0.7) ? digits(1, 10) : '');
    if (chance(0.12)) text = pick(BEFORE) + text;
    if (chance(0.12)) text += pick(AFTER);
    if (chance(0.02)) text += ' / ' + national(plan);
    if (chance(0.02)) text = `tel:${text};phone-context=${pick(['+' + plan[10], '+' + plan[10] + '-1', 'example.com', 'example.com.', '-a', '', '+', '1', 'a.b-c', '+(44)'])}`;
    return text;
  }

  function national(plan) {
    const patterns = DESCRIBED.map((at) => plan[at]?.[2]).filter((pattern) => pattern != null);
    const number = drawn(chance(0.85) ? pick(patterns) : plan[1][2]);
    const how = random();
    if (how < 0.72) return number;
    const at = upTo(number.length - 1);
    if (how < 0.82) return number.slice(0, at) + upTo(9) + number.slice(at + 1);
    if (how < 0.86) return number.slice(0, at) + number.slice(at + 1);
    if (how < 0.9) return number.slice(0, at) + upTo(9) + number.slice(at);
    if (how < 0.94) return number.slice(-(5 + upTo(3)));
    return digits(1, 18);
  }

  function dressed(number, plan, home) {
    const code = String(plan[10]);
    const how = random();
    if (how < 0.25) return number;
    if (how < 0.38) return (plan[12] ?? '0') + number;
    if (how < 0.45 && plan[15]) return drawn(plan[15]) + number;
    if (how < 0.62) return '+' + code + number;
    if (how < 0.67) return code + number;
    if (how < 0.72) return '+' + code + (plan[12] ?? '0') + number;
    if (how < 0.79) return drawn(home[11] ?? '00') + code + number;
    if (how < 0.81) return '+' + pick([digits(1, 3), (home[11] ?? '00').replace(/\D/g, '') + code]) + number;
    return formatted(number, plan, pick([0, 1, 2, 2, 2, 3]));
  }

  function formatted(number, plan, format) {
    const value = new library.PhoneNumber();
    value.setCountryCode(plan[10]);
    value.setNationalNumber(Number(number));
    const zeros = /^0*/.exec(number.slice(0, -1))[0].length;
    if (zeros > 0) {
      value.setItalianLeadingZero(true);
      value.setNumberOfLeadingZeros(zeros);
    }

    return util.format(value, format);
  }

  function noisy(text) {
    return [...text].map((c) => (chance(0.25) ? pick(chance(0.9) ? SEPARATORS.slice(0, 8) : SEPARATORS) + c : c)).join('');
  }

  function otherDigits(text) {
    const zero = pick([0xff10, 0x0660, 0x06f0, 0x0966]);
    return text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
  }

  function lettered(text) {
    const from = upTo(text.length);
    const letters = ['0', '1', 'ABC', 'DEF', 'GHI', 'JKL', 'MNO', 'PQRS', 'TUV', 'WXYZ'];
    return text.slice(0, from) + text.slice(from).replace(/\d/g, (digit) => (chance(0.5) ? pick([...letters[digit]]) : pick([...letters[digit]]).toLowerCase()));
  }

  // Region, raw text as JSON, E.164 or a dash if invalid, type, region of the number, extension.
  function judge(region, text) {
    const asked = [region, JSON.stringify(text).replace(/[\u007f-\uffff]/g, (c) => '\\u' + c.charCodeAt(0).toString(16).padStart(4, '0'))];
    try {
      const value = util.parse(text, region);
      if (util.isValidNumber(value)) {
        return [...asked, util.format(value, 0), typeName[util.getNumberType(value)], util.getRegionCodeForNumber(value), value.getExtension() ?? ''];
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error;
    }
    return [...asked, '-', '', '', ''];
  }
}

// Mulberry32: the same seed gives the same cases everywhere.
function randomness(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
