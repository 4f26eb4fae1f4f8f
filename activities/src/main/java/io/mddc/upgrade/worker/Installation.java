package io.mddc.upgrade.worker;

import io.mddc.upgrade.worker.installer.DetachedInstall;
import io.mddc.upgrade.worker.installer.InstallJournal;
import io.mddc.upgrade.worker.installer.Installer;
import io.mddc.upgrade.worker.installer.KeptConfiguration;
import io.mddc.upgrade.worker.installer.Scripts;

/** What installs on this host, how it is run, and where it leaves its traces. */
record Installation(
        Installer installer,
        InstallJournal journal,
        DetachedInstall detached,
        KeptConfiguration configuration,
        Scripts scripts) {}
