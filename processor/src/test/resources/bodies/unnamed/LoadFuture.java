/** Called like the future of an async fn beside it: nothing can qualify a class that has no package. */
class LoadFuture<T> {
    static final String CONSTANT = "constant";
    final T value;

    LoadFuture(T value) {
        this.value = value;
    }

    static class Nested {
        @Override
        public String toString() {
            return "nested";
        }
    }
}
