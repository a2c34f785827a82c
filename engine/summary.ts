/** What a window is told about a dataset. */
import type { Dataset } from "../datasets/index.ts";
import { financialYears, stridesOf } from "../models/index.ts";
import { specialtyHolds } from "../scenarios/index.ts";
import type { DatasetSummary } from "./contract/index.ts";

const ADULT = 18;

export function summariseDataset(id: string, dataset: Dataset): DatasetSummary {
  const holds = specialtyHolds(dataset);
  const steps = new Map(dataset.assumptions.map(({ key, value }) => [key, value]));
  return {
    id,
    name: dataset.name,
    title: dataset.title,
    hash: dataset.hash,
    years: financialYears(dataset.firstYear, dataset.yearCount),
    definitions: { ...dataset.definitions },
    areas: dataset.areas.map(named),
    bands: dataset.bands.map((band) => ({ ...named(band), lower: band.lower })),
    hospitals: dataset.hospitals.map(named),
    specialties: dataset.specialties.map((specialty, k) => ({
      ...named(specialty),
      line: specialty.line,
      inScope: specialty.inScope,
      directCost: specialty.directCost,
      holds: holds[k] ?? 0,
      closureStep: assumed(steps, `closure-step:${specialty.id}`),
      staffedBeds: dataset.staffedBeds?.values[k] ?? null,
    })),
    lines: dataset.lines.map((line) => ({ ...named(line), payer: line.payer, budget0: line.budget0 })),
    provenance: dataset.provenance.map((part) => ({ ...part })),
    assumptions: dataset.assumptions.map((assumption) => ({ ...assumption })),
    warnings: [...dataset.warnings],
    adults: adultsByArea(dataset),
  };
}

/**
 * People of the base year by area, from the band that begins nearest to 18 upwards (the later one of two equally near):
 * the denominator of adult rates.
 */
export function adultsByArea(dataset: Dataset): number[] {
  const lowers = dataset.bands.map((band) => band.lower);
  const from = lowers.reduce((best, lower) => (Math.abs(lower - ADULT) <= Math.abs(best - ADULT) ? lower : best));
  const members = {
    year: financialYears(dataset.firstYear, dataset.yearCount),
    area: dataset.areas.map(({ id }) => id),
    age: dataset.bands.map(({ id }) => id),
    sex: dataset.sexes.map(({ id }) => id),
  };
  const strides = stridesOf(members, dataset.population.dims);
  return dataset.areas.map((_, l) => {
    let people = 0;
    dataset.bands.forEach((band, a) => {
      if (band.lower < from) return;
      dataset.sexes.forEach((__, s) => {
        const cell = l * (strides["area"] ?? 0) + a * (strides["age"] ?? 0) + s * (strides["sex"] ?? 0);
        people += dataset.population.values[cell] ?? 0;
      });
    });
    return people;
  });
}

function named({ id, label }: { readonly id: string; readonly label: string }): { id: string; label: string } {
  return { id, label };
}

function assumed(values: ReadonlyMap<string, number>, key: string): number {
  const value = values.get(key);
  if (value === undefined) throw new Error(`The dataset's assumption register lacks "${key}".`);
  return value;
}
