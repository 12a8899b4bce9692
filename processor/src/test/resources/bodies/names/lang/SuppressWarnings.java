package bodies.names.lang;

@interface SuppressWarnings {}
