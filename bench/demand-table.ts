/** A demand table of about two million rows, as another tool would write it: dictionary text columns and float64 figures. */
import {
  Dictionary,
  Float64,
  Int32,
  Table,
  Utf8,
  makeData,
  makeVector,
  tableToIPC,
  vectorFromArray,
} from "apache-arrow";

const YEARS = Array.from({ length: 26 }, (_, t) => `${2024 + t}/${String((25 + t) % 100).padStart(2, "0")}`);
const AREAS = Array.from({ length: 127 }, (_, l) => `locality-${l + 1}`);
const BANDS = [...Array.from({ length: 18 }, (_, a) => `${a * 5}-${a * 5 + 4}`), "90+"];
const SEXES = ["female", "male"];
const SPECIALTIES = Array.from({ length: 16 }, (_, k) => `specialty-${k + 1}`);

export const DEMAND_ROWS = YEARS.length * AREAS.length * BANDS.length * SEXES.length * SPECIALTIES.length;

/** Arrow IPC file bytes; rows in row-major order of year, area, age band, sex and specialty. */
export function demandTable(): Uint8Array {
  const dimensions = [YEARS, AREAS, BANDS, SEXES, SPECIALTIES];
  const codes = dimensions.map(() => new Int32Array(DEMAND_ROWS));
  const population = new Float64Array(DEMAND_ROWS);
  const admissions = new Float64Array(DEMAND_ROWS);
  const bedDays = new Float64Array(DEMAND_ROWS);
  for (let row = 0; row < DEMAND_ROWS; row++) {
    let rest = row;
    for (let d = dimensions.length - 1; d >= 0; d--) {
      const size = (dimensions[d] as string[]).length;
      (codes[d] as Int32Array)[row] = rest % size;
      rest = Math.floor(rest / size);
    }
    // People are counted once for each year, area, band and sex; activity differs by specialty.
    const person = Math.floor(row / SPECIALTIES.length);
    population[row] = 200 + (person % 977);
    admissions[row] = 1 + (row % 37) / 10;
    bedDays[row] = (1 + (row % 37) / 10) * (3 + (row % 11) / 2);
  }
  const texts = dimensions.map((members, d) =>
    makeVector(
      makeData({
        type: new Dictionary(new Utf8(), new Int32(), d),
        data: codes[d] as Int32Array,
        dictionary: vectorFromArray(members, new Utf8()),
      }),
    ),
  );
  const figures = [population, admissions, bedDays].map((data) => makeVector(makeData({ type: new Float64(), data })));
  const names = ["financial_year", "area", "age_band", "sex", "specialty", "population", "admissions", "bed_days"];
  const columns = Object.fromEntries([...texts, ...figures].map((vector, i) => [names[i] as string, vector]));
  return tableToIPC(new Table(columns), "file");
}
