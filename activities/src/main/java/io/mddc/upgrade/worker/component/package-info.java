/**
 * One client for each way to talk to a component. An answer that cannot be read is no answer; nothing here guesses, waits
 * or tries again.
 */
@NullMarked
package io.mddc.upgrade.worker.component;

import org.jspecify.annotations.NullMarked;
