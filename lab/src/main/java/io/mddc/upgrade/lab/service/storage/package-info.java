/**
 * The File Storage of the lab: blobs by id on disk, the format they lie in, with its client. Knows no other part.
 */
@NullMarked
package io.mddc.upgrade.lab.service.storage;

import org.jspecify.annotations.NullMarked;
