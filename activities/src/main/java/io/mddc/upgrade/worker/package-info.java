/**
 * The worker of one host: its main, its configuration, the connection to the engine, the activities, its reports and the
 * permits it asks for. It ties the packages below it together; none of them sees this one.
 */
@NullMarked
package io.mddc.upgrade.worker;

import org.jspecify.annotations.NullMarked;
