/**
 * The client of the lab's cluster: sends files of which it knows the answers, and writes down what it was promised, told and
 * refused. It talks to API Gateways only and knows nothing of upgrades.
 */
@NullMarked
package io.mddc.upgrade.lab.load;

import org.jspecify.annotations.NullMarked;
