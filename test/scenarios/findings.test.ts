import { describe, expect, it } from "vitest";
import { areasFinding, bedsFinding, causesFinding, moneyFinding, trajectoryFinding } from "../../scenarios/index.ts";
import { told } from "./told.ts";

const SPACE = "\u202F";
const nothing = [100_000, 110_000, 120_000];
const title = (scenario: readonly number[], without: readonly number[] = nothing) =>
  trajectoryFinding(told({ bedDays: { nothing: without, scenario } }), "bedDays").title;

describe("the title of a trajectory", () => {
  it.each([
    [[100_000, 90_000, 95_000], "Emergency bed days fall until 2025/26, then growth returns"],
    [[100_000, 95_000, 90_000], `Emergency bed days fall to 2026/27, 10${SPACE}% below 2024/25`],
    [[100_000, 105_000, 114_000], `Emergency bed days still rise, by 14${SPACE}% to 2026/27 instead of 20${SPACE}%`],
    [[100_000, 110_000, 120_000], `Emergency bed days rise 20${SPACE}% by 2026/27 if nothing changes`],
    [
      [100_000, 112_000, 121_000],
      `Emergency bed days rise faster than doing nothing: 21${SPACE}% by 2026/27, not 20${SPACE}%`,
    ],
    [
      [100_000, 110_000, 119_800],
      `Emergency bed days still rise, by 19.8${SPACE}% to 2026/27 instead of 20.0${SPACE}%`,
    ],
    [[100_000, 100_000, 100_000], `Emergency bed days stay level while doing nothing adds 20${SPACE}% by 2026/27`],
  ])("%j is %s", (scenario, expected) => expect(title(scenario)).toBe(expected));

  it("says what doing nothing does where nothing changes", () => {
    expect(title([100, 100, 100], [100, 100, 100])).toBe("Emergency bed days stay as they are");
    expect(title([100, 100, 90], [100, 100, 90])).toBe(
      `Emergency bed days fall 10${SPACE}% by 2026/27 if nothing changes`,
    );
    expect(title([0, 0, 0], [0, 0, 0])).toBe("Emergency bed days are 0 in 2024/25");
  });

  it("has measure, unit, year and both ends under it", () => {
    const finding = trajectoryFinding(
      told({ delayed: { nothing, scenario: [100_000, 90_000, 88_000] } }),
      "delayedBedDays",
    );
    expect(finding.title).toContain("Delayed bed days fall");
    expect(finding.subtitle).toBe("A year, all emergencies, all areas together; in 2026/27 88k, doing nothing 120k");
  });

  it("has money in base-year prices: £1m a year in cash, with prices 25 % up, is £800k", () => {
    const { title, subtitle } = trajectoryFinding(told({}), "hospitalCost");
    expect(subtitle).toBe(
      "£ a year in base-year prices, set-aside, all areas together; in 2026/27 £800k, doing nothing £800k",
    );
    expect(title).toBe(`Hospital cost falls 20${SPACE}% by 2026/27 if nothing changes`);
  });
});

describe("the title of the money", () => {
  const moneyTitle = (money: Record<string, readonly number[]>) => moneyFinding(told({ money })).title;

  it.each([
    [{ shiftedOut: [0, 4, 8], released: [0, 1, 2] }, "Cash released never covers the money moved"],
    [{ shiftedOut: [0, 4, 8], released: [0, 4, 9] }, "Cash released covers the money moved in every year"],
    [{ shiftedOut: [0, 4, 8], released: [0, 1, 9] }, "Cash released covers the money moved from 2026/27"],
    [{ shiftedOut: [0, 4, 8], released: [0, 5, 7] }, "Cash released covers the money moved in one of two years"],
    [
      { shiftedOut: [0, 4, 8], released: [0, 0, 0], releasedIfHeld: [0, 4, 9] },
      "No cash is released: nobody has agreed to hold beds shut",
    ],
    [
      { shiftedOut: [0, 4, 8], released: [0, 2, 4], releasedIfHeld: [0, 4, 9] },
      "Cash released never covers the money moved",
    ],
    [{ shiftedOut: [0, -4, -8] }, "Money runs back to the hospital, and none is released"],
    [{ investment: [0, 4, 8] }, "New money is spent, and none leaves the set-aside"],
    [{}, "No money is moved, so none is released"],
  ])("%j is %s", (money, expected) => expect(moneyTitle(money)).toBe(expected));

  it("says that the money is real, and of which year", () => {
    expect(moneyFinding(told({})).subtitle).toContain("£ a year in 2024/25 prices");
  });
});

describe("the title of the beds", () => {
  const place = "royal general-medicine";
  const bedsTitle = (without: readonly number[], scenario: readonly number[], closed: readonly number[] = [0, 0, 0]) =>
    bedsFinding(
      told({
        openBase: { [place]: 100 },
        needed: { [place]: { nothing: without, scenario } },
        closed: { [place]: { nothing: [0, 0, 0], scenario: closed } },
      }),
      "royal",
      "general-medicine",
    ).title;

  it.each([
    [[100, 104, 108], [100, 80, 70], [0, 0, 24], "General medicine: one ward’s beds stop being needed"],
    [[100, 104, 108], [100, 40, 70], [0, 48, 24], "General medicine: two wards’ beds stop being needed"],
    [[100, 104, 108], [100, 70, 98], [0, 24, 0], "General medicine: one ward’s beds stop being needed, until 2026/27"],
    [
      [100, 104, 108],
      [100, 90.5, 95],
      [0, 0, 0],
      "General medicine: at most 9 beds stop being needed, and none closes",
    ],
    [
      [100, 104, 108],
      [100, 98.5, 104],
      [0, 0, 0],
      "General medicine: at most 1 bed stops being needed, and none closes",
    ],
    [[100, 104, 108.2], [100, 102, 103.1], [0, 0, 0], "General medicine needs 4 more beds, not 9"],
    [[100, 104, 108], [100, 104, 108], [0, 0, 0], "General medicine: beds needed go from 100 to 108"],
    [[100, 100, 100], [100, 100, 100], [0, 0, 0], "General medicine: beds needed stay at 100"],
    [
      [100, 104, 108],
      [100, 100, 100],
      [0, 0, 0],
      "General medicine: no more beds are needed than today, and none closes",
    ],
  ])("needs %j without and %j with, %j closed", (without, scenario, closed, expected) =>
    expect(bedsTitle(without, scenario, closed)).toBe(expected),
  );

  it("says where, and how many close at a time", () => {
    expect(bedsFinding(told({}), "county", "geriatric-medicine")).toEqual({
      title: "Geriatric medicine: no beds here",
      subtitle: "Beds needed and open to 2026/27, County; closed 12 at a time",
    });
  });
});

describe("the title of the areas", () => {
  const areas = (north: readonly [number, number], south: readonly [number, number]) => {
    const whole = (i: 0 | 1) => [0, 0, north[i] + south[i]];
    return areasFinding(
      told({
        bedDays: { nothing: whole(0), scenario: whole(1) },
        south: { nothing: [0, 0, south[0]], scenario: [0, 0, south[1]] },
      }),
    );
  };

  it("gives the range where all go one way, and who changes most", () => {
    expect(areas([100_000, 86_000], [50_000, 42_600])).toEqual({
      title: `Each area ends 14 to 15${SPACE}% lower; South glen changes most`,
      subtitle: "Emergency bed days in 2026/27 against doing nothing, by area",
    });
    expect(areas([100_000, 103_000], [50_000, 51_500]).title).toBe(`Each area ends 3.0${SPACE}% higher`);
  });

  it("names both where they part, and who alone changes", () => {
    expect(areas([100_000, 95_000], [50_000, 51_000]).title).toBe(
      `North glen ends 5.0${SPACE}% lower, South glen 2.0${SPACE}% higher`,
    );
    expect(areas([100_000, 95_000], [50_000, 50_000]).title).toBe(
      `North glen ends 5.0${SPACE}% lower; not every area changes`,
    );
    expect(areas([100_000, 100_000], [50_000, 50_000]).title).toBe("No area differs from doing nothing");
  });
});

describe("the title of the causes", () => {
  const causes = (saved: Record<string, number>) => causesFinding(told({ saved })).title;

  it("names what saves most, and next", () => {
    // Reablement saves 300 - 50 = 250 by its two links; hospital at home 750: three quarters of 1,000.
    expect(causes({ "hospital-at-home:admissions": 750, "reablement:delay": 300, "reablement:admissions": -50 })).toBe(
      "Hospital at home saves most, reablement next",
    );
    expect(causes({ "reablement:delay": 300 })).toBe("Reablement saves all the bed days that are saved");
    expect(causes({ "reablement:delay": -300 })).toBe("Reablement adds most bed days");
    expect(causes({ demography: -5_000 })).toBe("No programme changes bed days");
  });
});
