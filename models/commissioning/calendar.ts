/** Days and prices (sections 2 and 3). */
import type { Section } from "./section.ts";

export const calendar: Section = {
  inputs: [
    {
      id: "yearNumber",
      label: "Years since the base year",
      unit: "years",
      dims: ["year"],
      docs: "0 in the base year, 1 in the next.",
    },
    {
      id: "leapDay",
      label: "29 February",
      unit: "days",
      dims: ["year"],
      docs: "1 in a financial year that holds 29 February (its March is in a leap year), else 0.",
    },
    {
      id: "inScenario",
      label: "In the scenario",
      unit: "0 or 1",
      dims: ["world"],
      docs: "0 when doing nothing, 1 in the scenario: the only difference between the two.",
    },
    {
      id: "inflation",
      label: "Inflation",
      unit: "rate a year",
      dims: ["costType", "year"],
      docs: "Rise of prices on the year before, by type of cost; 0 in the base year.",
    },
    {
      id: "deflator",
      label: "Deflator",
      unit: "rate a year",
      dims: ["year"],
      docs: "Rise of general prices on the year before; turns nominal £ into real £ of the base year.",
    },
    {
      id: "hospitalCostType",
      label: "Type of cost of hospital care",
      unit: "0 or 1",
      dims: ["costType"],
      docs: "1 for the type of cost whose prices hospital care follows.",
    },
  ],
  variables: [
    {
      id: "days",
      label: "Days in the year",
      unit: "days",
      dims: ["year"],
      formula: "365 + leapDay",
      docs: "366 where the March of the financial year is in a leap year.",
    },
    {
      id: "priceIndex",
      label: "Price index",
      unit: "index, base year 1",
      dims: ["costType", "year"],
      formula: "cumprod(yearNumber > 0 ? 1 + inflation : 1)",
      docs: "1 in the base year, then the product of (1 + inflation).",
    },
    {
      id: "hospitalPriceIndex",
      label: "Hospital price index",
      unit: "index, base year 1",
      dims: ["year"],
      formula: "sum(priceIndex * hospitalCostType, costType)",
      docs: "The price index of hospital care.",
    },
    {
      id: "deflatorIndex",
      label: "Deflator index",
      unit: "index, base year 1",
      dims: ["year"],
      formula: "cumprod(yearNumber > 0 ? 1 + deflator : 1)",
      docs: "Real £ are nominal £ divided by this.",
    },
  ],
};
