package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.InstanceId;
import io.mddc.upgrade.controlcenter.settings.SettingView;
import io.mddc.upgrade.controlcenter.settings.SettingView.Watched;
import io.mddc.upgrade.protocol.WatchedSetting;
import java.util.List;

/** A control center of the vendor's, with a row for each setting, also for one that is not read. */
public record WatchedCenter(String instance, String host, List<Row> rows) {
    /**
     * @param document empty when there is none to show
     * @param instead why there is none; empty when there is one
     * @param remark since when it is so, and what is not seen of it
     */
    public record Row(String title, String document, String instead, String remark) {}

    static List<WatchedCenter> of(List<SettingView> settings, Moments moments) {
        return settings.stream()
                .flatMap(setting -> setting.watched().stream())
                .map(Watched::controlCenter)
                .distinct()
                .sorted()
                .map(instance -> of(instance, settings, moments))
                .toList();
    }

    private static WatchedCenter of(InstanceId instance, List<SettingView> settings, Moments moments) {
        var rows = settings.stream().map(setting -> row(instance, setting, moments));
        var host = settings.stream()
                .flatMap(setting -> setting.watched().stream())
                .filter(watched -> watched.controlCenter().equals(instance))
                .map(watched -> watched.host().toString())
                .distinct()
                .toList();
        return new WatchedCenter(instance.toString(), String.join(", ", host), rows.toList());
    }

    private static Row row(InstanceId instance, SettingView setting, Moments moments) {
        var title = SettingCard.title(setting.name());
        return setting.watched().stream()
                .filter(watched -> watched.controlCenter().equals(instance))
                .findFirst()
                .map(watched -> row(title, watched, moments))
                .orElse(new Row(title, "", "not read", "A change would not be noticed."));
    }

    private static Row row(String title, Watched watched, Moments moments) {
        var since =
                "So since %s, read last %s.".formatted(moments.day(watched.changedAt()), moments.day(watched.readAt()));
        return watched.document().isEmpty()
                ? new Row(
                        title,
                        "",
                        "longer than " + WatchedSetting.LONGEST + " characters",
                        since + " That it changes is seen, but not what.")
                : new Row(title, PrettyJson.of(watched.document()), "", since);
    }
}
