/**
 * Stands for Redis, RabbitMQ and PostgreSQL: the durable task queue, the results and the leases of living Cores, with the
 * client and the records others read them by. Knows no other part.
 */
@NullMarked
package io.mddc.upgrade.lab.service.shared;

import org.jspecify.annotations.NullMarked;
