package dev.asyncfn.vtable;

/** Has a class of the generated class's name beside it, which has nothing to do with async fns. */
final class OtherRepo implements Repo {
    @Override
    public String find(long id) {
        return "other " + id;
    }
}
