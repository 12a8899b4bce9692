package dev.asyncfn.test;

/** Seeds of random numbers. */
final class Seed {
    private Seed() {}

    /** As SplitMix64 does: the first numbers of a {@link java.util.Random} are nearly the same for seeds that are near each other. */
    static long mixed(long seed) {
        long mixed = seed + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ mixed >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
