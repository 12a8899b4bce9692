package misuse;

import dev.asyncfn.AsyncFn;

/** Bounds of the owner's type parameters. */
final class PrivateTypeInBounds {
    private static class Hidden {}

    static class Owner<T extends Hidden> {
        @AsyncFn
        final void first(T t) {}

        static class Nested<U extends Hidden> {
            @AsyncFn
            static void fine() {}

            class Inner {
                @AsyncFn
                final void second() {}
            }
        }

        @AsyncFn
        static void fine() {}
    }
}
