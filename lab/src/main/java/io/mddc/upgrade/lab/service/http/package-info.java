/**
 * The small HTTP server, settings and client that every part of the lab is built on. Knows no part.
 */
@NullMarked
package io.mddc.upgrade.lab.service.http;

import org.jspecify.annotations.NullMarked;
