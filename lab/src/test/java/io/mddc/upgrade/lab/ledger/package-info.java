/** Tests of the books: each kind of error is put in, and must be seen. */
@NullMarked
package io.mddc.upgrade.lab.ledger;

import org.jspecify.annotations.NullMarked;
