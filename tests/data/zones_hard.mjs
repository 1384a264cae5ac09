// Makes zones_hard.txt: numbers that overflow, names that are truncated, dates of birth that are not known.
//
//     npm install mrz@5.0.2 && node tests/data/zones_hard.mjs > tests/data/zones_hard.txt
//
// The package `mrz` 0.6.2 of PyPI, which made zones.txt, refuses all three. The lines are written here, straight from
// Doc 9303 and with nothing of ours, and the cards and passports among them are accepted by the package `mrz` 5.0.2 of
// npm, one and all. What that checker cannot judge: visas, for it knows none; whether a name was cut as it should
// be, for it reads any letters; and whether the digit of a number that overflows counts the filler in the place of
// the digit, for it takes both (the digests here say that it does not: Part 5, 4.2.2.1, note j). The inputs come from
// a small generator that tests/suite/documents.rs has too. All are of refugees (XXB): it knows no fictional state.

import { createHash } from 'node:crypto';
import { parse } from 'mrz';

const FORMATS = [
  // Name, code, width of the name, characters of the number, width of what is optional.
  ['TD1', 'I', 30, 22, 15],
  ['TD2', 'I', 31, 14, 7],
  ['TD3', 'P', 39, 9, 14],
  ['MRVA', 'V', 39, 9, 16],
  ['MRVB', 'V', 31, 9, 8],
];
const SURNAMES = ['ERIKSSON', 'VERANDERA', 'SELKO PETRIN', 'OSK', 'VAN DER MOER', 'LI'];
const GIVEN = [
  'ANNA MARIA',
  'CRISTOBALINAESPERANZAMAXIMILIANABARTOLOMEA',
  'IVO',
  'ELISIANEANNAMIRASELAVINATALVESTINAMARUNDIELA LEYA',
];
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

class Numbers {
  constructor(seed) {
    this.state = BigInt(seed);
  }
  below(limit) {
    this.state = (this.state * 6364136223846793005n + 1442695040888963407n) & ((1n << 64n) - 1n);
    return Number((this.state >> 33n) % BigInt(limit));
  }
  signs(count) {
    let all = '';
    for (let n = 0; n < count; n += 1) all += SIGNS[this.below(36)];
    return all;
  }
}

const two = (n) => String(n).padStart(2, '0');

// Weights 7, 3, 1; letters from 10, the filler 0 (Part 3, 4.9).
function digit(text) {
  let sum = 0;
  [...text].forEach((sign, at) => {
    sum += (sign === '<' ? 0 : SIGNS.indexOf(sign)) * [7, 3, 1][at % 3];
  });
  return String(sum % 10);
}

const filled = (text, width) => text.padEnd(width, '<').slice(0, width);

for (const [seed, [name, code, width, most, room]] of FORMATS.entries()) {
  const numbers = new Numbers(101 + seed);
  const digest = createHash('sha256');
  const shown = [];
  const met = { long: 0, cut: 0, unknown: 0 };
  for (let at = 0; at < 10_000; at += 1) {
    const surname = SURNAMES[numbers.below(SURNAMES.length)];
    const given = GIVEN[numbers.below(GIVEN.length)];
    const number = numbers.signs(9 + numbers.below(most - 8));
    const birth = two((1930 + numbers.below(90)) % 100);
    const [month, day] = [two(1 + numbers.below(12)), two(1 + numbers.below(28))];
    const born = birth + [month + day, month + '<<', '<<<<'][numbers.below(3)];
    const expiry = two((2027 + numbers.below(9)) % 100) + two(1 + numbers.below(12)) + two(1 + numbers.below(28));
    const sex = 'FM<'[numbers.below(3)];
    const whole = (surname + '<<' + given).replaceAll(' ', '<');
    const names = filled(whole, width);
    met.long += number.length > 9;
    met.cut += whole.length > width;
    met.unknown += born.includes('<');
    if (whole.length > width && names.endsWith('<')) throw new Error(`ends in a filler: ${names}`);
    // What does not fit follows in the optional data, with the digit behind it and a filler.
    const over = number.length > 9;
    const optional = filled(over ? number.slice(9) + digit(number) + '<' : '', room);
    const first = number.slice(0, 9) + (over ? '<' : digit(number));
    const dates = [born + digit(born), expiry + digit(expiry)];
    let lines;
    if (name === 'TD1') {
      const top = first + optional;
      const line = dates[0] + sex + dates[1] + 'XXB' + filled('', 11);
      const all = top + dates[0] + dates[1] + filled('', 11);
      lines = [code + '<XXB' + top, line + digit(all), names];
    } else {
      let line = first + 'XXB' + dates[0] + sex + dates[1];
      // The digit of a personal number that is not there is 0 or a filler, as the issuer likes (Part 4, 4.2.2.2).
      if (name === 'TD3') line += optional + '0';
      else line += optional;
      const all = first + dates[0] + dates[1] + optional + (name === 'TD3' ? '0' : '');
      if (name === 'TD2' || name === 'TD3') line += digit(all);
      lines = [code + '<XXB' + names, line];
    }
    if (name.startsWith('TD')) {
      const told = parse(lines);
      const wrong = told.details.filter((d) => !d.valid);
      if (!told.valid) throw new Error(lines.join('\n') + '\n' + JSON.stringify(wrong, null, 1));
    }
    digest.update(lines.join('|') + '\n');
    if (at < 50) shown.push(lines.join('|'));
  }
  console.log(`${name};${digest.digest('hex')};${met.long};${met.cut};${met.unknown}`);
  console.log(shown.join('\n'));
}
