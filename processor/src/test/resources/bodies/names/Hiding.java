package bodies.names;

import static bodies.names.other.Statics.NAME;
import static bodies.names.other.Statics.limit;
import static bodies.names.other.Statics.only;
import static bodies.names.other.Statics.twice;
import static dev.asyncfn.Async.await;

import bodies.names.other.Statics.Nested;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;

/** Members that hide, overload, or are hidden by, inherited ones, enclosing ones and imports. */
final class Hiding {
    private Hiding() {}

    interface Constants {
        int SIZE = 11;

        static String kind() {
            return "interface";
        }
    }

    static class Parent {
        String name = "parent";
        static String kind = "static parent";

        String describe() {
            return "parent's " + name;
        }

        static String make() {
            return "made by parent";
        }

        static class Nested {
            final int n = 1;
        }
    }

    static final class Child extends Parent implements Constants {
        String name = "child";
        static String kind = "static child";
        private final Trace t;

        Child(Trace t) {
            this.t = t;
        }

        static String make() {
            return "made by child";
        }

        @Override
        String describe() {
            return "child's " + name;
        }

        String twice(String s) {
            return "own " + s;
        }

        static String kind() {
            return "own kind";
        }

        @AsyncFn
        String hides() {
            String s = name + await(t.leaf("a", ((Parent) this).name)) + describe() + make() + Parent.make();
            name += "!";
            ((Parent) this).name += await(t.leaf("b", "?"));
            kind += "*";
            Parent.kind += "+";
            Nested nested = new Nested();
            return s + name + ((Parent) this).name + kind + Parent.kind + nested.n + twice("x") + SIZE + kind()
                    + Constants.kind();
        }
    }

    final class Inner extends Parent {
        private final Trace t;
        private final int limit = 3;

        Inner(Trace t) {
            this.t = t;
        }

        String field() {
            return "inner";
        }

        @AsyncFn
        String inherits() {
            int local = limit + await(t.leaf("n", 1));
            return local + name + describe() + make() + kind + field() + own() + Hiding.this.name + new Nested().n;
        }
    }

    private String name = "outer";

    private String own() {
        return "own " + name;
    }

    @Case
    @AsyncFn
    static String inheritedMembersAreHidden(Trace t) {
        return new Child(t).hides() + new Hiding().new Inner(t).inherits();
    }

    @Case
    @AsyncFn
    static String importsAreHidden(Trace t) {
        String s = NAME + limit + twice(await(t.leaf("a", "a"))) + only("b") + new Nested().n;
        limit++;
        int limit = await(t.leaf("limit", 5));
        class Nested {
            final int n = 2;

            String only(String s) {
                return "local " + s + only(s, 1);
            }

            String only(String s, int n) {
                return s + n;
            }
        }
        await(t.tick("t"));
        return s + limit + new Nested().n + new Nested().only("c") + twice(NAME);
    }
}
