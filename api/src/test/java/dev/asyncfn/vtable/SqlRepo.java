package dev.asyncfn.vtable;

class SqlRepo implements Repo {
    @Override
    public String find(long id) {
        return "the method " + id;
    }

    /** Its entry is found by the names of both classes. */
    static class Cached extends SqlRepo {
        @Override
        public String find(long id) {
            return "the method of Cached " + id;
        }
    }
}
