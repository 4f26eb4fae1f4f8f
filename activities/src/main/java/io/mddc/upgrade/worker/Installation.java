package io.mddc.upgrade.worker;

import io.mddc.upgrade.worker.control.HostRestart;
import io.mddc.upgrade.worker.installer.DetachedInstall;
import io.mddc.upgrade.worker.installer.InstallJournal;
import io.mddc.upgrade.worker.installer.Installer;
import io.mddc.upgrade.worker.installer.KeptConfiguration;
import io.mddc.upgrade.worker.installer.Scripts;

/** What installs on this host, how it is run, where it leaves its traces, and how the host is started again. */
record Installation(
        Installer installer,
        InstallJournal journal,
        DetachedInstall detached,
        KeptConfiguration configuration,
        Scripts scripts,
        HostRestart restart) {}
