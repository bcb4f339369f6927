// What is shown: filters ask the shape of a segment, which the index knows before an article is opened.

const filter = {
  levels: new Set(),
  rungs: new Set(),
  languages: new Set(index.targets),
  rule: "",
  changed: new Set(),
  hits: null, // by article number the segments that hold the searched words, with their shapes
};

/** Whether anything is asked for that not every segment has. */
const picky = () => Boolean(filter.levels.size || filter.rungs.size || filter.rule || filter.changed.size);

/** Whether not everything is shown. */
const narrowed = () => picky() || filter.hits !== null;

/** Whether a finding is asked for. */
const wantsFinding = (rule, level) =>
  (!filter.rule || filter.rule === rule) && (!filter.levels.size || filter.levels.has(level));

/** Whether one side of a segment is all that is asked for. */
function sideMatches(side) {
  return filter.languages.has(side.language)
    && (!filter.changed.size || side.changed)
    && (!filter.rungs.size || side.rungs.some((rung) => filter.rungs.has(rung)))
    && (!(filter.rule || filter.levels.size) || side.findings.some(([rule, level]) => wantsFinding(rule, level)));
}

const shapeMatches = (shape) => !picky() || index.shapes[shape].some(sideMatches);

/** Whether segment `place` of article `number`, which has the shape `shape`, is shown. */
const shows = (number, place, shape) =>
  shapeMatches(shape) && (!filter.hits || Boolean(filter.hits.get(number)?.has(place)));

/** [shape, how many] of the segments that are shown of the article. */
function shownShapes(number) {
  const shapes = filter.hits
    ? [...(filter.hits.get(number)?.values() ?? [])].map((shape) => [shape, 1])
    : index.articles[number].shapes;
  return shapes.filter(([shape]) => shapeMatches(shape));
}

const segmentsShown = (number) => shownShapes(number).reduce((sum, [, count]) => sum + count, 0);

/** How many findings of the article are shown. */
function findingsShown(number) {
  let sum = 0;
  for (const [shape, count] of shownShapes(number)) {
    for (const side of index.shapes[shape].filter(sideMatches)) {
      sum += count * side.findings.filter(([rule, level]) => wantsFinding(rule, level)).length;
    }
  }
  return sum;
}
