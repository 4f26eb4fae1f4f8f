/**
 * The database: connection, migrations, how domain values become columns. It knows no feature and holds no statement.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.store;

import org.jspecify.annotations.NullMarked;
