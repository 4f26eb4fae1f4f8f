package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.cluster.SettingName;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.controlcenter.settings.SettingView;
import java.util.Optional;

/**
 * One of the product's settings.
 *
 * @param etag of the document, for the form
 * @param changed when and by whom
 * @param typed what is in the form: the document, or what was refused
 * @param trouble why it was refused; empty when nothing was
 */
public record SettingCard(
        SettingName name, String document, String etag, String changed, String typed, String trouble) {
    static SettingCard of(SettingView setting, Optional<Attempt> refused, Moments moments) {
        var document = PrettyJson.of(setting.value());
        return new SettingCard(
                setting.name(),
                document,
                SettingDocuments.tag(setting.digest()),
                setting.changedAt()
                        .map(at -> "Changed " + moments.day(at) + " by " + setting.changedBy() + ".")
                        .orElse("Never changed: it is as it was delivered."),
                refused.map(Attempt::typed).orElse(document),
                refused.map(Attempt::trouble).orElse(""));
    }

    public String word() {
        return name.word();
    }

    public String title() {
        return title(name);
    }

    public boolean isRefused() {
        return !trouble.isEmpty();
    }

    /** As the product's own pages call it. */
    static String title(SettingName name) {
        return switch (name) {
            case WORKFLOW -> "Workflow";
            case MODULE_UPDATE -> "Module Update";
            case HEALTH_CHECK -> "Health check";
        };
    }

    public String purpose() {
        return switch (name) {
            case WORKFLOW -> "How files are processed: so many archives in archives are opened.";
            case MODULE_UPDATE -> "What the engines know: the definitions they work with.";
            case HEALTH_CHECK ->
                "When the system counts as healthy: with fewer active Cores the gateways refuse files,"
                        + " with fewer engines a Core is not ready.";
        };
    }
}
