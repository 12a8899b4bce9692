package dev.asyncfn.processor.fuzz;

/**
 * What some programs have and others have not. That asks no dice of the program's, so that a program without a feature is as it was before
 * there was that feature; the first hundred have none.
 *
 * @param privateGenerics private classes with type parameters
 * @param surrounds blocks that are shielded, or run with values bound to task locals
 * @param numbers short and float values, and boxed ones
 * @param library generic types of the class library: collections, streams, optional values, functions
 * @param shapes kinds of arrays, classes, constants, exceptions, bounds and switches that the others have not
 */
record Features(
        PrivateGenerics.Use privateGenerics, boolean surrounds, boolean numbers, boolean library, boolean shapes) {
    private static final long LAST_PLAIN = 100;
    private static final int PRIVATE_PERCENT = 25;
    private static final int SURROUNDING_PERCENT = 30;
    private static final int NUMBERS_PERCENT = 20;
    private static final int LIBRARY_PERCENT = 40;
    private static final int SHAPES_PERCENT = 30;

    private static final Features NONE = new Features(PrivateGenerics.Use.NONE, false, false, false, false);

    static Features of(long seed) {
        return seed <= LAST_PLAIN
                ? NONE
                : new Features(
                        privateGenerics(new Dice(31 * seed + 7)),
                        new Dice(37 * seed + 11).chance(SURROUNDING_PERCENT),
                        new Dice(43 * seed + 17).chance(NUMBERS_PERCENT),
                        new Dice(41 * seed + 13).chance(LIBRARY_PERCENT),
                        new Dice(47 * seed + 19).chance(SHAPES_PERCENT));
    }

    private static PrivateGenerics.Use privateGenerics(Dice dice) {
        if (!dice.chance(PRIVATE_PERCENT)) {
            return PrivateGenerics.Use.NONE;
        }
        return dice.chance(50) ? PrivateGenerics.Use.IN_BODIES : PrivateGenerics.Use.IN_SIGNATURES;
    }
}
