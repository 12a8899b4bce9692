/** Types as services have them, whose objects are mocks and proxies in tests and at work. */
package dev.asyncfn.samples.frameworks;
