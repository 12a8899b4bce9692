package bodies.names.lang;

@interface SafeVarargs {}
