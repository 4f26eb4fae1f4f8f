package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.SettingName;

/** A change of a setting that was refused: what was typed is not lost, and why it was refused. */
record Attempt(SettingName name, String typed, String trouble) {}
