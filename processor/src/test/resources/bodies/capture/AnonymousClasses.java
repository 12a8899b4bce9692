package bodies.capture;

import static dev.asyncfn.Async.await;

import dev.asyncfn.AsyncFn;
import dev.asyncfn.processor.differential.Case;
import dev.asyncfn.processor.differential.Trace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;

final class AnonymousClasses {
    private int count = 1;
    private final Trace t;

    AnonymousClasses(Trace t) {
        this.t = t;
    }

    private int next() {
        return ++count;
    }

    abstract static class Template {
        final int seed;

        Template(int a, int b) {
            seed = a * 10 + b;
        }

        abstract int run();
    }

    @Case
    @AsyncFn
    int ownMembersOfTheSameNames() {
        Callable<Integer> c = new Callable<>() {
            private int count = 100;

            private int next() {
                return ++count + AnonymousClasses.this.next() + AnonymousClasses.this.count;
            }

            @Override
            public Integer call() {
                return next() + this.count;
            }
        };
        await(t.tick("t"));
        try {
            return c.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Case
    @AsyncFn
    int membersOfTheOwner() {
        int n = await(t.leaf("n", 5));
        Template x = new Template(1, 2) {
            @Override
            int run() {
                count += n;
                return next() + seed;
            }
        };
        await(t.tick("t"));
        return x.run() + x.run() + count;
    }

    @Case
    @AsyncFn
    static int constructorArgumentsAwait(Trace t) {
        int n = await(t.leaf("n", 1000));
        Template x = new Template(t.v("a", 1), await(t.leaf("b", 2))) {
            @Override
            int run() {
                return seed + n;
            }
        };
        await(t.tick("t"));
        return x.run();
    }

    @Case
    @AsyncFn
    String capturesEachIteration() {
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            int x = i;
            await(t.tick("t" + i));
            all.add(new Object() {
                final int y = x * 10;

                @Override
                public String toString() {
                    return x + ":" + y;
                }
            });
        }
        await(t.tick("end"));
        return all.toString();
    }

    @Case
    @AsyncFn
    static String comparator(Trace t) {
        List<String> list = await(t.leaf("list", new ArrayList<>(List.of("bb", "a", "ccc"))));
        int sign = await(t.leaf("sign", -1));
        list.sort(new Comparator<String>() {
            @Override
            public int compare(String a, String b) {
                return sign * Integer.compare(a.length(), b.length());
            }
        });
        await(t.tick("t"));
        return list.toString();
    }

    @Case
    @AsyncFn
    int nestedAnonymous() {
        int a = await(t.leaf("a", 1));
        Template outer = new Template(a, 1) {
            @Override
            int run() {
                int b = a + seed;
                return new Template(b, 0) {
                    @Override
                    int run() {
                        return a + b + seed + count;
                    }
                }.run();
            }
        };
        await(t.tick("t"));
        return outer.run();
    }

    @Case
    @AsyncFn
    static int leftOfAnAwait(Trace t) {
        int n = await(t.leaf("n", 3));
        return add(new Template(1, 1) {
            @Override
            int run() {
                return n;
            }
        }, await(t.leaf("m", 20)));
    }

    private static int add(Template x, int m) {
        return x.run() + x.seed + m;
    }

    @Case
    @AsyncFn
    String initialiserBlock() {
        String s = await(t.leaf("s", "s"));
        List<String> list = new ArrayList<>() {
            private static final long serialVersionUID = 1L;

            {
                add(s);
                add("n" + next());
            }
        };
        await(t.tick("t"));
        return list.toString();
    }
}
