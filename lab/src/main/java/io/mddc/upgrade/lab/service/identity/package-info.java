/**
 * The Identity Service of the lab: sign-in and API keys, with its client. Knows no other part.
 */
@NullMarked
package io.mddc.upgrade.lab.service.identity;

import org.jspecify.annotations.NullMarked;
