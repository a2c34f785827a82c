/** A workbook as an .xlsx file: formulas with, where given, the figures that a spreadsheet program worked out from them. */
import { ZipFile } from "yazl";
import type { Cell, PlacedSheet, Workbook } from "./grid.ts";

/** Figures by sheet title and address. */
export type Figures = ReadonlyMap<string, ReadonlyMap<string, number>>;

const LOOKS: readonly Cell["look"][] = ["text", "heading", "note", "input", "formula"];
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The files inside the .xlsx, by name. A formula without a figure is worked out when the file is opened. */
export function workbookParts({ sheets }: Workbook, figures: Figures): ReadonlyMap<string, string> {
  const numbered = sheets.map((sheet, n) => ({ sheet, n: n + 1 }));
  return new Map([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${numbered.map(({ n }) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${KIND}.worksheet+xml"/>`).join("")}</Types>`,
    ],
    ["_rels/.rels", relations([["rId1", "officeDocument", "xl/workbook.xml"]])],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${numbered.map(({ sheet, n }) => `<sheet name="${escape(sheet.title)}" sheetId="${n}" r:id="rId${n}"/>`).join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([
        ...numbered.map(({ n }) => [`rId${n}`, "worksheet", `worksheets/sheet${n}.xml`] as const),
        [`rId${sheets.length + 1}`, "styles", "styles.xml"],
      ]),
    ],
    ["xl/styles.xml", styles()],
    ...numbered.map(({ sheet, n }): [string, string] => [
      `xl/worksheets/sheet${n}.xml`,
      worksheet(sheet, figures.get(sheet.title) ?? new Map()),
    ]),
  ]);
}

export async function zipped(parts: ReadonlyMap<string, string>): Promise<Buffer> {
  const zip = new ZipFile();
  // The same date in every build, so that the same workbook is the same file.
  for (const [name, text] of parts) zip.addBuffer(Buffer.from(text), name, { mtime: new Date(2026, 0, 1) });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function worksheet({ cells }: PlacedSheet, figures: ReadonlyMap<string, number>): string {
  const rows = cells.map((row, n) => `<row r="${n + 1}">${row.map((cell) => cellXml(cell, figures)).join("")}</row>`);
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane xSplit="2" topLeftCell="C1" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="1" width="58" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/><col min="3" max="50" width="17" customWidth="1"/></cols><sheetData>\n${rows.join("\n")}\n</sheetData><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
}

function cellXml({ at, value, look }: Cell, figures: ReadonlyMap<string, number>): string {
  const start = `<c r="${at}" s="${LOOKS.indexOf(look)}"`;
  if (look === "formula") {
    const figure = figures.get(at);
    return `${start}><f>${escape(String(value).slice(1))}</f>${figure === undefined ? "" : `<v>${figure}</v>`}</c>`;
  }
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return `${start} t="inlineStr"><is><t>${escape(value)}</t></is></c>`;
}

/** Looks in the order of LOOKS: plain, bold on grey, italic, blue for what is typed in, black for what is worked out. */
function styles(): string {
  const fonts = ["", "<b/>", '<i/><color rgb="FF555555"/>', '<color rgb="FF0000FF"/>'];
  const number = 'numFmtId="164" applyNumberFormat="1"';
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00####"/></numFmts><fonts count="4">${fonts.map((font) => `<font>${font === "<b/>" || font.startsWith("<i/>") ? font.slice(0, 4) : ""}<sz val="10"/>${font.replace(/^<[bi]\/>/, "")}<name val="Arial"/></font>`).join("")}</fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0" fontId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf xfId="0" fontId="2" applyFont="1"/><xf xfId="0" fontId="3" ${number} applyFont="1"/><xf xfId="0" fontId="0" ${number}/></cellXfs></styleSheet>`;
}

function relations(list: readonly (readonly [id: string, type: string, target: string])[]): string {
  const each = list.map(
    ([id, type, target]) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
