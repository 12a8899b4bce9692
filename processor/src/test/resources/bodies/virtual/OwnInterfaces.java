package bodies.virtual;

import static dev.asyncfn.Async.async;
import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/** {@code Shape.super} means the interface of the class that it stands in, also where that class stands in the interface itself. */
final class OwnInterfaces {
    private OwnInterfaces() {}

    interface Shape {
        String name();

        default String text() {
            return "text of " + name();
        }

        @AsyncFn
        default String show(Trace t) {
            return await(t.leaf("show", "shape ")) + name();
        }

        record Square(String name) implements Shape {
            @Override
            public String text() {
                return "square";
            }

            @AsyncFn
            @Override
            public String show(Trace t) {
                Supplier<String> text = Shape.super::text;
                return "square " + await(Shape.super.show(t)) + Shape.super.text() + text.get();
            }
        }

        @AsyncFn
        default String anonymous(Trace t) {
            Shape wrapped = new Shape() {
                @Override
                public String name() {
                    return "wrapped " + Shape.this.name();
                }

                @Override
                public String text() {
                    Supplier<String> text = Shape.super::text;
                    return "[" + Shape.super.text() + text.get() + "]";
                }
            };
            return await(t.leaf("a", "a ")) + wrapped.text();
        }

        @AsyncFn
        static String inStatic(Trace t) {
            class Local implements Shape {
                @Override
                public String name() {
                    return "local";
                }

                @Override
                public String text() {
                    return "<" + Shape.super.text() + ">";
                }
            }
            return await(t.leaf("s", "s ")) + new Local().text();
        }

        @AsyncFn
        default String ofLocals(Trace t) {
            record Pair(String name) implements Shape {
                @Override
                public String text() {
                    return "{" + Shape.super.text() + "}";
                }
            }
            enum One implements Shape {
                ONE;

                @Override
                public String text() {
                    return "(" + Shape.super.text() + ")";
                }
            }
            interface Function extends Shape {
                @Override
                default String text() {
                    return "-" + Shape.super.text() + "-";
                }
            }
            Function function = () -> "function";
            return await(t.leaf("l", "l ")) + new Pair("pair").text() + One.ONE.text().replace("ONE", "one") + function.text();
        }

        @AsyncFn
        default String inBlock(Trace t) {
            return await(async(() -> {
                Shape wrapped = new Shape() {
                    @Override
                    public String name() {
                        return "block of " + Shape.this.name();
                    }

                    @Override
                    public String text() {
                        return "{" + Shape.super.text() + "}";
                    }
                };
                return await(t.leaf("b", "b ")) + wrapped.text();
            }));
        }
    }

    interface Expression<T> {
        @AsyncFn
        default String show(Trace t, T value) {
            return await(t.leaf("show", "of ")) + value;
        }

        record Literal<T>(T literal) implements Expression<T> {
            @AsyncFn
            @Override
            public String show(Trace t, T value) {
                return "literal " + await(Expression.super.show(t, value)) + literal;
            }
        }
    }

    private record Named(String name) implements Shape {}

    @Case
    @AsyncFn
    static String nestedInIt(Trace t) {
        return await(new Shape.Square("s").show(t));
    }

    @Case
    @AsyncFn
    static String genericAndNestedInIt(Trace t) {
        return await(new Expression.Literal<>(2).show(t, 3));
    }

    @Case
    @AsyncFn
    static String anonymousInABodyOfIt(Trace t) {
        return await(new Named("n").anonymous(t));
    }

    @Case
    @AsyncFn
    static String localInAStaticBodyOfIt(Trace t) {
        return await(Shape.inStatic(t));
    }

    @Case
    @AsyncFn
    static String localRecordsEnumsAndInterfacesInABodyOfIt(Trace t) {
        return await(new Named("n").ofLocals(t));
    }

    @Case
    @AsyncFn
    static String anonymousInABlockOfIt(Trace t) {
        return await(new Named("n").inBlock(t));
    }
}
