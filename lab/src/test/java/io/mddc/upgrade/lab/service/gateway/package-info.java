/** Tests of the API Gateway with the real parts behind it. */
@NullMarked
package io.mddc.upgrade.lab.service.gateway;

import org.jspecify.annotations.NullMarked;
