/** The first example: the three partnerships of NHS Grampian, and their two large hospitals. */
import { writeDataset } from "../datasets/index.ts";
import { describe } from "./description.ts";
import type { Sources } from "./method/sources.ts";
import { exampleTables, idOf } from "./method/tables.ts";
import type { HospitalShare } from "./method/tables.ts";

const GRAMPIAN = "S08000020";
const ROYAL = "aberdeen-royal-infirmary";
const GRAYS = "dr-grays";

/** Illustrative: share of each area's bed days at Dr Gray's in Elgin; the rest are at Aberdeen Royal Infirmary. */
const SHARE_AT_GRAYS: Readonly<Record<string, number>> = {
  "aberdeen-city": 0,
  aberdeenshire: 0.05,
  moray: 0.75,
};

/** Files of the dataset by path. */
export function grampianDataset(sources: Sources): Map<string, Uint8Array> {
  const areas = sources.partnerships.filter((partnership) => partnership.board === GRAMPIAN);
  const useOfHospitals = areas.flatMap(({ name }): HospitalShare[] => {
    const area = idOf(name);
    const share = SHARE_AT_GRAYS[area] ?? 0;
    return [
      { area, hospital: ROYAL, specialty: "all", share: 1 - share },
      { area, hospital: GRAYS, specialty: "all", share },
    ];
  });
  const tables = exampleTables(sources, {
    areas,
    hospitals: [
      { id: ROYAL, label: "Aberdeen Royal Infirmary" },
      { id: GRAYS, label: "Dr Gray's Hospital, Elgin" },
    ],
    useOfHospitals,
  });
  const about =
    "Aberdeen City, Aberdeenshire and Moray, 2024/25 to 2034/35, from published figures and marked illustrations.";
  const description = describe("grampian", "Aberdeen City, Aberdeenshire and Moray", about, {
    what: "Use of hospitals",
    standing: "illustrative",
    how: "Shares of Aberdeen Royal Infirmary and Dr Gray's in Elgin; community hospitals are counted with the nearer of the two.",
    source: "",
  });
  return writeDataset(description, tables);
}
