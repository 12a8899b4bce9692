package bodies.owners;

import static dev.asyncfn.Async.await;

import bodies.owners.nested.Elsewhere;
import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.function.Supplier;

/** What a class does not inherit, and so means the member of a class around it; what hides and what is hidden. */
public class NotInherited {
    final Trace t;
    int packaged = 1;
    protected int guarded = 2;
    static int shared = 3;
    String hidden = "outer's";

    public NotInherited(Trace t) {
        this.t = t;
    }

    int packagedMethod() {
        return 10 + packaged;
    }

    static String sharedMethod() {
        return "NotInherited.sharedMethod ";
    }

    /** Its superclass is of another package, which is a subclass of this one's superclass. */
    class Far extends Elsewhere {
        Far(Trace t) {
            super(t);
        }

        @AsyncFn
        final String all() {
            packaged += await(t.leaf("x", 5));
            guarded++;
            Supplier<Integer> later = () -> packaged + packagedMethod();
            return packaged + " " + packagedMethod() + guarded + later.get() + ((NotInherited) this).packaged + shared;
        }
    }

    /** A private field hides its superclass's though it is not inherited. */
    static class Hiding extends NotInherited {
        private String hidden = "hiding";

        Hiding(Trace t) {
            super(t);
        }
    }

    class UnderHiding extends Hiding {
        UnderHiding(Trace t) {
            super(t);
        }

        @AsyncFn
        final String all() {
            hidden += await(t.leaf("x", "!"));
            return hidden + ((Hiding) this).hidden + ((NotInherited) this).hidden;
        }
    }

    /** Its own field hides the one around. */
    class Own extends NotInherited {
        String hidden = "own";

        Own(Trace t) {
            super(t);
        }

        @AsyncFn
        final String all() {
            hidden += await(t.leaf("x", "!"));
            return hidden + super_() + NotInherited.this.hidden;
        }

        private String super_() {
            return super.hidden;
        }
    }

    interface Constants {
        int LIMIT = 4;

        static int next() {
            return 5;
        }

        private static int secret() {
            return 6;
        }

        int get();

        @AsyncFn
        static int sum(Trace t) {
            Constants anonymous = new Constants() {
                @Override
                public int get() {
                    return next() + secret() + LIMIT;
                }
            };
            class Local implements Constants {
                @Override
                public int get() {
                    return next() * 100 + secret() * 10 + LIMIT;
                }
            }
            record Pair(int a, int b) implements Constants {
                @Override
                public int get() {
                    return next() + a + b + LIMIT;
                }
            }
            enum Few implements Constants {
                ONE {
                    @Override
                    public int get() {
                        return next() * 1000 + LIMIT;
                    }
                }
            }
            int x = await(t.leaf("x", 0));
            return x + anonymous.get() + new Local().get() + new Pair(1, 2).get() + Few.ONE.get();
        }
    }

    interface Sub extends Constants {
        static int next() {
            return 7;
        }

        @AsyncFn
        static int sum(Trace t) {
            int x = await(t.leaf("x", 0));
            Sub s = () -> next() + LIMIT + Constants.next();
            return x + s.get() + next();
        }
    }

    enum Colour {
        RED {
            @Override
            String name(Trace t) {
                return "red of " + secret();
            }
        },
        BLUE;

        private final int depth = 9;

        String name(Trace t) {
            return "colour " + depth;
        }

        private static String secret() {
            return "secret ";
        }

        @AsyncFn
        static String names(Trace t) {
            String s = await(t.leaf("s", "."));
            return s + RED.name(t) + BLUE.name(t) + secret() + BLUE.depth + valueOf("RED") + values().length;
        }
    }

    private static String mine() {
        return "mine ";
    }

    private int count = 1;

    @Case
    @AsyncFn
    final String ofAnotherPackage() {
        return new Far(t).all() + packaged + guarded;
    }

    @Case
    @AsyncFn
    final String hiddenFields() {
        return new UnderHiding(t).all() + hidden + new Own(t).all() + hidden;
    }

    @Case
    @AsyncFn
    static String interfaces(Trace t) {
        return Constants.sum(t) + " " + Sub.sum(t) + Colour.names(t);
    }

    @Case
    @AsyncFn
    final String localSubclasses() {
        class Local extends NotInherited {
            Local(Trace t) {
                super(t);
                packaged = 100;
            }

            String show() {
                count++;
                return mine() + packaged + packagedMethod() + guarded + count + sharedMethod() + hidden;
            }

            class Nested extends Local {
                Nested() {
                    super(Local.this.t);
                }

                @Override
                String show() {
                    return "nested " + super.show() + mine() + count + packaged;
                }
            }
        }
        Local local = new Local(t);
        await(t.tick("t"));
        return local.show() + local.new Nested().show() + new NotInherited(t) {
            @Override
            public String toString() {
                packaged++;
                return mine() + count++ + packaged + this.packaged + super.packaged + NotInherited.this.packaged;
            }
        };
    }
}
