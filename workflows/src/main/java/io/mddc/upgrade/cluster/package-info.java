/**
 * What a cluster is made of: components with their impact level and upgrade method, instances, hosts, packages, versions
 * and their orders. Depends on no other package of the product.
 */
@NullMarked
package io.mddc.upgrade.cluster;

import org.jspecify.annotations.NullMarked;
