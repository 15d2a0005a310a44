// Makes countries.json and subdivisions.json of Unicode CLDR; run it in a folder where these packages are installed:
//   npm install cldr-core@48.2.0 cldr-localenames-full@48.2.0 cldr-subdivisions-full@48.2.0 && node make.js <this folder>
const fs = require('node:fs');
const path = require('node:path');

const languages = ['en', 'ar', 'da', 'de', 'es', 'fi', 'fr', 'is', 'it', 'ja', 'nl', 'no', 'pl', 'pt', 'sv'];

// Codes of CLDR that ISO 3166-1 has not assigned: reserved, private and test codes, and groups of countries.
const unassigned = ['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'XK', 'ZZ'];

const read = file => JSON.parse(fs.readFileSync(path.join('node_modules', file), 'utf8'));
const write = (file, value) => fs.writeFileSync(path.join(process.argv[2], file), JSON.stringify(value, null, 1) + '\n');

const names = {};

for (const language of languages) {
    const territories = read(`cldr-localenames-full/main/${language}/territories.json`).main[language].localeDisplayNames.territories;
    const codes = Object.keys(territories).filter(code => /^[A-Z]{2}$/.test(code) && !unassigned.includes(code)).sort();
    names[language] = Object.fromEntries(codes.map(code => [code, territories[code]]));
}

write('countries.json', names);

// A subdivision of a subdivision (a county of a province) stands beside it; `usny` is US-NY.
const subdivisions = read('cldr-subdivisions-full/subdivisions/en/en.json').subdivisions.localeDisplayNames.subdivisions;
const current = new Set(contained(read('cldr-core/supplemental/subdivisionContainment.json')));
const byCountry = {};

for (const code of Object.keys(subdivisions).filter(code => current.has(code)).sort()) {
    const iso = `${code.slice(0, 2).toUpperCase()}-${code.slice(2).toUpperCase()}`;
    (byCountry[iso.slice(0, 2)] ??= {})[iso] = subdivisions[code];
}

// ISO 3166-2 has the outlying areas of the United States too; CLDR knows them as countries only.
for (const code of ['AS', 'GU', 'MP', 'PR', 'UM', 'VI']) {
    byCountry.US[`US-${code}`] = names.en[code];
}

write('subdivisions.json', byCountry);

function contained(file) {
    return Object.values(file.supplemental.subdivisionContainment).flatMap(group => group._contains);
}
