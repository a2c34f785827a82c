/** What the examples' descriptors say of where every part came from. The long form is docs/method/example-data.md. */
import type { DatasetDescription, Provenance } from "../datasets/index.ts";
import { BASE_YEAR } from "./method/activity.ts";
import { YEAR_COUNT } from "./method/tables.ts";

const PHS = "Public Health Scotland";
const NRS = "National Records of Scotland";
export const ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0";

const provenance: readonly Provenance[] = [
  {
    what: "Population",
    standing: "derived",
    how: "Projections by single year of age, each multiplied by estimate / projection of its age band at mid-2022, and added up to bands. People at 30 June belong to the financial year that holds that day.",
    source: `${NRS}: 2018-based population projections by partnership (principal); mid-2022 population estimates by council`,
  },
  {
    what: "Emergency admissions by partnership",
    standing: "real",
    how: "Weekly counts of calendar 2022 (52 weeks), carried to 2024/25 at constant rates by age.",
    source: `${PHS}: weekly emergency admissions by partnership (management information)`,
  },
  {
    what: "Emergency admissions by age and specialty",
    standing: "derived",
    how: "Each partnership's total split over specialties by bed days / an illustrative relative stay, and over ages by population x Scotland's stays a person.",
    source: `${PHS}: inpatient stays by age and sex, Scotland, 2019`,
  },
  {
    what: "Occupied bed days by specialty",
    standing: "real",
    how: "The health board's total of the year to September 2022, planned and emergency, all patients treated there, carried to 2024/25 at constant rates by age. Geriatric medicine is units other than long stay.",
    source: `${PHS}: hospital beds information by board and specialty`,
  },
  {
    what: "Occupied bed days by partnership and age",
    standing: "derived",
    how: "The board's total of each specialty split by population x Scotland's bed days a person by ten-year band and sex; geriatric medicine to ages 65 and over, other set-aside specialties to 18 and over.",
    source: `${PHS}: inpatient bed days by age and sex, Scotland, 2019`,
  },
  {
    what: "Other specialties",
    standing: "derived",
    how: "What is left of all acute bed days after the set-aside specialties, multiplied by the emergency share of the board's inpatient bed days. Not in the set-aside.",
    source: `${PHS}: hospital beds information; inpatient activity by board and admission type`,
  },
  {
    what: "Staffed beds",
    standing: "real",
    how: "Average available staffed beds by specialty, year to September 2022; other specialties derived as their bed days are.",
    source: `${PHS}: hospital beds information by board and specialty`,
  },
  {
    what: "Delayed bed days by partnership",
    standing: "real",
    how: "Council totals of 2024/25, all reasons, ages 18-74 and 75 and over.",
    source: `${PHS}: delayed discharge bed days by council`,
  },
  {
    what: "Delayed bed days by age and specialty",
    standing: "derived",
    how: "Each total split over age bands and specialties by bed days x an illustrative weight, never more than 85 % of the bed days of an age band and specialty.",
    source: "",
  },
  {
    what: "Cost per bed day and share in scope",
    standing: "illustrative",
    how: "Set around the published average of £672 an inpatient day (2018/19). Replace with your own.",
    source: `${PHS}: Scottish health service costs (the average only)`,
  },
  {
    what: "Budget lines and need by age",
    standing: "illustrative",
    how: "Invented at a plausible scale for each resident; the set-aside line equals the in-scope cost of the first year. Not any authority's budget, and not all of one.",
    source: "",
  },
  {
    what: "Assumptions",
    standing: "illustrative",
    how: "Cost shares, growth, inflation, uplifts, occupancy, ward steps, lags, premium and reserves are placeholders inside the usual ranges.",
    source: "",
  },
];

const warnings = [
  "The population projections are 2018-based and have been superseded: not for a board paper.",
  "Admissions and bed days come from different publications, so bed days for each admission are an index, not a published stay.",
  "Bed days by specialty count planned as well as emergency patients, wherever they live.",
  "Delayed bed days cover all hospitals, also those outside these specialties.",
  "Costs, shares in scope, budget lines and assumptions are illustrative.",
];

/** The descriptor of an example; `hospitals` says how the hospital shares were made. */
export function describe(name: string, title: string, about: string, hospitals: Provenance): DatasetDescription {
  return {
    name,
    title,
    description: `${about} ${ATTRIBUTION}.`,
    licenses: [
      {
        name: "OGL-UK-3.0",
        title: "Open Government Licence v3.0",
        path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
      },
    ],
    sources: [
      { title: `${PHS}, Crown copyright`, path: "https://www.opendata.nhs.scot/" },
      { title: `${NRS}, Crown copyright`, path: "https://www.nrscotland.gov.uk/" },
    ],
    careshift: {
      firstYear: BASE_YEAR,
      yearCount: YEAR_COUNT,
      definitions: {
        bedDay: "occupied bed days of staffed beds, by specialty and board of treatment (quarterly bed statistics)",
        admission: "emergency admissions of residents (weekly management information, not continuous stays)",
        yearKind: "financial",
        priceBase: "2024/25",
        costBasis: "direct cost of an occupied bed day, illustrative, set around the published average",
      },
      hospitalCostType: "hospital",
      provenance: [...provenance, hospitals],
      warnings: [...warnings],
    },
  };
}
