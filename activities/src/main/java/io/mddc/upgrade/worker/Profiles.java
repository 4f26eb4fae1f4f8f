package io.mddc.upgrade.worker;

import io.mddc.upgrade.cluster.Component;
import io.mddc.upgrade.cluster.Remote;
import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.worker.component.ComponentClient;
import io.mddc.upgrade.worker.component.Profile;
import io.mddc.upgrade.worker.component.Profile.IsolationBy;
import io.mddc.upgrade.worker.component.Profile.Talk;
import io.mddc.upgrade.worker.component.SettingSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The folder of profiles, {@code config/profiles}; the comments of its files say what each key means. */
record Profiles(Path folder) {
    private enum Kind {
        CORE,
        HTTP,
        PROGRAMS
    }

    /** The file that is meant when none is named, such as {@code api-gateway}. */
    static String nameOf(Component component) {
        return component.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link BadConfig}. */
    Profile read(String name) {
        var file = folder.resolve(name + ".yml");
        if (!name.matches("[a-z0-9-]+") || !Files.isRegularFile(file)) {
            throw new BadConfig("profile", name, "the name of a file in " + folder + " without its .yml");
        }
        return profile(ConfigTree.read(file, file.getFileName() + ": "));
    }

    /** Without a key, and only over HTTP: a program would ask this host. Throws {@link NotFromAfar}. */
    ComponentClient remote(Remote remote) {
        var name = nameOf(remote.component());
        try {
            var profile = read(name);
            if (!(profile.talk() instanceof Profile.Http)) {
                throw new NotFromAfar(remote, "talk.kind of the profile " + name + " is not HTTP");
            }
            return profile.client(remote.address(), Optional.empty());
        } catch (BadConfig broken) {
            throw new NotFromAfar(remote, String.valueOf(broken.getMessage()));
        }
    }

    private static Profile profile(ConfigTree tree) {
        tree.allowingOnly("talk", "isolation", "deregistrationDelay", "closing", "settings");
        return new Profile(talk(tree.section("talk")), isolation(tree), delay(tree), closing(tree), settings(tree));
    }

    private static Duration delay(ConfigTree tree) {
        return tree.has("deregistrationDelay") ? tree.duration("deregistrationDelay", Duration.ZERO) : Duration.ZERO;
    }

    private static Optional<Profile.ClosingBy> closing(ConfigTree tree) {
        if (!tree.has("closing")) {
            return Optional.empty();
        }
        var section = tree.section("closing");
        section.allowingOnly("path", "files");
        return Optional.of(new Profile.ClosingBy(path(section, "path"), path(section, "files")));
    }

    private static Map<SettingName, SettingSource> settings(ConfigTree tree) {
        var sources = new EnumMap<SettingName, SettingSource>(SettingName.class);
        if (tree.has("settings")) {
            var section = tree.section("settings");
            section.allowingOnly(
                    Arrays.stream(SettingName.values()).map(SettingName::word).toArray(String[]::new));
            for (var name : SettingName.values()) {
                if (section.has(name.word())) {
                    sources.put(name, source(section.section(name.word())));
                }
            }
        }
        return sources;
    }

    private static SettingSource source(ConfigTree tree) {
        tree.allowingOnly("path", "program");
        return tree.has("program")
                ? new SettingSource.ByProgram(tree.texts("program"))
                : new SettingSource.AtPath(path(tree, "path"));
    }

    private static Talk talk(ConfigTree tree) {
        return switch (tree.choice("kind", Kind.class)) {
            case CORE -> core(tree);
            case HTTP -> http(tree);
            case PROGRAMS -> programs(tree);
        };
    }

    private static Talk core(ConfigTree tree) {
        tree.allowingOnly("kind", "knownAnswers");
        return new Profile.CoreRest(tree.flag("knownAnswers"));
    }

    private static Talk http(ConfigTree tree) {
        tree.allowingOnly("kind", "version", "versionField", "ready", "work");
        return new Profile.Http(
                path(tree, "version"),
                tree.textOr("versionField", "version"),
                path(tree, "ready"),
                tree.has("work") ? Optional.of(path(tree, "work")) : Optional.empty());
    }

    private static Talk programs(ConfigTree tree) {
        tree.allowingOnly("kind", "version", "ready", "work");
        var work = tree.has("work") ? tree.texts("work") : List.<String>of();
        return new Profile.Programs(tree.texts("version"), tree.texts("ready"), work);
    }

    private static IsolationBy isolation(ConfigTree tree) {
        if (!tree.has("isolation")) {
            return new Profile.None();
        }
        var section = tree.section("isolation");
        if (section.has("path")) {
            section.allowingOnly("path");
            return new Profile.Rest(path(section, "path"));
        }
        section.allowingOnly("isolate", "rejoin", "status");
        return new Profile.ByPrograms(section.texts("isolate"), section.texts("rejoin"), section.texts("status"));
    }

    private static String path(ConfigTree tree, String key) {
        return tree.value(key, Profiles::checkedPath, "a path such as /version");
    }

    private static String checkedPath(String text) {
        if (!text.matches("/[!-~]*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }
}
