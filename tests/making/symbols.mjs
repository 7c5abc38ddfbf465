// Makes oob/pictures/data/symbols.json with npm's milsymbol (MIT): each APP-6 symbol that oob/pictures/sidc.py names.
//
//     npm pack milsymbol@3.0.4 && tar xzf milsymbol-3.0.4.tgz
//     python -c "from oob.pictures import sidc; print(*(f'{c} {sidc.number(c)}' for c in sidc.codes()), sep='\n')" |
//         node tests/making/symbols.mjs package/dist/milsymbol.js > oob/pictures/data/symbols.json
//
// What is drawn is INK, which the program replaces by the colour of a picture.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const ms = createRequire(import.meta.url)(resolve(process.argv[2]));
const INK = "#010203";
const found = {};

// The same place for letters without dominant-baseline, which word processors do not know.
function lowered(_, y, before, size, after) {
  return ` y="${Math.round(Number(y) + Number(size) * 0.26)}"${before} font-size="${size}"${after}`;
}

for (const line of readFileSync(0, "utf-8").split("\n").filter(Boolean)) {
  const [code, number] = line.split(" ");
  const symbol = new ms.Symbol(number, { size: 100, fill: false, monoColor: INK, infoFields: false, strokeWidth: 5 });
  if (!symbol.isValid()) throw new Error(`milsymbol knows no ${code}`);
  const svg = symbol.asSVG();
  const box = svg.match(/viewBox="([^"]+)"/)[1].split(" ").map(Number);
  const inside = svg
    .replace(/^<svg[^>]*>/, "")
    .replace(/<\/svg>$/, "")
    .replaceAll(INK, "INK")
    .replaceAll(/ ?><\/path>/g, "/>")
    .replaceAll(' fill-opacity="1"', "")
    .replaceAll(' font-family="Arial"', "")
    .replaceAll(/ y="(\d+)"([^>]*) font-size="(\d+)"([^>]*) dominant-baseline="middle"/g, lowered);
  found[code] = { box, svg: inside };
}
process.stdout.write(`${JSON.stringify(found, null, 1)}\n`);
