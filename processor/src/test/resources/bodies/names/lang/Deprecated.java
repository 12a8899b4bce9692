package bodies.names.lang;

@interface Deprecated {}
