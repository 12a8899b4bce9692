package dev.asyncfn.processor.emit;

/**
 * What the futures of a facade have in common, and add to while they are written: their file has one of each.
 *
 * @param byOrdinal whether to switch over the ordinals of states
 */
record FacadeParts(BridgeWriter bridge, StaticImports staticImports, Bodies bodies, boolean byOrdinal) {}
