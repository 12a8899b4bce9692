package lesson_19_virtual;

/** Overrides an async fn by a method that is none. */
final class FakeUserRepo implements UserRepo {
    @Override
    @SuppressWarnings("asyncfn:plain_override") // it does not wait
    public String find(long id) {
        return "fake " + id;
    }
}
