/** Illustrative: budget lines of integration authorities, at a plausible scale, and how their use varies with age. */

export interface IllustrativeLine {
  readonly id: string;
  readonly label: string;
  readonly payer: "nhs-delegated" | "council-delegated";
  readonly costType: string;
  /** £ a year a resident, 2024/25. */
  readonly perHead: number;
  /** Budget growth a year, from the second year. */
  readonly uplift: number;
  /** Growth of demand a year beyond population. */
  readonly demandGrowth: number;
  /** Relative use per head from these ages on. */
  readonly needFromAge: Readonly<Record<number, number>>;
}

export const COST_TYPES = [
  { id: "hospital", label: "Hospital", inflation: 0.03 },
  { id: "nhs-community", label: "NHS community services", inflation: 0.03 },
  { id: "care", label: "Care", inflation: 0.04 },
] as const;

const careNeed = { 0: 0, 18: 0.03, 65: 0.25, 70: 0.5, 75: 1, 80: 2, 85: 4, 90: 7 };

export const LINES: readonly IllustrativeLine[] = [
  {
    id: "community-nursing",
    label: "Community nursing",
    payer: "nhs-delegated",
    costType: "nhs-community",
    perHead: 105,
    uplift: 0.03,
    demandGrowth: 0.005,
    needFromAge: { 0: 0.1, 18: 0.3, 65: 1, 75: 2.2, 85: 4, 90: 5 },
  },
  {
    id: "home-care",
    label: "Home care",
    payer: "council-delegated",
    costType: "care",
    perHead: 205,
    uplift: 0.04,
    demandGrowth: 0.005,
    needFromAge: careNeed,
  },
  {
    id: "care-homes",
    label: "Care homes",
    payer: "council-delegated",
    costType: "care",
    perHead: 290,
    uplift: 0.04,
    demandGrowth: 0,
    needFromAge: { 0: 0, 18: 0.02, 65: 0.15, 70: 0.35, 75: 1, 80: 2.2, 85: 5, 90: 10 },
  },
  {
    id: "reablement",
    label: "Intermediate care and reablement",
    payer: "council-delegated",
    costType: "care",
    perHead: 42,
    uplift: 0.035,
    demandGrowth: 0.005,
    needFromAge: careNeed,
  },
  {
    id: "primary-care",
    label: "Primary care",
    payer: "nhs-delegated",
    costType: "nhs-community",
    perHead: 260,
    uplift: 0.03,
    demandGrowth: 0.005,
    needFromAge: { 0: 0.8, 18: 0.9, 65: 1.5, 75: 1.9, 85: 2.1 },
  },
  {
    id: "prescribing",
    label: "Prescribing",
    payer: "nhs-delegated",
    costType: "nhs-community",
    perHead: 200,
    uplift: 0.035,
    demandGrowth: 0.015,
    needFromAge: { 0: 0.2, 18: 0.8, 65: 2.2, 75: 2.8, 85: 2.9 },
  },
];

/** Uplift of the set-aside a year, and the reserves of the authorities together, £ a resident. */
export const SET_ASIDE_UPLIFT = 0.03;
export const RESERVES_PER_HEAD = { opening: 12, floor: 4 };
