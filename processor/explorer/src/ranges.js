// Ranges are [line, column, end line, end column], counted from 1; the end is just past the last char.

export const lines = ([first, , last, column]) =>
    Array.from({length: (column === 1 ? last - 1 : last) - first + 1}, (_, i) => first + i);

const before = (line, column, l, c) => line < l || (line === l && column < c);

export function holds([line, column, endLine, endColumn], l, c) {
    return !before(l, c, line, column) && before(l, c, endLine, endColumn);
}

/** Whether the second lies in the first. */
export function covers(outer, inner) {
    return !before(inner[0], inner[1], outer[0], outer[1]) && !before(outer[2], outer[3], inner[2], inner[3]);
}

/** About how large a range is, to tell inner ones from outer ones. */
export const size = ([line, column, endLine, endColumn]) => (endLine - line) * 1000 + endColumn - column;

export const touches = ([line, , endLine], l) => line <= l && l <= endLine;

/** The lines of ranges in words: `lines 3 to 5, 8`. */
export function say(...ranges) {
    const all = [...new Set(ranges.flatMap(lines))].sort((a, b) => a - b);
    const runs = [];
    for (const line of all) {
        if (runs.length && runs.at(-1)[1] === line - 1) {
            runs.at(-1)[1] = line;
        } else {
            runs.push([line, line]);
        }
    }
    const texts = runs.map(([from, to]) => (from === to ? from : to === from + 1 ? `${from}, ${to}` : `${from} to ${to}`));
    return `${all.length === 1 ? "line" : "lines"} ${texts.join(", ")}`;
}

/** The text of a range, in one line. */
export function cut(fileLines, [line, column, endLine, endColumn]) {
    if (line === endLine) {
        return fileLines[line - 1].slice(column - 1, endColumn - 1);
    }
    const middle = fileLines.slice(line, endLine - 1).map(l => l.trim());
    return [fileLines[line - 1].slice(column - 1), ...middle, fileLines[endLine - 1].slice(0, endColumn - 1).trim()]
        .join(" ");
}
