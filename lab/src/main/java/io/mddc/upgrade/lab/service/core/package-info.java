/**
 * The MetaDefender Core of the lab: takes tasks, really reads the bytes, answers as the vendor's does, and can be isolated.
 * No safety net: what it has in work when it stops is lost.
 */
@NullMarked
package io.mddc.upgrade.lab.service.core;

import org.jspecify.annotations.NullMarked;
