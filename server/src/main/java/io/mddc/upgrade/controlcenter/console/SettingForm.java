package io.mddc.upgrade.controlcenter.console;

import io.mddc.upgrade.controlcenter.settings.SettingDocuments;
import io.mddc.upgrade.controlcenter.settings.SettingDocuments.Sent;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Optional;

/** A setting as somebody typed it on the page. */
public final class SettingForm {
    private final String csrf;
    private final String etag;
    private final String document;

    /**
     * @param etag of the document the page showed; a form without it is not one of ours and replaces nothing
     */
    public SettingForm(
            @FormParam("csrf") @DefaultValue("") String csrf,
            @FormParam("etag") @DefaultValue("") String etag,
            @FormParam("document") @DefaultValue("") String document) {
        this.csrf = csrf;
        this.etag = etag;
        this.document = document;
    }

    String csrf() {
        return csrf;
    }

    String document() {
        return document;
    }

    Sent sent(SettingDocuments settings, String by) {
        return new Sent(settings.read(document), Optional.of(etag), by);
    }
}
