package io.mddc.upgrade.controlcenter.upgrades;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import io.mddc.upgrade.cluster.Sha256;
import io.mddc.upgrade.cluster.UpgradeId;
import io.mddc.upgrade.controlcenter.rest.IdempotencyKey;
import io.mddc.upgrade.controlcenter.upgrades.CommandDao.Command;
import java.time.Clock;
import java.util.Optional;

/** Which commands were accepted: the same key and content again is the same command, whenever it comes. */
public final class CommandLog {
    private final CommandDao commands;
    private final Clock clock;

    public CommandLog(CommandDao commands, Clock clock) {
        this.commands = commands;
        this.clock = clock;
    }

    /** The upgrade this very command was accepted for; the key with other content is refused. */
    Optional<UpgradeId> acceptedBefore(Given given) {
        return commands.find(given.key().value()).map(former -> {
            if (!former.bodyDigest().equals(given.digest())) {
                throw new IdempotencyKeyReused(given.key());
            }
            return former.upgradeId();
        });
    }

    void accept(Given given, UpgradeId upgrade) {
        commands.insertOnce(row(given, upgrade));
    }

    Command row(Given given, UpgradeId upgrade) {
        return new Command(given.key().value(), upgrade, given.action(), given.digest(), given.by(), clock.instant());
    }

    /**
     * A command as given.
     *
     * @param content what is asked, in a form that is the same whenever the same is asked
     */
    record Given(IdempotencyKey key, String action, String content, String by) {
        Sha256 digest() {
            return new Sha256(
                    Hashing.sha256().hashString(action + "\n" + content, UTF_8).toString());
        }
    }
}
