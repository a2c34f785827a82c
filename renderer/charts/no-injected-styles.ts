/**
 * The chart library writes two style sheets into the page when it is loaded: its own (used for hover labels and tool bar,
 * which we do not show) and its map's. Both look first whether they are there already: so that no inline style is needed
 * (and none need be allowed), marks with their ids are put there before the library is loaded.
 */
export const STYLE_IDS = ["plotly.js-style-global", "9f215cf04c5486422605d13261cb87401f4e7763b6296af81e98efbc0130da53"];

export function standInForInjectedStyles(page: Document): void {
  for (const id of STYLE_IDS) {
    if (page.getElementById(id) !== null) continue;
    const mark = page.createElement("meta");
    mark.id = id;
    mark.className = "no-inline-styles";
    page.head.append(mark);
  }
}
