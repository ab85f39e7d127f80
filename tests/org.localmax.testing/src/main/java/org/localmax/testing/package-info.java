/** What tests of several modules share: golden cases, and generators of random configurations. */
package org.localmax.testing;
