/**
 * What every resource speaks: problems, pages, idempotency keys, limits of a body. It knows no feature.
 */
@NullMarked
package io.mddc.upgrade.controlcenter.rest;

import org.jspecify.annotations.NullMarked;
