package shop;

/** Implements an async fn by one that it inherits. */
class Joined extends Base<String> implements Store<Integer> {}
