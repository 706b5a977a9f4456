#!/usr/bin/env node
// How long libphonenumber-js, and Google's own libphonenumber for JavaScript, take for the numbers that LeadFilter.Benchmarks reads:
//     npm install --prefix /tmp/phones libphonenumber-js google-libphonenumber
//     node tools/compare-phones.mjs /tmp/phones/node_modules
// Each number is parsed, found valid or not and written as E.164, as LeadFilter does. What LeadFilter takes:
//     dotnet run -c Release --project LeadFilter.Benchmarks -- --filter '*Phone*'
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const modules = process.argv[2];
if (!modules || !existsSync(join(modules, 'libphonenumber-js'))) {
  console.error('Say where the packages are: node tools/compare-phones.mjs FOLDER/node_modules');
  process.exit(2);
}

const require = createRequire(join(resolve(modules), 'x.js'));
const numbers = readFileSync(join(dirname(fileURLToPath(import.meta.url)), '../LeadFilter.Benchmarks/Phones/numbers.tsv'), 'utf8')
  .trim().split('\n').map(line => line.split('\t'));
const groups = { 'North American': numbers.filter(([region]) => region === 'US'), elsewhere: numbers.filter(([region]) => region !== 'US') };

const { default: parse } = require('libphonenumber-js/max');
const readers = {
  [`libphonenumber-js ${versionOf('libphonenumber-js')}`]: (raw, region) => {
    const number = parse(raw, region);
    return number?.isValid() ? number.number : undefined;
  },
};
if (existsSync(join(modules, 'google-libphonenumber'))) {
  const { PhoneNumberFormat, PhoneNumberUtil } = require('google-libphonenumber');
  const util = PhoneNumberUtil.getInstance();
  readers[`google-libphonenumber ${versionOf('google-libphonenumber')}`] = (raw, region) => {
    const number = util.parse(raw, region);
    return util.isValidNumber(number) ? util.format(number, PhoneNumberFormat.E164) : undefined;
  };
}

const rounds = 2000;
const samples = 31;
console.log(`One number in ns, the median of ${samples} samples, Node ${process.version}`);
console.log('| |', Object.keys(groups).join(' | '), '|\n|---|---|---|');
for (const [name, read] of Object.entries(readers)) {
  console.log('|', name, '|', Object.values(groups).map(group => median(read, group).toLocaleString('en-US')).join(' | '), '|');
}

function median(read, group) {
  const times = [];
  for (let sample = 0; sample < samples + 5; sample++) {
    const start = process.hrtime.bigint();
    for (let round = 0; round < rounds / group.length; round++) for (const [region, raw] of group) read(raw, region);
    times.push(Number(process.hrtime.bigint() - start) / (Math.floor(rounds / group.length) * group.length));
  }
  // The first five are for the compiler.
  return Math.round(times.slice(5).sort((a, b) => a - b)[samples >> 1]);
}

function versionOf(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
}
