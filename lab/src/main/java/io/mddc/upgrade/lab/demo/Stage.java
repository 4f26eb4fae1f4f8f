package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.lab.load.Load;

/** What stands while an upgrade runs: the cluster, files flowing through it, and those who watch. */
record Stage(Cluster cluster, Load load, Watches watches, Voice voice) {}
