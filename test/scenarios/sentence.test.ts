import { describe, expect, it } from "vitest";
import { resultSentence, textOf, wardClosures } from "../../scenarios/index.ts";
import { moving, told, type Figures } from "./told.ts";

const SPACE = "\u202F";
const fewer = { nothing: [300_000, 310_000, 320_000], scenario: [300_000, 305_000, 275_200] };
const money = {
  avoided: [0, 1e6, 6e6],
  released: [0, 0, 0],
  stranded: [0, 0, 2e6],
  shiftedOut: [0, 4e6, 8.4e6],
  bridging: [0, 4e6, 8.4e6],
};
const sixWays = moving({
  "hospital-at-home": 2_900_000,
  "intermediate-care": 2_100_000,
  "rapid-response": 1_250_000,
  reablement: 950_000,
  "falls-exercise": 650_000,
  "anticipatory-care": 550_000,
});

function said(figures: Figures, scenario = sixWays): string {
  return textOf(resultSentence(told(figures, scenario)).segments);
}

describe("the result sentence", () => {
  it("says what is moved, what it does, and that no ward closes", () => {
    // 320,000 - 275,200 = 44,800; of 320,000 that is 14 %.
    expect(said({ bedDays: fewer, money })).toBe(
      `Moving £8.40m a year from the set-aside into six community programmes leaves emergency bed days in 2026/27 14${SPACE}% below doing nothing: 44,800 fewer. ` +
        "Most of that is growth avoided, not cash. " +
        "No ward can close by 2026/27, so no cash is released that year and £8.40m of double running needs a funder. Money in 2024/25 prices.",
    );
  });

  it("sets the figures that matter in heavier type", () => {
    const strong = resultSentence(told({ bedDays: fewer, money }, sixWays)).segments.filter((each) => each.strong);
    expect(strong.map((each) => each.text)).toEqual([
      "£8.40m a year",
      `14${SPACE}% below doing nothing`,
      "No ward can close",
      "£8.40m of double running",
    ]);
  });

  it("names the ward that closes, its year, and what is released then", () => {
    const figures = {
      bedDays: fewer,
      money: { ...money, released: [0, 2.55e6, 3e6], bridging: [0, 5.85e6, 5.4e6] },
      closed: { "royal general-medicine": { nothing: [0, 0, 0], scenario: [0, 6, 24] } },
    };
    expect(said(figures)).toContain(
      "One 24-bed ward can close, in 2025/26 (General medicine, Royal), so £2.55m is released in 2025/26 and £5.85m of double running needs a funder.",
    );
  });

  it("says that no cash comes where nobody holds the beds shut, and what would", () => {
    const figures = {
      bedDays: fewer,
      money: { ...money, released: [0, 0, 0], releasedIfHeld: [0, 2.55e6, 3e6] },
      closed: { "royal general-medicine": { nothing: [0, 0, 0], scenario: [0, 6, 24] } },
    };
    expect(said(figures)).toContain(
      "One 24-bed ward can close, in 2025/26 (General medicine, Royal), but no cash is released in 2025/26 because nobody has agreed to hold the beds shut (£2.55m would be) and £4.00m of double running needs a funder.",
    );
    expect(said({ ...figures, closed: {} })).toContain(
      "No ward can close by 2026/27, and no cash is released that year because nobody has agreed to take out the cost of the bed days saved (£3.00m would be) and",
    );
  });

  it("gives the release at 100 % beside a part of it", () => {
    const part = { ...money, released: [0, 0, 1e6], releasedIfHeld: [0, 0, 3e6] };
    expect(said({ bedDays: fewer, money: part })).toContain(
      "so only £1.00m is released that year (£3.00m if all of it were held) and",
    );
  });

  it("says when a ward is needed again", () => {
    const figures = {
      bedDays: fewer,
      money: { ...money, released: [0, 2.55e6, 0] },
      closed: { "royal general-medicine": { nothing: [0, 0, 0], scenario: [0, 24, 0] } },
    };
    expect(said(figures)).toContain(
      "One 24-bed ward can close, in 2025/26 (General medicine, Royal), and is needed again in 2026/27, so",
    );
  });

  it("counts wards and beds where several close", () => {
    const figures = {
      bedDays: fewer,
      money,
      closed: {
        "county geriatric-medicine": { nothing: [0, 0, 0], scenario: [0, 12, 24] },
        "royal general-medicine": { nothing: [0, 0, 0], scenario: [0, 0, 24] },
      },
    };
    expect(said(figures)).toContain(
      "Three wards can close, 48 beds in all, the first in 2025/26 (Geriatric medicine, County), so",
    );
  });

  it("does not count a ward that closes doing nothing as well", () => {
    const both = { nothing: [0, 24, 24], scenario: [0, 24, 24] };
    expect(wardClosures(told({ closed: { "royal general-medicine": both } }))).toEqual([]);
  });

  it("takes the ward's size from the scenario where it changes it", () => {
    const closed = { "royal general-medicine": { nothing: [0, 0, 0], scenario: [0, 0, 30] } };
    const scenario = { ...sixWays, assumptions: { "closure-step:general-medicine": 30 } };
    expect(said({ bedDays: fewer, money, closed }, { ...sixWays, ...scenario })).toContain("One 30-bed ward can close");
  });

  it("says when most is stranded, and when most is cash", () => {
    expect(said({ bedDays: fewer, money: { ...money, stranded: [0, 0, 9e6] } })).toContain(
      "Most of that is cost stranded in the hospital, not cash.",
    );
    const released = said({ bedDays: fewer, money: { ...money, released: [0, 0, 9e6], bridging: [0, 0, 0] } });
    expect(released).toContain("Most of its value is released as cash.");
    expect(released).toContain("so only £9.00m is released that year and no double running needs a funder.");
    const shared = said({ bedDays: fewer, money: { ...money, released: [0, 0, 5e6], stranded: [0, 0, 5e6] } });
    expect(shared).toContain("Less than half of its value is released as cash");
  });

  it("says plainly when bed days go up although money moved", () => {
    const more = { nothing: [300_000, 310_000, 320_000], scenario: [300_000, 312_000, 323_000] };
    const sentence = said({
      bedDays: more,
      money: { shiftedOut: [0, 4e6, 8.4e6], bridging: [0, 4e6, 8.5e6], released: [0, 0, -1e5] },
    });
    // 3,000 of 320,000 is 0.94 %.
    expect(sentence).toContain(`in 2026/27 0.9${SPACE}% above doing nothing: 3,000 more.`);
    expect(sentence).not.toContain("Most of that");
    expect(sentence).toContain("No ward can close by 2026/27, so £100k more is spent in the hospital that year");
  });

  it("says plainly when nothing changes although money moved", () => {
    expect(said({ money: { shiftedOut: [0, 4e6, 8.4e6], bridging: [0, 4e6, 8.4e6] } })).toContain(
      "leaves emergency bed days in 2026/27 as they would be doing nothing.",
    );
  });

  it("says of a cut what it costs the hospital", () => {
    const more = { nothing: [300_000, 310_000, 320_000], scenario: [300_000, 312_000, 323_060] };
    expect(said({ bedDays: more, money: { avoided: [0, 0, -1.81e6] } }, moving({ reablement: -2_080_000 }))).toBe(
      `Moving £2.08m a year from one community programme back to the set-aside leaves emergency bed days in 2026/27 1.0${SPACE}% above doing nothing: 3,060 more. ` +
        "The hospital costs £1.81m more that year than doing nothing, growth avoided included. Money in 2024/25 prices.",
    );
  });

  it("says when cuts pay for growth elsewhere", () => {
    const sentence = (amounts: Record<string, number>) => said({}, moving(amounts)).split(" leaves ")[0];
    expect(sentence({ reablement: -500_000, telecare: 500_000 })).toBe(
      "Moving £500k a year from one community programme into one community programme",
    );
    expect(sentence({ reablement: -500_000, telecare: 1_500_000 })).toBe(
      "Moving £1.00m a year from the set-aside and £500k a year from one community programme into one community programme",
    );
    expect(sentence({ reablement: -2_000_000, telecare: 500_000 })).toBe(
      "Moving £2.00m a year from one community programme, £1.50m of it back to the set-aside and the rest into one community programme",
    );
  });

  it("tells new money from moved money", () => {
    expect(said({}, moving({ telecare: 700_000, reablement: 300_000 }, null)).split(" leaves ")[0]).toBe(
      "Spending £1.00m a year of new money on two community programmes",
    );
    const both = {
      shifts: [...(moving({ telecare: 700_000 }, null).shifts ?? []), ...(moving({ telecare: 300_000 }).shifts ?? [])],
    };
    expect(said({}, both).split(" leaves ")[0]).toBe(
      "Moving £300k a year from the set-aside and £700k a year of new money into one community programme",
    );
    expect(said({}, moving({ telecare: 300_000 }, "all")).split(" leaves ")[0]).toBe(
      "Moving £300k a year from the set-aside into one community programme",
    );
  });

  it("says in which prices amounts are when not the base year's", () => {
    const shifts = (priceBase: string) => ({
      shifts: (sixWays.shifts ?? []).map((shift) => ({ ...shift, priceBase })),
    });
    expect(said({}, shifts("cash"))).toContain("from the set-aside (in cash, never repriced) into six");
    expect(said({}, shifts("2026/27"))).toContain("from the set-aside (2026/27 prices) into six");
    expect(said({}, shifts("2024/25"))).toContain("from the set-aside into six");
  });

  it("describes doing nothing when nothing is moved", () => {
    const growing = { nothing: [300_000, 310_000, 330_000], scenario: [300_000, 310_000, 330_000] };
    expect(said({ bedDays: growing }, {})).toBe(
      `No money is moved, so this is doing nothing: emergency bed days rise from 300,000 in 2024/25 to 330,000 in 2026/27, 10${SPACE}% more.`,
    );
    const flat = said({}, {});
    expect(flat).toBe("No money is moved, so this is doing nothing: emergency bed days stay at 100,000 in 2024/25.");
    const falling = { nothing: [300_000, 310_000, 270_000], scenario: [300_000, 310_000, 270_000] };
    expect(said({ bedDays: falling }, {})).toContain(
      `fall from 300,000 in 2024/25 to 270,000 in 2026/27, 10${SPACE}% fewer.`,
    );
  });

  it("is the same every time", () => {
    expect(said({ bedDays: fewer, money })).toBe(said({ bedDays: fewer, money }));
  });
});

describe("the main caveat", () => {
  const caveat = (scenario: Parameters<typeof told>[1]) => resultSentence(told({}, scenario)).caveat;

  it("is how well the effect is known of what gets most of the money", () => {
    expect(caveat(sixWays)).toBe(
      `The largest part of the money goes to Hospital at home; the effect on admissions used here, 50${SPACE}% of referrals (from 30${SPACE}% to 80${SPACE}%), is a placeholder: nobody has measured it here.`,
    );
    expect(caveat(moving({ "rapid-response": 5, telecare: 1 }))).toContain(
      "Most of the money goes to Rapid response; the effect on admissions",
    );
    expect(caveat(moving({ "rapid-response": 5 }))).toContain("All of the money goes to Rapid response");
    expect(caveat(moving({ "rapid-response": 5 }))).toContain("rests on a service's own claim.");
    expect(caveat(moving({ "end-of-life-nursing": 5 }))).toContain("in the evidence.");
    expect(caveat(moving({ telecare: 5 }))).toContain(
      "no effect on hospital use is assumed for it, as the evidence found none.",
    );
    expect(caveat(moving({ reablement: -5 }))).toContain("All of the money comes from Reablement");
  });

  it("says when the scenario set the effect itself", () => {
    const programmes = [
      { id: "telecare", evidence: "telecare", label: "Alarms", parameters: { effectOnAdmissions: 0.2 } },
    ];
    expect(caveat({ ...moving({ telecare: 5 }), programmes })).toBe(
      `All of the money goes to Alarms; the effect on admissions used here, 20${SPACE}% of their admissions, was set in this scenario: the evidence library starts at 0${SPACE}% (from \u22127${SPACE}% to 25${SPACE}%).`,
    );
  });

  it("goes on with what is invented in the dataset, and its warnings", () => {
    const provenance = [
      { what: "Cost per bed day", standing: "illustrative" },
      { what: "Population", standing: "real" },
      { what: "Budget lines", standing: "illustrative" },
    ];
    const { furtherCaveats } = resultSentence(
      told({}, sixWays, { provenance, warnings: ["Projections are superseded."] }),
    );
    expect(furtherCaveats).toEqual([
      "Illustrative, not real, in this dataset: cost per bed day and budget lines.",
      "Projections are superseded.",
    ]);
    const nothing = resultSentence(told({}, {}, { provenance, warnings: ["Some figures are illustrative."] }));
    expect([nothing.caveat, nothing.furtherCaveats]).toEqual(["Some figures are illustrative.", []]);
  });
});
