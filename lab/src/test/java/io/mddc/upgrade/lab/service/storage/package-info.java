/** The lab's File Storage, and the format its data is in. */
@NullMarked
package io.mddc.upgrade.lab.service.storage;

import org.jspecify.annotations.NullMarked;
