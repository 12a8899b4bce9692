package bodies.names.lang;

@interface Override {}
