package dev.asyncfn.vtable;

/** A type with a virtual async fn; {@link RepoAsync} is written as it is generated. */
public interface Repo {
    /**
     * Finds.
     *
     * @param id of what
     * @return what
     */
    String find(long id);
}
