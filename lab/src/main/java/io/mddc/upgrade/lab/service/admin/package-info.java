/**
 * What an operator asks of a part that can be isolated, and what it answers: its isolation, its work, and who reads them from
 * outside. Knows no part.
 */
@NullMarked
package io.mddc.upgrade.lab.service.admin;

import org.jspecify.annotations.NullMarked;
