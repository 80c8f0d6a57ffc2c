// Validates workbooks by the Open XML SDK: node openxml.mjs MODULE OFFICE FILE...; prints what it found as JSON.
import { readFile, realpath } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const [module, office, ...files] = process.argv.slice(2);
const { default: validate } = await import(pathToFileURL(await realpath(module)).href);
const found = [];
for (const file of files) {
  for (const one of await validate(await readFile(file), "xlsx", office)) {
    found.push({ file, part: one.path.partUri, path: one.path.xpath, id: one.id, said: one.description });
  }
}
process.stdout.write(JSON.stringify(found), () => process.exit(0));
