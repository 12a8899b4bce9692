package misuse;

import dev.asyncfn.AsyncFn;

/** What is declared inside a body has no name outside of it. */
final class LocalClassFn {
    Object anonymous = new Object() {
        @AsyncFn
        int load(int id) {
            return id;
        }
    };

    void local() {
        record Users() {
            @dev.asyncfn.AsyncFn
            static int load(int id) {
                return id;
            }
        }
        Runnable lambda = () -> {
            class InLambda {
                class Member {
                    @AsyncFn
                    final int load(int id) {
                        return id;
                    }
                }
            }
        };
    }
}
