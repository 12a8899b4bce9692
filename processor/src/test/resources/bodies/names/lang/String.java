package bodies.names.lang;

final class String {
    final java.lang.String value;

    String(java.lang.String value) {
        this.value = value;
    }
}
