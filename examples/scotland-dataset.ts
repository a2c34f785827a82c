/** The national example: all 31 partnerships, and the hospitals of each of the 14 boards as one. */
import { writeDataset } from "../datasets/index.ts";
import { describe } from "./description.ts";
import type { Sources } from "./method/sources.ts";
import { exampleTables, idOf } from "./method/tables.ts";

/** Files of the dataset by path. */
export function scotlandDataset(sources: Sources): Map<string, Uint8Array> {
  const areas = sources.partnerships;
  const boards = [...new Set(areas.map((area) => area.boardName))].sort();
  const hospitalOf = (boardName: string): string => `hospitals-of-${idOf(boardName)}`;
  const tables = exampleTables(sources, {
    areas,
    hospitals: boards.map((board) => ({ id: hospitalOf(board), label: `Hospitals of ${board}` })),
    useOfHospitals: areas.map((area) => ({
      area: idOf(area.name),
      hospital: hospitalOf(area.boardName),
      specialty: "all",
      share: 1,
    })),
  });
  const about = "The 31 partnerships of Scotland, 2024/25 to 2034/35, from published figures and marked illustrations.";
  const description = describe("scotland", "Scotland's 31 partnerships", about, {
    what: "Use of hospitals",
    standing: "derived",
    how: "Each partnership is taken to use the hospitals of its own board alone, together as one.",
    source: "Public Health Scotland: geography codes",
  });
  return writeDataset(description, tables);
}
