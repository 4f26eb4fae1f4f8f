package io.mddc.upgrade.lab.host;

import io.mddc.upgrade.cluster.Version;
import io.mddc.upgrade.worker.installer.DryRunRefused;
import io.mddc.upgrade.worker.installer.RedhatInstaller;
import io.mddc.upgrade.worker.installer.RedhatInstaller.Repositories;
import java.nio.file.Path;
import java.time.Instant;

/** The worker's installer, asked one thing on the host where it is started. Ends with 1 when a dry run is refused. */
public final class OnRedHat {
    private OnRedHat() {}

    public static void main(String... words) {
        var installer = new RedhatInstaller(Repositories.NONE, RedHatHost.scriptsIn(Path.of(words[0])));
        try {
            System.out.println(
                    switch (words[1]) {
                        case "dry-run" -> installer.dryRun(Path.of(words[2]));
                        case "reboot" -> installer.rebootMarker().reason().orElse("by nobody");
                        case "reboot-since" ->
                            installer
                                    .rebootMarker()
                                    .reasonSince(Instant.parse(words[2]))
                                    .orElse("by nobody");
                        case "held" -> installer.heldBy().orElse("by nobody");
                        default ->
                            installer.installed("md-core").map(Version::value).orElse("nothing");
                    });
        } catch (DryRunRefused refused) {
            System.out.println(refused.getMessage());
            System.exit(1);
        }
    }
}
