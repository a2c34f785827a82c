/** The small dataset of docs/method/worked-example.md: every figure chosen so that the working comes out exact. */
import type { CommissioningCase, NamedArray } from "../../../models/index.ts";

const block = (dims: readonly string[], values: readonly number[]): NamedArray => ({
  dims,
  values: Float64Array.from(values),
});

export const workedCase: CommissioningCase = {
  firstYear: 2026,
  yearCount: 3,
  areas: ["east", "west"],
  bands: [
    { id: "18-74", lower: 18, middle: 46 },
    { id: "75+", lower: 75, middle: 86 },
  ],
  sexes: ["all"],
  hospitals: ["royal"],
  useOf: block(["area", "hospital", "specialty"], [1, 1, 1, 1]),
  // Year by year: east 18-74, east 75+, west 18-74, west 75+.
  population: block(
    ["year", "area", "age", "sex"],
    [10_000, 1000, 5000, 0, 10_000, 1125, 5500, 0, 10_000, 1250, 6000, 0],
  ),
  activity: {
    kind: "projected",
    // Each row: medicine, geriatrics.
    admissions0: block(["area", "age", "sex", "specialty"], [1000, 0, 500, 400, 500, 0, 10, 0]),
    bedDays0: block(["area", "age", "sex", "specialty"], [5000, 292, 5000, 8760, 2500, 0, 80, 0]),
  },
  delayedBedDays0: block(["area", "specialty"], [1000, 2263, 258, 0]),
  growth: [0.1, 0],
  stayDrift: [-0.1, 0],
  healthAgeShift: [0, 0, 4],
  inflation: { hospital: [0, 0.1, 0.1], care: [0, 0.05, 0.05] },
  hospitalCostType: "hospital",
  deflator: [0, 0.025, 0.025],
  specialties: [
    {
      id: "medicine",
      line: "set-aside",
      inScope: 0.876,
      directCost: 400,
      variableShare: 0.2,
      semiFixedShare: 0.5,
      fixedShare: 0.3,
      occupancy: 0.8,
      closureStep: 5,
      releaseLagMonths: 18,
      escalationPremium: 1.4,
    },
    {
      id: "geriatrics",
      line: "set-aside",
      inScope: 1,
      directCost: 500,
      variableShare: 0.2,
      semiFixedShare: 0.5,
      fixedShare: 0.3,
      occupancy: 0.8,
      closureStep: 1,
      releaseLagMonths: 6,
      escalationPremium: 1.4,
    },
  ],
  programmes: [
    {
      id: "home-first",
      line: "community",
      costType: "care",
      unitCost: 50_000,
      throughput: 20 * Math.LN2,
      rampMonths: 12,
      rampShape: "straight",
      maxReach: 0.8,
      eligibleShare: 0.5,
      eligibleShareOfDelay: 1,
      // 18-74: none; 75+: geriatrics only.
      targets: block(["age", "sex", "specialty"], [0, 0, 0, 1]),
      effectOnAdmissions: 0.5,
      effectOnStay: 0.2,
      effectOnDelay: 0.25,
      lineSaving: { "home-care": 100 },
    },
  ],
  shifts: [
    {
      id: "first",
      from: "geriatrics",
      to: "home-first",
      amount: 900_000,
      priceBase: 0,
      startMonth: 12,
      phase: [1],
      split: "need",
    },
  ],
  lines: [
    {
      id: "set-aside",
      payer: "set-aside",
      costType: "hospital",
      budget0: 9_000_000,
      uplift: [0, 0.05, 0.05],
      demandGrowth: 0,
    },
    {
      id: "community",
      payer: "nhs-delegated",
      costType: "care",
      budget0: 2_000_000,
      uplift: [0, 0.05, 0.05],
      demandGrowth: 0.02,
    },
    {
      id: "home-care",
      payer: "council-delegated",
      costType: "care",
      budget0: 3_000_000,
      uplift: [0, 0.05, 0.05],
      demandGrowth: 0,
      needWeight: [0, 1],
    },
  ],
  openingReserves: 2_500_000,
  reservesFloor: 500_000,
};
