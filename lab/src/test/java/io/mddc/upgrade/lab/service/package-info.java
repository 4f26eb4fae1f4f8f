/** What the tests of several parts of the lab share. */
@NullMarked
package io.mddc.upgrade.lab.service;

import org.jspecify.annotations.NullMarked;
