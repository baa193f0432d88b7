// Checks data packages with datapackage and tableschema. usage: node check.js FOLDER...
// Every column of a table has to be declared, in the order of its header: version 1 of the standard, which these read, knows no other way.
const fs = require('fs');
const path = require('path');
const { Package, validate } = require('datapackage');
const { Schema, Table } = require('tableschema');

// lent is the schema of the package that ships for a table of another that declares none, as the program lends it: with the columns of its header alone. A column in
// another language (name@uk) is a text, and so are the members of a union, which the package that ships has none of.
function lent(folder, resource) {
  const own = JSON.parse(fs.readFileSync('assets/data/datapackage.json', 'utf8')).resources.find(r => r.name === resource.name);
  if (!own || !own.schema) throw new Error(`${resource.name}: no schema`);
  const header = fs.readFileSync(path.join(folder, resource.path), 'utf8').split(/\r?\n/)[0].split(',');
  const fields = header.map(name => own.schema.fields.find(f => f.name === name) || (/^[a-z_]+@[a-z]+$/.test(name) || name === 'members' ? { name, type: 'string' } : null));
  if (fields.includes(null)) throw new Error(`${resource.name}: a column of ${header} is in no schema`);
  for (const f of fields) { // a list of the reader's own, such as statuses, is read as text
    if (!['string', 'number', 'integer', 'boolean', 'date', 'any'].includes(f.type)) f.type = 'string';
  }
  return { ...own.schema, fields, foreignKeys: undefined };
}

async function check(folder) {
  const faults = [];
  const file = path.join(folder, 'datapackage.json');
  const descriptor = JSON.parse(fs.readFileSync(file, 'utf8'));
  const whole = await validate(descriptor);
  if (!whole.valid) faults.push(...whole.errors.map(e => `datapackage.json: ${e.message}`));
  for (const resource of descriptor.resources) {
    if (!resource.schema && String(resource.path).endsWith('.csv')) resource.schema = lent(folder, resource);
  }
  const data = await Package.load(descriptor, { basePath: folder, strict: false });
  let tables = 0, rows = 0;
  for (const resource of data.resources) {
    if (!resource.descriptor.schema) continue;
    tables++;
    try {
      rows += (await resource.read({ keyed: true, relations: true })).length;
    } catch (e) {
      faults.push(`${resource.name}: ${e.message} ${(e.errors || []).map(x => x.message).slice(0, 3).join('; ')}`);
    }
    const schema = await Schema.load(resource.descriptor.schema);
    const table = await Table.load(path.join(folder, resource.descriptor.path), { schema });
    await table.read({ cast: false, limit: 1 }).catch(e => faults.push(`${resource.name}: ${e.message}`));
    const declared = schema.fieldNames.join(','), header = (table.headers || []).join(',');
    if (declared !== header) faults.push(`${resource.name}: the header is ${header}; declared is ${declared}`);
  }
  const listed = new Set(data.resources.map(r => r.descriptor.path));
  for (const name of fs.readdirSync(folder)) {
    if (name.endsWith('.csv') && tables > 0 && !listed.has(name)) faults.push(`${name}: is not listed`);
  }
  console.log(`validators: ${folder}: ${tables} tables, ${rows} rows${faults.length ? '' : ', valid'}`);
  faults.forEach(f => console.error(`  ${f}`));
  return faults.length;
}

(async () => {
  let n = 0;
  for (const folder of process.argv.slice(2)) n += await check(folder);
  process.exit(n ? 1 : 0);
})().catch(e => { console.error(e.message, e.errors || ''); process.exit(1); });
