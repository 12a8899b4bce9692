// Which pieces of both texts belong together.
import {covers, holds, size, touches} from "./ranges.js";

/** What each part of the generated code does, in words. */
export const PARTS = {
    copy: "your own text",
    create: "creates the future that is awaited",
    poll: "polls it, and suspends if it is pending",
    value: "uses the value of the await",
    operand: "an operand that is kept across an await",
    condition: "decides where the code continues",
    jump: "goes on with another state",
    region: "handles exceptions: try, catch, finally",
    return: "completes the future",
    letGo: "lets go of a reference that is not needed any more",
    comment: "a comment",
    field: "a field, because the value outlives an await",
};

const largest = (links, side) => links.reduce((a, b) => (size(b[side]) > size(a[side]) ? b : a));
const smallest = (links, side) => links.reduce((a, b) => (size(b[side]) < size(a[side]) ? b : a));

/** The links of one async fn. Side `s` is the source, `g` the generated text. */
export class Links {
    constructor(links) {
        this.links = links;
    }

    /**
     * What belongs to a place in one of the texts: the innermost piece there, and all that comes from the same part of its line, which is
     * mostly a statement.
     */
    at(side, line, column) {
        const there = this.links.filter(link => holds(link[side], line, column));
        const near = there.length ? there : this.onLine(side, line);
        if (!near.length) {
            return null;
        }
        const link = there.length ? smallest(near, side) : largest(near, side);
        const inLine = near.filter(other => other[side][0] === other[side][2]);
        return this.of(link, inLine.length ? largest(inLine, side) : link);
    }

    /** @param whole what the link is a part of */
    of(link, whole = link) {
        return {link, links: this.links.filter(other => covers(whole.s, other.s))};
    }

    onLine(side, line) {
        return this.links.filter(link => touches(link[side], line));
    }

    /** The links of a line from left to right, one for each piece of the source: where the arrow keys lead. */
    stops(side, line) {
        const stops = new Map();
        for (const link of this.onLine(side, line)) {
            const key = link[side].join();
            if (link[side][0] === line && !stops.has(key)) {
                stops.set(key, link);
            }
        }
        return [...stops.values()].sort((a, b) => a[side][1] - b[side][1] || size(b[side]) - size(a[side]));
    }
}
