package io.mddc.upgrade.lab.packaging;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.google.common.base.Preconditions;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import io.mddc.upgrade.json.UpgradeJson;
import io.mddc.upgrade.lab.service.http.HttpApi;
import io.temporal.common.converter.DataConverter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.compress.archivers.ArchiveStreamFactory;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;

/**
 * The jars that the parts run on, found by where this process has the classes from. The product's own classes are put into
 * one jar of their own, whether they come from jars or from folders, so that only what the parts need goes with them.
 */
final class PartsJars {
    private static final List<Class<?>> FOREIGN = List.of(
            ObjectMapper.class,
            JsonFactory.class,
            JsonCreator.class,
            JavaTimeModule.class,
            Jdk8Module.class,
            Preconditions.class,
            DataConverter.class,
            ArchiveStreamFactory.class,
            IOUtils.class,
            StringUtils.class,
            Hex.class);

    private static final OwnJar OWN = new OwnJar(List.of(
            "io/mddc/upgrade/lab/service/",
            "io/mddc/upgrade/lab/fault/",
            "io/mddc/upgrade/json/",
            "io/mddc/upgrade/cluster/"));

    private PartsJars() {}

    /** As package entries in the given folder. */
    static List<PackageEntry> in(String folder) {
        try {
            var entries = new ArrayList<PackageEntry>();
            entries.add(new PackageEntry(
                    folder + "/mddc-lab-parts.jar",
                    ByteSource.wrap(OWN.of(List.of(sourceOf(HttpApi.class), sourceOf(UpgradeJson.class)))),
                    PackageEntry.PLAIN));
            for (var jar : foreign().toList()) {
                entries.add(new PackageEntry(
                        folder + "/" + jar.getFileName(), MoreFiles.asByteSource(jar), PackageEntry.PLAIN));
            }
            return List.copyOf(entries);
        } catch (IOException e) {
            throw new UncheckedIOException("The jars of the lab's parts cannot be read", e);
        }
    }

    private static Stream<Path> foreign() {
        return FOREIGN.stream().map(PartsJars::sourceOf).distinct().sorted();
    }

    private static Path sourceOf(Class<?> type) {
        return Path.of(URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
