package reactor.core.publisher;

public class Mono<T> {}
