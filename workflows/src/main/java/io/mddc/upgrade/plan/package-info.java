/**
 * What an upgrade will do before it does it: the request, the policy, the planner, the plan and its findings. Pure: no
 * clock, no I/O, no engine.
 */
@NullMarked
package io.mddc.upgrade.plan;

import org.jspecify.annotations.NullMarked;
