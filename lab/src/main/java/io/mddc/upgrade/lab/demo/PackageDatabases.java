package io.mddc.upgrade.lab.demo;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.lab.host.Cluster;
import io.mddc.upgrade.run.UnitState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds what the upgrade says of its units against the package database of their hosts. */
record PackageDatabases(Cluster cluster) {
    /** What is not as it should be, in sentences; a unit that a person was named for may be in any state. */
    List<String> broken(List<DemoReport.Unit> units) {
        return units.stream()
                .filter(unit ->
                        unit.end().filter(end -> end != UnitState.FAILED).isPresent())
                .flatMap(unit -> broken(unit).stream())
                .toList();
    }

    private List<String> broken(DemoReport.Unit unit) {
        var instance = cluster.instance(unit.instance());
        var broken = new ArrayList<String>();
        var expected =
                Optional.of(new Version(unit.end().equals(Optional.of(UnitState.UPGRADED)) ? unit.to() : unit.from()));
        var packages = cluster.host(instance.host()).packages();
        var installed = packages.installed(instance.part().packageName());
        if (!installed.equals(expected)) {
            broken.add("the package database of " + instance.host() + " shows "
                    + installed.map(Version::value).orElse("no version completely installed") + ", not "
                    + expected.orElseThrow());
        }
        var audit = packages.inconsistencies(instance.part().packageName());
        if (!audit.isEmpty()) {
            broken.add("the package database of " + instance.host() + " is not consistent: " + audit);
        }
        return broken;
    }
}
