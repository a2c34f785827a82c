/** Worth knowing, and never computed with. */
import type { ContextEntry, Grade } from "./entry.ts";

function context(
  id: string,
  title: string,
  summary: string,
  findings: readonly (readonly [finding: string, source: string, grade: Grade])[],
  transferability: string,
): ContextEntry {
  return {
    id,
    title,
    kind: "context",
    summary,
    findings: findings.map(([finding, source, grade]) => ({ finding, source, grade })),
    transferability,
  };
}

export const contexts: readonly ContextEntry[] = [
  context(
    "hospital-at-home-scotland",
    "Hospital at home in Scotland, 2024/25",
    "What the services of the whole country say they did in a year.",
    [
      [
        "15,470 people; 672 hospital beds and 477 care-home admissions said to be avoided; £16.7m by a cheaper episode and £39.4m in the next six months: £56.1m, £3,626 a person.",
        "Healthcare Improvement Scotland 2024/25",
        "service claim",
      ],
    ],
    "672 beds for a year are 15.9 bed days a person, more than twice the service's own stay of 6.5 days (2023/24). That stay is throughput, never an effect.",
  ),
  context(
    "technology-enabled-care",
    "Technology enabled care",
    "A national programme of alarms, sensors, video calls and home measurement.",
    [["Over 25,000 more citizens live safely at home.", "National claim", "service claim"]],
    "No effect on hospital use is stated.",
  ),
  context(
    "recovery-college",
    "Recovery college, Marseille",
    "Courses on living with mental illness, taught by people who do.",
    [["Less self-stigma and more recovery among students.", "The college's own account", "service claim"]],
    "No effect on hospital use and no unit cost is given; the €250 that is named is a reward paid to students.",
  ),
  context(
    "capitated-health-centre",
    "Health centre paid by the head, Ghent",
    "A health centre that is paid for each person on its list, whatever it does for her.",
    [
      ["Equal or better quality at similar or lower cost.", "Comparison of centres", "comparison"],
      ['A falls outreach, "rest rusts", that has not been evaluated.', "The centre's own account", "none"],
    ],
    "Another way of paying for general practice; no effect on hospital use is stated.",
  ),
  context(
    "national-expectation",
    "What integration was expected to save",
    "The government's estimate when the Act was passed.",
    [["£138m to £157m for Scotland; the period is not stated.", "Government estimate", "none"]],
    "A prediction, never a programme: auditors have since found little evidence of a shift.",
  ),
];
