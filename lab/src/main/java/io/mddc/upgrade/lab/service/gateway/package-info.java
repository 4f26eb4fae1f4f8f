/**
 * The API Gateway of the lab: what clients submit files to and fetch results from. Owns no data.
 */
@NullMarked
package io.mddc.upgrade.lab.service.gateway;

import org.jspecify.annotations.NullMarked;
