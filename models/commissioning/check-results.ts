/** Refusals that need figures worked out first: taking more than is held, cutting more than is there, shares of nothing. */
import { cellLabel } from "../language/runner.ts";
import type { Members, NamedArray } from "../language/named-array.ts";
import type { CommissioningCase } from "./case.ts";
import { refuse, SHARES_TOLERANCE } from "./check-values.ts";

type Blocks = ReadonlyMap<string, NamedArray>;

/** What `checkPlaces` reads: these are finite even where a cut below nothing makes later figures run away. */
export const PLACES_BLOCKS: readonly string[] = ["areaShare", "capacityOf"];
/** What `checkTaking` reads. */
export const TAKING_BLOCKS: readonly string[] = ["takeShare", "specialtyTaken", "specialtyHolds"];

const HALF_A_PENNY = 0.005;

/** Throws ModelInputError where a shift's money would reach nobody, or a cut takes more places than there are. */
export function checkPlaces(given: CommissioningCase, members: Members, blocks: Blocks): void {
  checkAreaShares(given, blocks.get("areaShare") as NamedArray);
  checkCapacity(members, blocks.get("capacityOf") as NamedArray);
}

/** Throws ModelInputError where shifts take from nothing, or more than a specialty holds. */
export function checkTaking(given: CommissioningCase, members: Members, blocks: Blocks): void {
  checkTakeShares(given, blocks.get("takeShare") as NamedArray);
  checkTaken(members, blocks.get("specialtyTaken") as NamedArray, blocks.get("specialtyHolds") as NamedArray);
}

function checkAreaShares(given: CommissioningCase, shares: NamedArray): void {
  given.shifts.forEach((shift, n) => {
    const row = shares.values.subarray(n * given.areas.length, (n + 1) * given.areas.length);
    const sum = row.reduce((total, share) => total + share, 0);
    if (Math.abs(sum - 1) <= SHARES_TOLERANCE) return;
    const what = shift.split === "need" ? "eligible admissions" : "people, weighted by need,";
    refuse(
      "shift.split",
      `shifts[${shift.id}].split`,
      String(shift.split),
      "a split under which some area has a share",
      `The shift ${shift.id} is split by ${what} and no area has any in the base year, so its money would reach nobody. Split it another way or check what ${shift.to} targets.`,
    );
  });
}

function checkTakeShares(given: CommissioningCase, shares: NamedArray): void {
  const count = given.specialties.length;
  given.shifts.forEach((shift, n) => {
    if (shift.from !== "all") return;
    if (shares.values.subarray(n * count, (n + 1) * count).some((share) => share > 0)) return;
    refuse(
      "shift.source-empty",
      `shifts[${shift.id}].from`,
      "all",
      "specialties with base-year bed days in the set-aside",
      `The shift ${shift.id} takes from all specialties, but none has bed days with a cost in the set-aside in the base year.`,
    );
  });
}

function checkTaken(members: Members, taken: NamedArray, holds: NamedArray): void {
  taken.values.forEach((amount, i) => {
    const held = holds.values[i] as number;
    if (amount <= held + Math.max(HALF_A_PENNY, held * SHARES_TOLERANCE)) return;
    const specialty = members["specialty"]?.[i % (members["specialty"]?.length ?? 1)] ?? "";
    const year = members["year"]?.[Math.floor(i / (members["specialty"]?.length ?? 1))] ?? "";
    refuse(
      "shift.takes-more-than-held",
      `shifts.from[${specialty}][${year}]`,
      pounds(amount),
      `at most ${pounds(held)}`,
      `In ${year} the shifts take ${pounds(amount)} from ${specialty}, which holds ${pounds(held)} of its set-aside line: ${pounds(amount - held)} too much. Move less, or from another specialty.`,
    );
  });
}

function checkCapacity(members: Members, capacity: NamedArray): void {
  const half = capacity.values.length / 2;
  for (let i = half; i < capacity.values.length; i++) {
    const places = capacity.values[i] as number;
    const present = capacity.values[i - half] as number;
    if (places >= -SHARES_TOLERANCE * Math.max(1, present)) continue;
    const where = cellLabel(members, ["year", "programme", "area"], i - half);
    refuse(
      "programme.cut-more-than-is-there",
      `programmes.capacity[${where}]`,
      places,
      "at least 0 places",
      `${where}: shifts take away ${rounded(present - places)} places and ${rounded(present)} are there. A cut cannot take more than is there: cut less, or enter the present capacity.`,
    );
  }
}

/** Pounds and pence, for a message. */
function pounds(amount: number): string {
  const [whole, pence] = Math.abs(amount).toFixed(2).split(".");
  return `${amount < 0 ? "-" : ""}£${(whole ?? "").replace(/\B(?=(\d{3})+$)/g, ",")}.${pence ?? "00"}`;
}

function rounded(places: number): string {
  return String(Math.round(places * 100) / 100);
}
